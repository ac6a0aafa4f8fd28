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

    /// <summary>
    /// The same for columns without vertical rulings, whose borders are inferred from the text of each page: the ink of every column stands
    /// in one column of <paramref name="model"/>, and the first begins where that one does. Null when it does not.
    /// </summary>
    public static int[]? ByInk(Grid part, Grid model)
    {
        if (part.Method == GridMethod.Ruled || model.Method == GridMethod.Ruled || part.Columns < 3 || part.Columns > model.Columns) return null;
        var (ink, own) = (Ink(part), Ink(model));
        if (ink[0] is not { } first || own[0] is not { } begin || Math.Abs(first.X0 - begin.X0) > 2 * SameBorder) return null;
        double[] edges = [.. model.ColumnEdges];
        var map = new int[part.Columns];
        for (int c = 0; c < map.Length; c++)
        {
            if (ink[c] is not { } text) return null;
            map[c] = Edges.Band(edges, (text.X0 + text.X1) / 2);
            if (map[c] < 0 || map[c] >= model.Columns || (c > 0 && map[c] <= map[c - 1])) return null;
            if (text.X0 < edges[map[c]] - InferredBorder || text.X1 > edges[map[c] + 1] + InferredBorder) return null;
        }
        return map;
    }

    // An inferred border stands anywhere between the texts of two columns (points).
    private const double InferredBorder = 15;

    private static (double X0, double X1)?[] Ink(Grid grid)
    {
        var ink = new (double X0, double X1)?[grid.Columns];
        foreach (var cell in grid.Cells)
            if (!cell.IsBlank && cell.ColumnSpan == 1)
                ink[cell.Column] = ink[cell.Column] is var (x0, x1) ? (Math.Min(x0, cell.Ink.X0), Math.Max(x1, cell.Ink.X1)) : (cell.Ink.X0, cell.Ink.X1);
        return ink;
    }

    /// <summary>For each column of <paramref name="part"/> the columns of <paramref name="model"/> that it covers; never decreasing.</summary>
    public static LeafRange[] Of(Grid part, Grid model)
    {
        double? same = Shift(part, model);
        if (same is null && ByInk(part, model) is { } byInk) return [.. byInk.Select(c => new LeafRange(c, c))];
        var map = new LeafRange[part.Columns];
        if (part.Columns == model.Columns)
        {
            for (int c = 0; c < map.Length; c++) map[c] = new LeafRange(c, c);
            return map;
        }
        double scale = 1, shift = same ?? double.NaN;
        if (double.IsNaN(shift))
        {
            // Set to another width (portrait, then landscape): compare positions relative to the frames.
            scale = model.Box.Width / part.Box.Width;
            shift = model.Box.X0 - part.Box.X0 * scale;
        }
        double[] edges = [.. model.ColumnEdges];
        // A border that no cell of the page has is not drawn there: 类|款|项 under a code of one cell in every row. Inferred borders tell nothing of the kind.
        bool drawn = part.Method == GridMethod.Ruled && model.Method == GridMethod.Ruled;
        for (int c = 0; c < map.Length; c++)
        {
            double left = part.ColumnEdges[c] * scale + shift, right = part.ColumnEdges[c + 1] * scale + shift;
            int first = Edges.Nearest(edges, left), end = Edges.Nearest(edges, right), middle = Edges.Band(edges, (left + right) / 2);
            map[c] = drawn && first < end && Math.Abs(edges[first] - left) < SameBorder && Math.Abs(edges[end] - right) < SameBorder
                ? new LeafRange(first, end - 1) : new LeafRange(middle, middle);
        }
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

/// <summary>The leaf columns of the whole table that a column of one page covers.</summary>
internal readonly record struct LeafRange(int First, int Last);
