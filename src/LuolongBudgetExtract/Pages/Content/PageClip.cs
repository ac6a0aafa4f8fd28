namespace LuolongBudgetExtract.Pages.Content;

/// <summary>
/// What of a page is visible (displayed coordinates, points, y downwards). A spreadsheet prints a cell that a page break cuts on both pages
/// and clips it: what stands outside the clip is in the file and not on the paper, and reading it would double a figure. At the sides only a
/// clip too narrow for any character counts (a hidden column): a number that is cut at its side would become another number.
/// </summary>
internal sealed record PageClip(double Top, double Bottom, double Left, double Right)
{
    /// <summary>Ink of digits above the baseline (part of the font size).</summary>
    private const double DigitHeight = 0.72;

    /// <summary>No character is seen through a clip narrower than this (points).</summary>
    private const double NarrowestColumn = 1;

    public PageClip Within(PageClip? outer) => outer is null ? this
        : new(Math.Max(Top, outer.Top), Math.Min(Bottom, outer.Bottom), Math.Max(Left, outer.Left), Math.Min(Right, outer.Right));

    /// <summary>True when at least half of the glyph's height is seen.</summary>
    public bool Shows(Glyph glyph)
    {
        if (Right - Left < NarrowestColumn) return false;
        double middle = glyph.Vertical ? glyph.Box.CentreY : glyph.Baseline - DigitHeight * glyph.Size / 2;
        return middle >= Top && middle <= Bottom;
    }
}
