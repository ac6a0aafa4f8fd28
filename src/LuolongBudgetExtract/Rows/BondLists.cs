using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Lists of bonds whose rows carry the month of issue (发行时间（年/月） | 2022-07) and the kind (债券性质 | 其他领域专项债券): the year of that is
/// the year of the row, whatever the title says, and its money is of that kind.
/// </summary>
internal static partial class BondLists
{
    /// <param name="rows">The rows of one panel.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, int? fiscalYear, ImmutableArray<LeafColumn> columns)
    {
        var (issued, kind) = (ColumnOf(columns, IsIssue()), ColumnOf(columns, IsKind()));
        if (issued is null && kind is null) return rows;
        return rows.ConvertAll(row =>
        {
            string? period = issued is not null && fiscalYear is { } year && Date().Match(row.Cells[issued.Index]) is { Success: true } match
                ? ColumnPeriods.Relative(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - year) : null;
            return row with { Amounts = [.. row.Amounts.Select(a => Meant(a, columns[a.Column], period, kind is null ? null : KindOf(row.Cells[kind.Index])))] };
        });
    }

    private static LeafColumn? ColumnOf(ImmutableArray<LeafColumn> columns, Regex name) => columns.FirstOrDefault(c => c.Path.Length > 0 && name.IsMatch(FoldedText.Of(c.Path[^1])));

    private static string? KindOf(string text) => (text.Contains("一般债", StringComparison.Ordinal), text.Contains("专项债", StringComparison.Ordinal)) switch
    {
        (true, false) => ".general_bonds",
        (false, true) => ".special_bonds",
        _ => null,
    };

    private static Amount Meant(Amount amount, LeafColumn column, string? period, string? kind)
    {
        var means = amount.Means(column);
        if (means.Measure?.StartsWith(DebtRows.Family, StringComparison.Ordinal) != true) return amount;
        var meant = means with { Period = means.Period ?? period, Measure = means.Measure is "debt.issued" or "debt.allocated" ? means.Measure + kind : means.Measure };
        return meant == means ? amount : amount with { Meaning = meant };
    }

    [GeneratedRegex("^发行(?:时间|日期|年月|年份|年度)")]
    private static partial Regex IsIssue();

    [GeneratedRegex("^债券(?:性质|类型|种类|类别)$")]
    private static partial Regex IsKind();

    [GeneratedRegex("^(20[0-9]{2})(?:[^0-9]|$|[0-9]{2}$|[0-9]{4}$)")]
    private static partial Regex Date();
}
