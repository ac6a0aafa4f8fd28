namespace LuolongBudgetExtract.Pages;

/// <summary>
/// Drops lines that are the strokes of glyphs: programs that draw bold text as outlines leave the horizontals and verticals of its
/// Chinese characters among the paths, and they look like tiny lattices.
/// </summary>
internal static class GlyphOutlines
{
    /// <summary>A border of a cell is longer than any character is wide (points); pieces of a dashed border are rarely on a glyph.</summary>
    private const double LongestStroke = 40;

    /// <summary>The stroke of an outline stands out of the glyph's em box by half its width (points).</summary>
    private const double Margin = 1;

    public static List<Ruling> Remove(List<Ruling> rulings, IReadOnlyList<Glyph> glyphs)
    {
        if (glyphs.Count == 0 || !rulings.Exists(r => r.Length < LongestStroke)) return rulings;
        var cells = new Dictionary<(int, int), List<Glyph>>();
        foreach (var glyph in glyphs)
        {
            var key = Key(glyph.Box.CentreX, glyph.Box.CentreY);
            if (cells.TryGetValue(key, out var here)) here.Add(glyph);
            else cells[key] = [glyph];
        }
        return rulings.FindAll(r => r.Length >= LongestStroke || !IsStroke(r, cells));
    }

    private static bool IsStroke(Ruling ruling, Dictionary<(int, int), List<Glyph>> cells)
    {
        double middle = (ruling.Start + ruling.End) / 2;
        var (x, y) = ruling.Horizontal ? Key(middle, ruling.Position) : Key(ruling.Position, middle);
        for (int i = x - 1; i <= x + 1; i++)
            for (int j = y - 1; j <= y + 1; j++)
                if (cells.TryGetValue((i, j), out var near))
                    foreach (var glyph in near)
                        if (IsInside(ruling, glyph.Box)) return true;
        return false;
    }

    private static bool IsInside(Ruling ruling, Box box) => ruling.Horizontal
        ? ruling.Position > box.Y0 - Margin && ruling.Position < box.Y1 + Margin && ruling.Start > box.X0 - Margin && ruling.End < box.X1 + Margin
        : ruling.Position > box.X0 - Margin && ruling.Position < box.X1 + Margin && ruling.Start > box.Y0 - Margin && ruling.End < box.Y1 + Margin;

    private static (int, int) Key(double x, double y) => ((int)Math.Floor(x / LongestStroke), (int)Math.Floor(y / LongestStroke));
}
