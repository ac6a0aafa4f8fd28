using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Documents;

/// <summary>Finds the fiscal year of a document by the votes of its texts; a text that is closer to the title weighs more.</summary>
internal static partial class FiscalYears
{
    /// <summary>Rows of a form in which its year can stand (（2026年度） under the title).</summary>
    private const int YearRows = 3;

    /// <param name="title">Title of the document; null when none was found.</param>
    public static (int Year, Evidence Evidence)? Of(
        (DocumentTitle Title, Evidence Evidence)? title, ImmutableArray<Evidence> front, ImmutableArray<LogicalTable> tables, ImmutableArray<OutsideLine> outside)
    {
        if (title is { Title.Proposes: true } report) return (report.Title.Year, report.Evidence);
        var votes = new Votes<int>();
        if (title is { } cover) votes.Add(cover.Title.Year, cover.Evidence, 5);
        foreach (var table in tables)
            if (table.Around.Title is { } text) Vote(text, table.FirstPage, DatedTitle(), 2);
        foreach (var line in front) Vote(line.Text, line.Page, DatedDocument(), 1);
        foreach (var line in outside)
            if (line.Kind is OutsideKind.Heading) Vote(line.Line.Text, line.Page, YearOfForm(), 1);
        foreach (var table in tables)
            foreach (var cell in table.Rows.Take(YearRows).SelectMany(r => r.Cells)) Vote(cell.Text, cell.Page, YearOfForm(), 1);
        if (votes.Most is { } sure) return sure;
        // A boxhead (2025年预算数) also names the year before.
        foreach (var table in tables)
            foreach (var part in table.Paths.SelectMany(p => p)) Vote(part, table.FirstPage, AnyYear(), 1);
        foreach (var line in front) Vote(line.Text, line.Page, AnyYear(), 1);
        return votes.Most;

        void Vote(string text, int page, Regex pattern, int weight)
        {
            if (pattern.Match(LineKinds.Normal(text)) is { Success: true } match && YearText.Of(match.Groups[1].Value) is { } year)
                votes.Add(year, new Evidence(text, page), weight);
        }
    }

    [GeneratedRegex(@"^[^\d]{0,40}?([12]\d{3})年")]
    private static partial Regex DatedTitle();

    [GeneratedRegex(@"((?:20)\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年?度?.{0,30}?(?:预算|决算)")]
    private static partial Regex DatedDocument();

    [GeneratedRegex(@"(20\d{2})年")]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"^\(?(20\d{2})年?\(?(?:年?度|预算)?\)?$")]
    private static partial Regex YearOfForm();
}
