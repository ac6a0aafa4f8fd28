using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Asks <see cref="NestedSums"/> for the headings of a list of rows below a total.</summary>
internal static class NestedHeadings
{
    /// <summary>Each heading with its rows, the total first; null when the list does not add up to the total in every column.</summary>
    /// <param name="rows">The rows below the total in printed order, headings before their items.</param>
    public static List<(int Parent, ImmutableArray<int> Children)>? Parse(TableIndex table, ImmutableArray<int> columns, int total, ImmutableArray<int> rows)
    {
        var filled = rows.Where(r => table.Row(r).Amounts.Any(a => a.Value != 0)).ToList();
        return NestedSums.Parse(filled.ConvertAll(Values), filled.ConvertAll(Widths), Values(total), Widths(total))
            ?.ConvertAll(h => (h.Parent is { } parent ? filled[parent] : total, h.Children.Select(c => filled[c]).ToImmutableArray()));

        decimal[] Values(int row) => [.. columns.Select(c => table.At(row, c)?.Value ?? 0)];
        decimal[] Widths(int row) => [.. columns.Select(c => table.At(row, c) is { } a ? Interval.Half(a.Decimals) : 0)];
    }
}
