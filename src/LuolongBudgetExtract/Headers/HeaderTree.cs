using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>Reads header paths from the spans of the boxhead.</summary>
public static class HeaderTree
{
    /// <summary>For each column the texts of the boxhead cells above it, outermost first, a spanning cell once.</summary>
    public static ImmutableArray<ImmutableArray<string>> Paths(Grid grid, int headerRows, int columnNumberRow)
    {
        var stacks = new List<Cell>[grid.Columns];
        for (int c = 0; c < stacks.Length; c++) stacks[c] = [];
        foreach (var cell in grid.Cells)
        {
            if (cell.Row >= headerRows || cell.IsBlank || (cell.Row == columnNumberRow && ColumnNumbers.IsNumbering(cell))) continue;
            for (int c = cell.Column; c <= cell.LastColumn; c++) stacks[c].Add(cell);
        }
        return [.. stacks.Select(s => s.OrderBy(c => c.Row).Select(c => c.Text).ToImmutableArray())];
    }
}
