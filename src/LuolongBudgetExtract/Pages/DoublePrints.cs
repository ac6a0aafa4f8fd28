using System.Runtime.InteropServices;

namespace LuolongBudgetExtract.Pages;

/// <summary>
/// Removes second prints of a glyph on (nearly) the same place: bold faked by printing twice would double every digit.
/// </summary>
public static class DoublePrints
{
    /// <summary>A second print stands within this part of the font size; the narrowest real neighbours (digits) stand at 0.4 or more.</summary>
    public const double NearestNeighbour = 0.2;

    // Second prints are at most 0.2 × size away, so with sizes below 20 pt the four nearest bins are enough (points).
    private const double Bin = 4;

    public static List<Glyph> Remove(List<Glyph> glyphs)
    {
        // The last glyph of each bin, and before each glyph the one that stood in its bin before it.
        var last = new Dictionary<long, int>(glyphs.Count);
        var before = new int[glyphs.Count];
        List<Glyph>? kept = null;
        for (int i = 0; i < glyphs.Count; i++)
        {
            if (IsSecondPrint(glyphs, i, last, before)) kept ??= glyphs.GetRange(0, i);
            else
            {
                kept?.Add(glyphs[i]);
                ref int here = ref CollectionsMarshal.GetValueRefOrAddDefault(last, Key(BinOf(glyphs[i].Box.X0), BinOf(glyphs[i].Baseline)), out bool any);
                before[i] = any ? here : -1;
                here = i;
            }
        }
        return kept ?? glyphs;
    }

    private static bool IsSecondPrint(List<Glyph> glyphs, int at, Dictionary<long, int> last, int[] before)
    {
        var glyph = glyphs[at];
        double near = glyph.Size * NearestNeighbour, x = glyph.Box.X0, y = glyph.Baseline;
        int x0 = BinOf(x - near), x1 = BinOf(x + near), y0 = BinOf(y - near), y1 = BinOf(y + near);
        for (int i = x0; i <= x1; i++)
            for (int j = y0; j <= y1; j++)
            {
                if (!last.TryGetValue(Key(i, j), out int other)) continue;
                for (; other >= 0; other = before[other])
                    if (IsSame(glyphs[other], glyph, near)) return true;
            }
        return false;
    }

    private static bool IsSame(Glyph other, Glyph glyph, double near) =>
        Math.Abs(other.Box.X0 - glyph.Box.X0) < near && Math.Abs(other.Baseline - glyph.Baseline) < near
        && Math.Abs(other.Size - glyph.Size) < 0.2 * glyph.Size && other.Text == glyph.Text;

    private static int BinOf(double position) => (int)Math.Floor(position / Bin);

    private static long Key(int x, int y) => (long)x << 32 | (uint)y;
}
