using System.Globalization;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Reconciliation.Lists;

/// <summary>A title or a remark of another year than the document's, left over from last year's file (compute: years_of_texts).</summary>
internal static partial class PrintedYears
{
    public const string Evaluator = "years_of_texts";

    /// <summary>Forms whose titles quote names of projects, with years of their own.</summary>
    private static readonly string[] Quoting = ["other", "project_performance_targets"];

    public static IEnumerable<Check> Of(Rule rule, IEnumerable<TableIndex> tables, int? year)
    {
        if (year is not { } own) yield break;
        foreach (var table in tables.Where(t => !Quoting.Contains(t.Table.Form)))
        {
            if (table.Table.Title is { } title && Years(title) is { Count: > 0 } years) yield return Judge(table, title, years);
            if (table.Table.Note?.Split('。', '\n').FirstOrDefault(n => SaysNone().IsMatch(FoldedText.Of(n))) is { } remark) yield return Judge(table, remark, Years(remark));
        }

        Check Judge(TableIndex table, string text, List<int> years)
        {
            bool ofThisYear = years.Contains(own);
            (string, string)[] values =
            [
                ("table", table.TableName), ("text", text), ("printed", years[0].ToString(CultureInfo.InvariantCulture)), ("year", own.ToString(CultureInfo.InvariantCulture)),
                ("relation", ofThisYear ? "=" : "≠"),
            ];
            return new(0, rule.Id, rule.Kind, [table.Table.Number], table.Table.FirstPage, $"{table.TableName} p.{table.Table.FirstPage}", null, null, null, null,
                ofThisYear ? CheckOutcome.Exact : CheckOutcome.Inconsistent, ofThisYear ? Severity.Info : rule.Severity, null,
                Template.Fill(rule.Zh, values), Template.Fill(rule.En, values), []);
        }
    }

    private static List<int> Years(string text) =>
        [.. Year().Matches(FoldedText.Of(text)).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"(?<!\d)(20\d{2})年")]
    private static partial Regex Year();

    [GeneratedRegex(@"20\d{2}年.{0,30}无")]
    private static partial Regex SaysNone();
}
