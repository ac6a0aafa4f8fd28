namespace LuolongBudgetExtract.Pages;

/// <summary>
/// Removes second prints of a glyph on (nearly) the same place: bold faked by printing twice would double every digit.
/// </summary>
public static class DoublePrints
{
    /// <summary>A second print stands within this part of the font size; the narrowest real neighbours (digits) stand at 0.4 or more.</summary>
    public const double NearestNeighbour = 0.2;

    public static List<Glyph> Remove(List<Glyph> glyphs)
    {
        var seen = new Dictionary<(string Text, int X, int Y), List<Glyph>>(glyphs.Count);
        List<Glyph>? kept = null;
        for (int i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            if (IsSecondPrint(glyph, seen)) kept ??= glyphs.GetRange(0, i);
            else kept?.Add(glyph);
        }
        return kept ?? glyphs;
    }

    private static bool IsSecondPrint(Glyph glyph, Dictionary<(string Text, int X, int Y), List<Glyph>> seen)
    {
        // Bins of 4 pt: second prints are at most 0.2 × size away, so with sizes below 20 pt the four nearest bins are enough.
        const double bin = 4;
        var near = glyph.Size * NearestNeighbour;
        int x = (int)Math.Floor(glyph.Box.X0 / bin), y = (int)Math.Floor(glyph.Baseline / bin);
        int x0 = (int)Math.Floor((glyph.Box.X0 - near) / bin), x1 = (int)Math.Floor((glyph.Box.X0 + near) / bin);
        int y0 = (int)Math.Floor((glyph.Baseline - near) / bin), y1 = (int)Math.Floor((glyph.Baseline + near) / bin);
        for (int i = x0; i <= x1; i++)
            for (int j = y0; j <= y1; j++)
                if (seen.TryGetValue((glyph.Text, i, j), out var others))
                    foreach (var other in others)
                        if (Math.Abs(other.Box.X0 - glyph.Box.X0) < near && Math.Abs(other.Baseline - glyph.Baseline) < near
                            && Math.Abs(other.Size - glyph.Size) < 0.2 * glyph.Size)
                            return true;
        if (seen.TryGetValue((glyph.Text, x, y), out var here)) here.Add(glyph);
        else seen[(glyph.Text, x, y)] = [glyph];
        return false;
    }
}
