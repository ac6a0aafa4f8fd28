using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>Takes off the rows of a grid that are no table: a title, a label, 部门：… 单位：万元 inside the frame, a remark in the last row.</summary>
public static class Margins
{
    /// <summary>The grid without such rows, their texts from top to bottom with a nominal size, and the remark.</summary>
    /// <param name="titleWanted">True when no title stands outside, so that a full-width first row may be it.</param>
    public static (Grid Grid, List<(string Text, double Size)> Heading, string? Note) Peel(Grid grid, bool titleWanted)
    {
        var rows = new List<Cell>[grid.Rows];
        for (int r = 0; r < grid.Rows; r++) rows[r] = [];
        foreach (var cell in grid.Cells) rows[cell.Row].Add(cell);

        int first = 0, last = grid.Rows - 1;
        var heading = new List<(string Text, double Size)>();
        while (first < last && IsHeadingRow(grid, rows[first], titleWanted))
        {
            foreach (var cell in rows[first])
                if (!cell.IsBlank) heading.Add((cell.Text, cell.Ink.Height));
            titleWanted &= !heading.Any(h => LineKinds.IsTitle(h.Text));
            first++;
        }
        // The right columns of a wide sheet have no names: blank rows above their amounts are rows of the table.
        if (heading.Count == 0 && rows[first].Any(c => !c.IsBlank) && rows[first].TrueForAll(c => c.IsBlank || CellKinds.IsAmount(c.Text))) first = 0;
        var notes = new List<string>();
        while (last > first && IsNoteRow(grid, rows[last]))
        {
            notes.AddRange(rows[last].Where(c => !c.IsBlank).Select(c => c.Text));
            last--;
        }
        notes.Reverse();
        return (GridTrim.Rows(grid, first, last), heading, notes.Count == 0 ? null : string.Join('\n', notes));
    }

    /// <summary>
    /// The unit that a row of its own prints inside the table, above its amounts (单位：万元 right-aligned under the boxhead), and the grid with
    /// that row blank; null and the same grid when there is none.
    /// </summary>
    public static (Grid Grid, string? Unit) TakeUnitRow(Grid grid)
    {
        foreach (var cell in grid.Cells)
        {
            if (cell.IsBlank || cell.ColumnSpan < Math.Max(2, grid.Columns - 1)) continue;
            if (cell.Row > DeepestBoxhead) break;
            if (LineKinds.Unit(cell.Text) is not { } unit || LineKinds.WithoutUnit(cell.Text).Length > 0 || grid.Cells.Any(c => c != cell && c.Row == cell.Row && !c.IsBlank)) continue;
            return (grid with { Cells = grid.Cells.Replace(cell, cell with { Text = "", RawText = "", Ink = cell.Box }) }, unit);
        }
        return (grid, null);
    }

    /// <summary>Rows of the deepest boxheads (年度, 合计 and 其中, their parts, 栏次).</summary>
    private const int DeepestBoxhead = 6;

    private static bool IsHeadingRow(Grid grid, List<Cell> cells, bool titleWanted)
    {
        if (cells.Count == 0 || cells.Any(c => c.RowSpan > 1)) return false;
        var texts = cells.Where(c => !c.IsBlank).ToList();
        if (texts.Count == 0) return true;
        if (texts.Count == 1 && texts[0].ColumnSpan == grid.Columns && LineKinds.IsTitle(texts[0].Text)) return true;
        if (texts.Count == 1 && titleWanted && texts[0].ColumnSpan == grid.Columns && grid.Columns > 1 && texts[0].Text.Contains('表')) return true;
        return texts.All(c => LineKinds.IsLabel(c.Text) || IsUnitLine(c.Text) || texts.Count > 1 && IsOwner(c.Text) || (LineKinds.IsDepartmentLine(c.Text) && !c.Text.EndsWith('称')))
            && (texts.Count == 1 || texts.Any(c => IsUnitLine(c.Text)));
    }

    // 360石家庄市教育局, 某某市教育局 or 2024年度 beside 单位：万元.
    private static bool IsOwner(string text) => LineKinds.IsCodedOrganisation(text) || LineKinds.IsOrganisationOrYear(text);

    private static bool IsUnitLine(string text) => text.Length < 40 && LineKinds.Unit(text) is not null && !text.Contains('合') && !text.Contains("名称", StringComparison.Ordinal);

    private static bool IsNoteRow(Grid grid, List<Cell> cells)
    {
        var texts = cells.Where(c => !c.IsBlank).ToList();
        if (texts.Count != 1) return false;
        return texts[0].ColumnSpan >= Math.Max(2, grid.Columns - 1) && LineKinds.IsNote(texts[0].Text);
    }
}
