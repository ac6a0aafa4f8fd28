using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Regions;

/// <summary>Where a glyph stands between two horizontal rulings.</summary>
public static class GlyphBand
{
    /// <summary>
    /// y of the middle of the glyph's ink (points), taken from the baseline: half the height of a digit is 0.36 of the size,
    /// of a Chinese character 0.38; a box centre would differ between the two.
    /// </summary>
    public static double Middle(Glyph glyph) => glyph.Vertical ? glyph.Box.CentreY : glyph.Baseline - 0.36 * glyph.Size;
}
