using System.Collections.Immutable;
using LuolongBudgetExtract.Cli.Batch;

namespace LuolongBudgetExtract.Cli.Progress;

/// <summary>The sums of a run. Duplicates count only as duplicates.</summary>
/// <param name="Grades">Documents of grade A, B, C, D.</param>
internal sealed record Totals(
    int Extracted, int Rejected, int Failed, int Duplicates, int Reused, int Pages, int Tables, int RecognisedTables, int Amounts,
    int ChecksExact, int ChecksWithinRounding, int ChecksInconsistent, ImmutableArray<int> Grades)
{
    public static Totals Of(RunReport report)
    {
        var read = report.Documents.Select(d => d.Summary).OfType<DocumentSummary>().ToList();
        return new(
            report.Count(Outcome.Extracted), report.Count(Outcome.Rejected), report.Count(Outcome.Failed),
            report.Documents.Count(d => d.DuplicateOf is not null), report.Documents.Count(d => d.Reused),
            read.Sum(s => s.Pages), read.Sum(s => s.Tables), read.Sum(s => s.RecognisedTables), read.Sum(s => s.Amounts),
            read.Sum(s => s.ChecksExact), read.Sum(s => s.ChecksWithinRounding), read.Sum(s => s.ChecksInconsistent),
            [.. Enum.GetValues<Grade>().Select(g => read.Count(s => s.Grade == g))]);
    }
}
