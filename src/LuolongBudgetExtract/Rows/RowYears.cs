using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 一、2022年末地方政府债务余额, 其中：一般债务, 专项债务, 二、2022年地方政府债务限额 …: numbered rows that name a year date themselves and what
/// follows, whatever year the title is of (六、2026年地方财政赤字 in a table of 2025).
/// </summary>
internal static partial class RowYears
{
    /// <summary>One row may be called after a year (2022年结转).</summary>
    private const int FewestDated = 2;

    /// <param name="rows">The rows of one panel in printed order.</param>
    /// <param name="finalAccount">See <see cref="FormMatch.FinalAccount"/>: there 决算数 is what every figure is.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, bool? finalAccount, int? fiscalYear, ImmutableArray<LeafColumn> columns)
    {
        if (fiscalYear is not { } year || rows.Count(r => YearOf(r) is not null) < FewestDated) return rows;
        int? dated = null;
        string? stage = null;
        return rows.ConvertAll(row =>
        {
            if (YearOf(row) is { } named) (dated, stage) = (named, StageOf(row.Label!, finalAccount));
            return dated is { } own ? row with { Amounts = [.. row.Amounts.Select(a => Dated(a, columns[a.Column], ColumnPeriods.Relative(own - year), stage))] } : row;
        });
    }

    private static Amount Dated(Amount amount, LeafColumn column, string relative, string? stage)
    {
        // A column of a year of its own: the row dates it only where it says no more than the document does.
        if (column.Path.Any(p => AnyYear().IsMatch(p))) return relative == "current" ? amount : RowPeriods.Apply(amount, column, relative);
        if (column.Path.Any(p => Stage().IsMatch(p))) stage = null;
        var means = amount.Means(column);
        return Staged().Match(means.Period ?? "") is { Success: true } match
            ? amount with { Meaning = means with { Period = Joined(relative, match.Groups["stage"] is { Length: > 0 } said ? said.Value : stage) } } : amount;
    }

    private static string Joined(string relative, string? stage) => stage is null ? relative : relative == "current" ? stage : $"{relative}.{stage}";

    // 五、2025年末地方政府一般债务余额预计执行数 where the columns say only 本地区, 本级.
    private static string? StageOf(string label, bool? finalAccount) => label.Contains("执行数", StringComparison.Ordinal) ? "execution"
        : label.Contains("决算数", StringComparison.Ordinal) && finalAccount != true ? "final" : null;

    private static int? YearOf(TypedRow row) =>
        row.Label is { } label && Year().Match(FoldedText.Of(label)) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;

    // Numbered, or the name of a balance: the names of projects (2015年乡镇道路改造工程) begin with years as well.
    [GeneratedRegex("^(?:[一二三四五六七八九十]+、(?:提前下达的?)?(?<year>20[0-9]{2})年|(?<year>20[0-9]{2})年[末底初]?(?:[^0-9]{0,16}(?:余额|限额|赤字)|补充|动用)$)")]
    private static partial Regex Year();

    [GeneratedRegex("20[0-9]{2}")]
    private static partial Regex AnyYear();

    // 预算数 | 执行数: the column says the stage, also of 五、2025年末债务余额预计执行数.
    [GeneratedRegex("预算数|执行数|决算数|快报|预计|完成")]
    private static partial Regex Stage();

    // What a year can replace: a relative year, a stage, or both; balances and changes stay what they are.
    [GeneratedRegex(@"^(?:current|prior_year|earlier_year|later_year)?\.?(?<stage>budget|initial_budget|adjusted_budget|execution|final)?$")]
    private static partial Regex Staged();
}
