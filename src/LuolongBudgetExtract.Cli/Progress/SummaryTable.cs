using System.Globalization;
using LuolongBudgetExtract.Cli.Batch;

namespace LuolongBudgetExtract.Cli.Progress;

/// <summary>The closing table on standard output: plain text, the same on a terminal and in a file.</summary>
internal static class SummaryTable
{
    public static IEnumerable<string> Lines(RunReport report, string output)
    {
        var t = Totals.Of(report);
        yield return Row("documents", $"{t.Extracted} extracted", $"{t.Rejected} rejected", $"{t.Failed} failed", Some(t.Duplicates, "duplicates"), Some(t.Reused, "done before"));
        yield return Row("pages", t.Pages.ToString(CultureInfo.InvariantCulture));
        yield return Row("tables", $"{t.Tables}", $"{t.RecognisedTables} of a known form");
        yield return Row("amounts", $"{t.Amounts}");
        yield return Row("checks", $"{t.ChecksExact} exact", $"{t.ChecksWithinRounding} within rounding", $"{t.ChecksInconsistent} inconsistent");
        yield return Row("grades", [.. Enum.GetValues<Grade>().Select(g => $"{g} {t.Grades[(int)g]}")]);
        yield return Row("time", string.Create(CultureInfo.InvariantCulture, $"{(report.Finished - report.Started).TotalSeconds:0.0} s"));
        yield return Row("dataset", Words.Dataset(output));
    }

    private static string Row(string name, params string?[] cells) => $"{name,-10} {string.Join(" · ", cells.Where(c => c is not null))}";

    private static string? Some(int count, string words) => count == 0 ? null : $"{count} {words}";
}
