using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>Lays the columns of a fragment over the leaf columns of the whole table.</summary>
internal static class ColumnMap
{
    /// <summary>Column borders of one table differ from page to page by less than this (points).</summary>
    private const double SameBorder = 6;

    /// <summary>The shift (points) that lays all borders of <paramref name="part"/> on borders of <paramref name="model"/>; null when none does.</summary>
    /// <remarks>A spreadsheet prints only the used columns and centres them, so a continuation can be narrower and stand elsewhere.</remarks>
    public static double? Shift(Grid part, Grid model)
    {
        if (part.Columns < Math.Min(3, model.Columns)) return null;
        if (Fits(part, model, 0)) return 0;
        double shift = model.Box.X0 - part.Box.X0;
        return Fits(part, model, shift) ? shift : null;
    }

    /// <summary>For each column of <paramref name="part"/> the column of <paramref name="model"/>; never decreasing.</summary>
    public static int[] Of(Grid part, Grid model)
    {
        var map = new int[part.Columns];
        if (part.Columns == model.Columns)
        {
            for (int c = 0; c < map.Length; c++) map[c] = c;
            return map;
        }
        double scale = 1, shift = Shift(part, model) ?? double.NaN;
        if (double.IsNaN(shift))
        {
            // Set to another width (portrait, then landscape): compare positions relative to the frames.
            scale = model.Box.Width / part.Box.Width;
            shift = model.Box.X0 - part.Box.X0 * scale;
        }
        double[] edges = [.. model.ColumnEdges];
        for (int c = 0; c < map.Length; c++)
            map[c] = Edges.Band(edges, (part.ColumnEdges[c] + part.ColumnEdges[c + 1]) / 2 * scale + shift);
        return map;
    }

    private static bool Fits(Grid part, Grid model, double shift)
    {
        int near = 0;
        foreach (var edge in part.ColumnEdges)
            if (model.ColumnEdges.Any(e => Math.Abs(e - edge - shift) < SameBorder)) near++;
        return near >= 0.85 * part.ColumnEdges.Length;
    }
}
