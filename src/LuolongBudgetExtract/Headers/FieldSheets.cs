using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>
/// Sheets of fields (项目绩效目标表) that a page break cuts. Each block of such a sheet has borders of its own, so the two parts need not share
/// a single inner one: what they share are the sides of the sheet.
/// </summary>
internal static class FieldSheets
{
    /// <summary>Borders of one sheet differ from page to page by less than this (points).</summary>
    private const double SameBorder = 3;

    /// <param name="first">The fragment that the sheet begins with.</param>
    public static bool Continues(TableFragment first, TableFragment last, TableFragment next) =>
        first.HeaderRows == 0 && next.Around is { Label: null, Unit: null, Title: null }
        && last.Grid.Method == GridMethod.Ruled && next.Grid.Method == GridMethod.Ruled
        && Near(last.Grid.Box.X0, next.Grid.Box.X0) && Near(last.Grid.Box.X1, next.Grid.Box.X1)
        && Opening(first.Grid) is { } opening && Boxhead.IsFieldName(opening) && Opening(next.Grid) != opening;

    /// <summary>The parts of one sheet over all of their borders together; parts that have the same ones are left as they are.</summary>
    public static ImmutableArray<TableFragment> Align(ImmutableArray<TableFragment> parts)
    {
        var first = parts[0].Grid;
        if (parts.Length == 1 || parts[0].HeaderRows > 0 || parts.All(p => ColumnMap.Shift(p.Grid, first) is not null)) return parts;
        if (parts.Any(p => p.Grid.Method != GridMethod.Ruled || !Near(p.Grid.Box.X0, first.Box.X0) || !Near(p.Grid.Box.X1, first.Box.X1))) return parts;
        var edges = new List<double>();
        foreach (var edge in parts.SelectMany(p => p.Grid.ColumnEdges).Order())
            if (edges.Count == 0 || !Near(edges[^1], edge)) edges.Add(edge);
        return [.. parts.Select(p => p with { Grid = Over(p.Grid, edges) })];
    }

    private static Grid Over(Grid grid, List<double> edges)
    {
        var at = grid.ColumnEdges.Select(e => edges.FindIndex(x => Near(x, e))).ToArray();
        return grid with
        {
            ColumnEdges = [.. edges],
            Cells = [.. grid.Cells.Select(c => c with { Column = at[c.Column], ColumnSpan = at[c.LastColumn + 1] - at[c.Column] })],
        };
    }

    private static string? Opening(Grid grid) => grid.Cells.FirstOrDefault(c => c.Row == 0 && !c.IsBlank)?.Text;

    private static bool Near(double a, double b) => Math.Abs(a - b) < SameBorder;
}
