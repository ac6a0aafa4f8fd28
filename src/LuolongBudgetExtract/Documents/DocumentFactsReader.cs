using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Documents;

/// <summary>Reads what a document says about itself: from its cover, its titles and its tables, never from its file name.</summary>
public static partial class DocumentFactsReader
{
    /// <summary>Pages at the front that hold the cover and the contents.</summary>
    private const int FrontPages = 3;

    /// <summary>Rows of a form in which its year can stand (（2026年度） under the title).</summary>
    private const int YearRows = 3;

    public static DocumentFacts Read(ImmutableArray<LogicalTable> tables, ImmutableArray<FormMatch> forms, ImmutableArray<OutsideLine> outside)
    {
        var front = outside.Where(l => l.Page <= FrontPages && l.Line.Text.Length <= 60).Select(l => LineKinds.Normal(l.Line.Text)).ToList();
        var titles = tables.Select(t => t.Around.Title).OfType<string>().Select(LineKinds.Normal).ToList();
        var department = Department(tables, outside);
        var division = Divisions.Named(department ?? "") ?? Divisions.Named(string.Join('\n', front.Take(12)));
        return new DocumentFacts(KindOf(forms, front, titles), YearOf(tables, front, titles), department, DepartmentCode(tables), division?.Code, division?.Name);
    }

    private static string KindOf(ImmutableArray<FormMatch> forms, List<string> front, List<string> titles)
    {
        int final = forms.Count(f => f.FinalAccount == true), budget = forms.Count(f => f.FinalAccount == false);
        if (final == budget)
        {
            final = front.Concat(titles).Count(t => t.Contains("决算", StringComparison.Ordinal));
            budget = front.Concat(titles).Count(t => t.Contains("预算", StringComparison.Ordinal));
        }
        return final > budget ? "final_account" : budget > 0 ? "budget" : "other";
    }

    // A title names the year of its table; the cover and the contents name it too; a boxhead (2025年预算数) also names the year before.
    private static int? YearOf(ImmutableArray<LogicalTable> tables, List<string> front, List<string> titles)
    {
        var votes = new Dictionary<int, int>();
        foreach (var title in titles) Vote(title, DatedTitle(), 2);
        foreach (var line in front) Vote(line, DatedDocument(), 2);
        if (votes.Count == 0)
        {
            foreach (var part in tables.SelectMany(t => t.Paths).SelectMany(p => p).Concat(front)) Vote(LineKinds.Normal(part), AnyYear(), 1);
            foreach (var cell in tables.SelectMany(t => t.Rows.Take(YearRows)).SelectMany(r => r.Cells)) Vote(cell.Text, YearOfForm(), 1);
        }
        return votes.Count == 0 ? null : votes.OrderByDescending(v => v.Value).ThenByDescending(v => v.Key).First().Key;

        void Vote(string text, Regex pattern, int weight)
        {
            var match = pattern.Match(text);
            if (!match.Success) return;
            int year = YearText(match.Groups[1].Value);
            if (year is >= 2000 and <= 2100) votes[year] = votes.GetValueOrDefault(year) + weight;
        }
    }

    private static string? Department(ImmutableArray<LogicalTable> tables, ImmutableArray<OutsideLine> outside)
    {
        var named = tables.Select(t => t.Around.Department).OfType<string>().Select(WithoutCode).Where(d => d.Length is >= 2 and <= 60)
            .GroupBy(d => d).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        if (named is not null) return named.Key;
        // A cover sets name, year and kind on one line or on lines of their own.
        for (int page = 1; page <= FrontPages; page++)
        {
            var lines = outside.Where(l => l.Page == page && l.Line.Text.Length <= 60).OrderBy(l => l.Line.Baseline).Select(l => LineKinds.Normal(l.Line.Text)).ToList();
            foreach (var text in lines.Append(string.Concat(lines.Take(6))))
                if (Cover().Match(text) is { Success: true } match && Chapter().Replace(match.Groups["name"].Value, "").Length >= 4)
                    return Chapter().Replace(match.Groups["name"].Value, "");
        }
        return null;
    }

    private static string? DepartmentCode(ImmutableArray<LogicalTable> tables)
    {
        foreach (var table in tables)
            if (table.Around.Department is { } printed && LeadingCode().Match(printed) is { Success: true } match) return match.Groups[1].Value;
        return null;
    }

    internal static string WithoutCode(string department) => LeadingCode().Replace(department, "").Trim();

    private static int YearText(string digits)
    {
        int year = 0;
        foreach (var c in digits)
            year = year * 10 + (char.IsAsciiDigit(c) ? c - '0' : "〇一二三四五六七八九".IndexOf(c) is >= 0 and var d ? d : 0);
        return year;
    }

    [GeneratedRegex(@"^[^\d]{0,40}?([12]\d{3})年")]
    private static partial Regex DatedTitle();

    [GeneratedRegex(@"((?:20)\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年?度?.{0,30}?(?:预算|决算)")]
    private static partial Regex DatedDocument();

    [GeneratedRegex(@"(20\d{2})年")]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"^[（(]?(20\d{2})年?(?:度|预算)?[）)]?$")]
    private static partial Regex YearOfForm();

    [GeneratedRegex(@"^[\[【(（]?(\d{3,9})[\]】)）]?[\-—_ ]*")]
    private static partial Regex LeadingCode();

    [GeneratedRegex(@"^(?:第[一二三四五六七八九十]+(?:部分|章)|附件\d*|关于|目录)[:：]?")]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^(?:20\d\d年度?)?(?<name>[^\d，,。：:]{4,40}?)(?:\(.{0,20}\))?20\d\d年度?(?:的)?(?:部门|单位)?(?:综合)?(?:预算|决算)|^20\d\d年度?(?<name>[^\d，,。：:年]{4,40}?)(?:部门|单位)(?:综合)?(?:预算|决算)")]
    private static partial Regex Cover();
}
