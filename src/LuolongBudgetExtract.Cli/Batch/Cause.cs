namespace LuolongBudgetExtract.Cli.Batch;

/// <summary>Why a document ended as rejected or failed, seen from outside the pipeline.</summary>
/// <param name="Reason">Code and cause, e.g. <c>crash: stack overflow</c>. It stands in the dataset, so the same cause gives
/// the same text on every run: no times, no process ids.</param>
/// <param name="Detail">What a person who looks for the reason wants besides (last page, last words of the worker); only in the run report.</param>
internal sealed record Cause(Outcome Outcome, string Reason, string? Detail = null);
