using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Headers;

/// <summary>The rows of a fragment below its boxhead, laid over the leaf columns of the whole table.</summary>
internal static class BodyRows
{
    public static IEnumerable<BodyRow> Of(Grid grid, int skip, LeafRange[] columns, int leafColumns)
    {
        var at = new Cell[grid.Rows, grid.Columns];
        foreach (var cell in grid.Cells)
            for (int r = cell.Row; r <= cell.LastRow; r++)
                for (int c = cell.Column; c <= cell.LastColumn; c++) at[r, c] = cell;

        for (int r = skip; r < grid.Rows; r++)
        {
            var cells = new Cell?[leafColumns];
            var starts = new bool[leafColumns];
            for (int c = 0; c < grid.Columns; c++)
            {
                var cell = at[r, c];
                int leaf = columns[c].First;
                bool begins = cell.Column == c && (cell.Row == r || (cell.Row < skip && r == skip));
                for (int covered = leaf + 1; covered <= columns[c].Last; covered++) cells[covered] = cell;
                if (cells[leaf] is null || (cells[leaf]!.IsBlank && !cell.IsBlank)) (cells[leaf], starts[leaf]) = (cell, begins);
                else if (begins && cell != cells[leaf] && !cell.IsBlank && !cells[leaf]!.IsBlank)
                {
                    // Two columns of this page are one of the table: their texts are kept side by side, never dropped.
                    cells[leaf] = cells[leaf]! with { Text = cells[leaf]!.Text + " " + cell.Text, RawText = cells[leaf]!.RawText + "\n" + cell.RawText, Ink = cells[leaf]!.Ink.Union(cell.Ink) };
                }
            }
            for (int c = 0; c < leafColumns; c++)
                cells[c] ??= new Cell(r, c, 1, 1, "", "", grid.Page, default(Box), default(Box), 0);
            yield return new BodyRow(grid.Page, grid.RowEdges[r], grid.RowEdges[r + 1], [.. cells!], [.. starts]);
        }
    }
}
