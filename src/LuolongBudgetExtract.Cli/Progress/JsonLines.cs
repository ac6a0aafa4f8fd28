using System.Text.Json;
using LuolongBudgetExtract.Cli.Batch;

namespace LuolongBudgetExtract.Cli.Progress;

internal sealed record StartedLine(string Event, int Files, long Bytes, int Jobs, string Output);

internal sealed record DocumentLine(
    string Event, string SourceFile, string? DocumentId, long Bytes, string Outcome, string? Reason, string? Detail, string? DuplicateOf, bool Reused,
    string? Grade, int? Pages, int? Tables, int? Amounts, int? ChecksExact, int? ChecksWithinRounding, int? ChecksInconsistent);

internal sealed record FinishedLine(
    string Event, int Extracted, int Rejected, int Failed, int Duplicates, int Reused, int Pages, int Tables, int Amounts,
    int ChecksExact, int ChecksWithinRounding, int ChecksInconsistent, int GradeA, int GradeB, int GradeC, int GradeD,
    double Seconds, string Dataset, int ExitCode);

internal sealed record ErrorLine(string Event, string Message, int ExitCode);

/// <summary>--json: one JSON object a line on standard output (events started, document, finished, error).</summary>
internal static class JsonLines
{
    public static Action<BatchEvent> To(TextWriter output) => happened =>
    {
        object? line = happened switch
        {
            BatchEvent.Started s => new StartedLine("started", s.Files, s.Bytes, s.Jobs, s.Output),
            BatchEvent.FileDone d => Document(d.Document),
            BatchEvent.Finished f => Finished(Totals.Of(f.Report), f),
            _ => null,
        };
        if (line is not null) Write(output, line);
    };

    public static void Write(TextWriter output, object line)
    {
        output.WriteLine(JsonSerializer.Serialize(line, line.GetType(), HostJson.Default));
        output.Flush();
    }

    private static DocumentLine Document(DocumentRun run) => new(
        "document", run.SourceFile, run.DocumentId, run.Bytes, Words.Outcome(run), run.Summary?.Reason, run.Detail, run.DuplicateOf, run.Reused,
        run.Summary?.Grade.ToString(), run.Summary?.Pages, run.Summary?.Tables, run.Summary?.Amounts,
        run.Summary?.ChecksExact, run.Summary?.ChecksWithinRounding, run.Summary?.ChecksInconsistent);

    private static FinishedLine Finished(Totals t, BatchEvent.Finished f) => new(
        "finished", t.Extracted, t.Rejected, t.Failed, t.Duplicates, t.Reused, t.Pages, t.Tables, t.Amounts,
        t.ChecksExact, t.ChecksWithinRounding, t.ChecksInconsistent, t.Grades[0], t.Grades[1], t.Grades[2], t.Grades[3],
        (f.Report.Finished - f.Report.Started).TotalSeconds, Words.Dataset(f.Output), (int)f.Report.ExitCode);
}
