using System.Globalization;
using LuolongBudgetExtract.Cli.Batch;

namespace LuolongBudgetExtract.Cli.Progress;

/// <summary>The words in which a run speaks of its documents; the same on a terminal and in a log.</summary>
internal static class Words
{
    public static string Outcome(DocumentRun run) =>
        run.DuplicateOf is not null ? "duplicate" : run.Summary!.Outcome.ToString().ToLowerInvariant();

    /// <summary>True for what the reader of an error channel must hear about.</summary>
    public static bool IsTrouble(DocumentRun run) => run.Summary is { Outcome: not LuolongBudgetExtract.Outcome.Extracted };

    /// <summary>File, outcome, and cause or counts, in one line.</summary>
    public static string Line(DocumentRun run)
    {
        if (run.DuplicateOf is { } first) return $"{run.SourceFile}: duplicate of {first}";
        var summary = run.Summary!;
        if (IsTrouble(run)) return $"{run.SourceFile}: {Outcome(run)}: {summary.Reason}{(run.Detail is null ? "" : $" ({run.Detail})")}";
        var text = $"{run.SourceFile}: grade {summary.Grade}, {Count(summary.Pages, "page")}, {Count(summary.Tables, "table")}, {Count(summary.Amounts, "amount")}";
        return run.Reused ? text + " (done before)" : text;
    }

    /// <summary>How far, how fast, how long still; no rate before a worker has read anything.</summary>
    public static string Rate(Tally tally)
    {
        var done = $"{tally.Done}/{tally.Files}";
        if (tally.WorkedFiles == 0) return done;
        var rate = string.Create(CultureInfo.InvariantCulture, $"{tally.FilesPerSecond:0.0} documents/s  {tally.PagesPerSecond:0} pages/s");
        return tally.Done == tally.Files ? $"{done}  {rate}" : $"{done}  {rate}  {Left(tally)}";
    }

    public static string Dataset(string output) => Path.Combine(output, "dataset");

    private static string Left(Tally tally) => tally.Left switch
    {
        null => "",
        { TotalSeconds: < 1 } => "done soon",
        { TotalMinutes: < 2 } left => string.Create(CultureInfo.InvariantCulture, $"{left.TotalSeconds:0} s left"),
        { TotalHours: < 2 } left => string.Create(CultureInfo.InvariantCulture, $"{left.TotalMinutes:0} min left"),
        { } left => string.Create(CultureInfo.InvariantCulture, $"{left.TotalHours:0.0} h left"),
    };

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
