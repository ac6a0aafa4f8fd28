using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>Which leaf column of the whole table each column of a fragment is.</summary>
internal static class ColumnMap
{
    /// <summary>For each column of <paramref name="part"/> the column of <paramref name="model"/>; never decreasing.</summary>
    public static int[] Of(Grid part, Grid model)
    {
        var map = new int[part.Columns];
        if (part.Columns == model.Columns)
        {
            for (int c = 0; c < map.Length; c++) map[c] = c;
            return map;
        }
        // The frames may be set apart (landscape, portrait): compare positions relative to them when they differ.
        double scale = model.Box.Width / part.Box.Width, shift = model.Box.X0 - part.Box.X0 * scale;
        int near = part.ColumnEdges.Count(e => model.ColumnEdges.Any(o => Math.Abs(o - e) < LogicalTables.SameBorder));
        if (near >= 0.8 * part.ColumnEdges.Length) (scale, shift) = (1, 0);
        for (int c = 0; c < map.Length; c++)
        {
            double middle = (part.ColumnEdges[c] + part.ColumnEdges[c + 1]) / 2 * scale + shift;
            map[c] = Edges.Band([.. model.ColumnEdges], middle);
        }
        return map;
    }
}
