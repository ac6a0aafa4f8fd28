using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>Lists of bonds whose rows carry the month of issue (发行时间（年/月） | 2022-07): the year of that is the year of the row, whatever the title says.</summary>
internal static partial class IssueDates
{
    /// <param name="rows">The rows of one panel.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, int? fiscalYear, ImmutableArray<LeafColumn> columns)
    {
        if (fiscalYear is not { } year || columns.FirstOrDefault(c => c.Path.Length > 0 && IsIssue().IsMatch(FoldedText.Of(c.Path[^1]))) is not { } issued) return rows;
        return rows.ConvertAll(row => Date().Match(row.Cells[issued.Index]) is { Success: true } match
            ? row with { Amounts = [.. row.Amounts.Select(a => Dated(a, columns[a.Column], ColumnPeriods.Relative(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - year)))] } : row);
    }

    private static Amount Dated(Amount amount, LeafColumn column, string period) =>
        (amount.Meaning ?? new ColumnMeaning(column.Kind, column.Measure, column.Fund, column.Period, column.Side)) is { Period: null, Measure: { } measure } means && measure.StartsWith(DebtRows.Family, StringComparison.Ordinal) ? amount with { Meaning = means with { Period = period } } : amount;

    [GeneratedRegex("^发行(?:时间|日期|年月|年份|年度)")]
    private static partial Regex IsIssue();

    [GeneratedRegex("^(20[0-9]{2})(?:[^0-9]|$|[0-9]{2}$|[0-9]{4}$)")]
    private static partial Regex Date();
}
