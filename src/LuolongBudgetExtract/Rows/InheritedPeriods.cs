using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Rows;

/// <summary>What stands under 上年结转 or 年初财政拨款结转和结余 in a 收支总表 is carried over as well, though its own name says only the fund.</summary>
internal static partial class InheritedPeriods
{
    /// <param name="rows">The rows of one panel with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, ImmutableArray<LeafColumn> columns)
    {
        var periods = new Dictionary<int, string>();
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Label is not { } label || RowPeriods.Of(label) is not { } period) continue;
            periods[rows[i].Number] = period;
            foreach (var part in PartsBelow(rows, i)) periods.TryAdd(part.Number, period);
        }
        if (periods.Count == 0) return rows;
        foreach (var row in rows)
            if (row is { Parent: { } parent, Role: RowRole.Detail or RowRole.Subtotal or RowRole.OfWhich } && periods.TryGetValue(parent, out var period)) periods.TryAdd(row.Number, period);
        return rows.ConvertAll(row => periods.TryGetValue(row.Number, out var period)
            ? row with { Amounts = [.. row.Amounts.Select(a => RowPeriods.Apply(a, columns[a.Column], period))] } : row);
    }

    /// <summary>
    /// The grand totals of both sides hold all money as soon as one side prints money of another year: 总计, and 合计 below the money carried
    /// over. Where columns of a side tell current money from carried-over money, the total of each of them is of that column.
    /// </summary>
    /// <param name="rows">The rows of all panels.</param>
    public static IEnumerable<TypedRow> Totals(IReadOnlyCollection<TypedRow> rows, ImmutableArray<LeafColumn> columns)
    {
        int carried = rows.Where(r => r.Label is { } label && RowPeriods.Of(label) is not null).Select(r => r.RowIndex).DefaultIfEmpty(int.MaxValue).Min();
        if (carried == int.MaxValue) return rows;
        var apart = columns.Where(c => c is { Kind: ColumnKind.Amount, Period: "carried_over" }).Select(c => c.Panel).ToHashSet();
        bool grand = rows.Any(IsGrand);
        return rows.Select(r => apart.Contains(r.Panel) ? r : IsGrand(r) || !grand && r.Role == RowRole.Total && r.RowIndex > carried
            ? r with { Amounts = [.. r.Amounts.Select(a => RowPeriods.Apply(a, columns[a.Column], "all"))] } : r);
    }

    private static bool IsGrand(TypedRow row) => row is { Role: RowRole.Total, Label: { } label } && RowPeriods.IsGrandTotal(label);

    // Neither numbering nor indentation need tell: the funds, or the balances of 基本支出 and 项目支出, that follow and add up to the row are its parts.
    private static List<TypedRow> PartsBelow(List<TypedRow> rows, int at)
    {
        var whole = rows[at];
        var parts = rows.Skip(at + 1).Where(r => r.Label is not null || r.Amounts.Length > 0).TakeWhile(r => r.Role is RowRole.Detail or RowRole.OfWhich && r.Label is { } label && RowPeriods.Of(label) is null
            && Part().IsMatch(RowPeriods.WithoutNumbering(label)) && !IsSibling(whole.Label!, label)).ToList();
        return whole.Amounts.All(a => a.Value == parts.SelectMany(p => p.Amounts).Where(p => p.Column == a.Column).Sum(p => p.Value)) ? parts : [];
    }

    // 三、一般公共预算 after 二、上年结转 is the next item.
    private static bool IsSibling(string whole, string part) => Hierarchy.StyleOf(FoldedText.Of(whole)) is { } style && Hierarchy.StyleOf(FoldedText.Of(part)) == style;

    [GeneratedRegex(@"^(?:其中:?)?(?:一般公共预算|政府性基金|国有资本经营|社会保险基金|财政专户|单位资金|(?:基本|项目)支出结[转余]|经营结余)")]
    private static partial Regex Part();
}
