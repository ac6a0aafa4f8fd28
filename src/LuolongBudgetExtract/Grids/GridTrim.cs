using System.Collections.Immutable;

namespace LuolongBudgetExtract.Grids;

/// <summary>Cuts rows off a grid and drops the column edges that no remaining cell uses.</summary>
public static class GridTrim
{
    /// <summary>The grid without the rows above <paramref name="first"/> and below <paramref name="last"/>.</summary>
    public static Grid Rows(Grid grid, int first, int last)
    {
        if (first == 0 && last == grid.Rows - 1) return grid;
        var kept = grid.Cells.Where(c => c.Row >= first && c.LastRow <= last).ToList();
        var used = new SortedSet<int> { 0, grid.Columns };
        foreach (var cell in kept)
        {
            used.Add(cell.Column);
            used.Add(cell.LastColumn + 1);
        }
        var newIndex = used.Select((old, i) => (old, i)).ToDictionary(p => p.old, p => p.i);
        var cells = kept.Select(c => c with
        {
            Row = c.Row - first,
            Column = newIndex[c.Column],
            ColumnSpan = newIndex[c.LastColumn + 1] - newIndex[c.Column],
        });
        var rowEdges = grid.RowEdges.Skip(first).Take(last - first + 2).ToImmutableArray();
        return grid with
        {
            ColumnEdges = [.. used.Select(i => grid.ColumnEdges[i])],
            RowEdges = rowEdges,
            Cells = [.. cells],
            Box = grid.Box with { Y0 = rowEdges[0], Y1 = rowEdges[^1] },
        };
    }
}
