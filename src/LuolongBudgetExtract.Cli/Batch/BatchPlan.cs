using System.Collections.Immutable;
using LuolongBudgetExtract.Cli.Inputs;
using LuolongBudgetExtract.Cli.Settings;
using LuolongBudgetExtract.Cli.Workers;

namespace LuolongBudgetExtract.Cli.Batch;

/// <summary>Everything that a batch is about to do.</summary>
/// <param name="Files">Ordered by source path.</param>
/// <param name="Output">Full path of the output folder.</param>
/// <param name="Jobs">Worker processes at the same time, at least 1.</param>
/// <param name="Fresh">True to extract also what an earlier run has finished.</param>
internal sealed record BatchPlan(
    ImmutableArray<InputFile> Files, string Output, int Jobs, bool Fresh, LoadedSettings Settings, WorkerCommand Worker);

/// <summary>What a batch tells while it runs, one event at a time.</summary>
internal abstract record BatchEvent
{
    private BatchEvent() { }

    public sealed record Started(int Files, long Bytes, int Jobs, string Output) : BatchEvent;

    /// <param name="Tally">Including this file.</param>
    public sealed record FileDone(DocumentRun Document, Tally Tally) : BatchEvent;

    public sealed record Publishing(string Output) : BatchEvent;

    public sealed record Finished(RunReport Report, string Output) : BatchEvent;
}

/// <summary>How far a batch is.</summary>
/// <param name="WorkedFiles">Files that a worker has read in this run; the rate counts only these.</param>
/// <param name="LeftBytes">Bytes of the files not done yet.</param>
internal sealed record Tally(
    int Files, int Done, int WorkedFiles, int WorkedPages, long WorkedBytes, long LeftBytes, TimeSpan Elapsed)
{
    public double FilesPerSecond => WorkedFiles / Math.Max(Elapsed.TotalSeconds, 0.001);

    public double PagesPerSecond => WorkedPages / Math.Max(Elapsed.TotalSeconds, 0.001);

    /// <summary>By bytes, the only measure of a document known before it is read; null before anything was read.</summary>
    public TimeSpan? Left => WorkedBytes == 0 ? null : Elapsed * ((double)LeftBytes / WorkedBytes);

    public Tally With(DocumentRun run, long listedBytes, TimeSpan elapsed)
    {
        var worked = run is { Reused: false, DuplicateOf: null, Summary: not null };
        return this with
        {
            Done = Done + 1,
            WorkedFiles = WorkedFiles + (worked ? 1 : 0),
            WorkedPages = WorkedPages + (worked ? run.Summary!.Pages : 0),
            WorkedBytes = WorkedBytes + (worked ? listedBytes : 0),
            LeftBytes = LeftBytes - listedBytes,
            Elapsed = elapsed,
        };
    }
}
