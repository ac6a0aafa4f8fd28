using LuolongBudgetExtract.Pages.Content;

namespace LuolongBudgetExtract.Pages;

/// <summary>Text that is printed across a page and belongs to no line of it: oblique, or large over the small print of a table.</summary>
internal static class Watermarks
{
    /// <summary>Sine of the angle from which a baseline is oblique (7°); a scan stands a little askew.</summary>
    private const double Oblique = 0.12;

    /// <summary>A watermark is at least so many times as large as the print that it covers.</summary>
    private const double Larger = 1.8;

    /// <summary>The part of a character's box that its ink fills for sure, from each side.</summary>
    private const double Margin = 0.15;

    public static bool IsOblique(PrintedLetter letter)
    {
        double dx = Math.Abs(letter.End.X - letter.Start.X), dy = Math.Abs(letter.End.Y - letter.Start.Y);
        return Math.Min(dx, dy) > Oblique * Math.Max(dx, dy);
    }

    /// <summary>The glyphs without lines of large print that stand on small print.</summary>
    public static List<Glyph> Remove(List<Glyph> glyphs)
    {
        if (glyphs.Count == 0) return glyphs;
        double print = CommonestSize(glyphs);
        if (!glyphs.Exists(g => g.Size >= Larger * print)) return glyphs;
        var covering = glyphs.Where(g => g.Size >= Larger * print).GroupBy(g => (Math.Round(g.Baseline), Math.Round(g.Size, 1))).Where(Covers).SelectMany(l => l).ToHashSet(ReferenceEqualityComparer.Instance);
        return covering.Count == 0 ? glyphs : glyphs.FindAll(g => !covering.Contains(g));

        // Half of its characters stand on some of the print.
        bool Covers(IEnumerable<Glyph> line)
        {
            var all = line.ToList();
            double top = all[0].Box.Y0 + Margin * all[0].Size, bottom = all[0].Box.Y1 - Margin * all[0].Size;
            var under = glyphs.FindAll(g => g.Size < Larger * print && g.Box.CentreY > top && g.Box.CentreY < bottom);
            int on = all.Count(g => under.Exists(u => u.Box.CentreX > g.Box.X0 + Margin * g.Box.Width && u.Box.CentreX < g.Box.X1 - Margin * g.Box.Width));
            return on >= 2 && 2 * on >= all.Count;
        }
    }

    // Of sizes that are as common the first on the page.
    private static double CommonestSize(List<Glyph> glyphs)
    {
        var counts = new OrderedDictionary<double, int>();
        foreach (var glyph in glyphs)
        {
            double size = Math.Round(glyph.Size, 1);
            counts[size] = counts.GetValueOrDefault(size) + 1;
        }
        return counts.MaxBy(c => c.Value).Key;
    }
}
