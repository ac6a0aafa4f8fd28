using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>一、2022年末地方政府债务余额, 其中：一般债务, 专项债务, 二、2022年地方政府债务限额 …: numbered rows that begin with a year date themselves and what follows.</summary>
internal static partial class RowYears
{
    /// <summary>One row may be called after a year (2022年结转).</summary>
    private const int FewestDated = 2;

    /// <param name="rows">The rows of one panel in printed order.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, int? fiscalYear, ImmutableArray<LeafColumn> columns)
    {
        if (fiscalYear is not { } year || rows.Count(r => YearOf(r) is not null) < FewestDated) return rows;
        int? dated = null;
        return rows.ConvertAll(row =>
        {
            dated = YearOf(row) ?? dated;
            return dated is { } own && own != year
                ? row with { Amounts = [.. row.Amounts.Select(a => RowPeriods.Apply(a, columns[a.Column], ColumnPeriods.Relative(own - year)))] } : row;
        });
    }

    private static int? YearOf(TypedRow row) =>
        row.Label is { } label && Year().Match(FoldedText.Of(label)) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;

    // Numbered: the names of projects (2015年乡镇道路改造工程) begin with years as well.
    [GeneratedRegex("^[一二三四五六七八九十]+、(?<year>20[0-9]{2})年")]
    private static partial Regex Year();
}
