using LuolongBudgetExtract.Cli.Batch;

namespace LuolongBudgetExtract.Cli.Workers;

/// <summary>What became of a document that a worker was asked for.</summary>
internal abstract record WorkerAnswer
{
    private WorkerAnswer() { }

    /// <summary>The pipeline came to an end, whatever the outcome.</summary>
    public sealed record Answered(DocumentSummary Summary, byte[] Stored) : WorkerAnswer;

    /// <summary>The worker died of it or was killed for it.</summary>
    /// <param name="ByClock">True when a time limit killed it.</param>
    public sealed record Lost(Cause Cause, bool ByClock) : WorkerAnswer;
}
