using LuolongBudgetExtract.Pages.Content;
using UglyToad.PdfPig.Core;

namespace LuolongBudgetExtract.Pages;

/// <summary>
/// A page whose text runs up or down without a /Rotate that says so, as when a wide sheet is printed into an upright file: it is turned
/// until it reads from left to right. Vertical writing, whose glyphs stand upright, and single turned words are left alone.
/// </summary>
/// <param name="Upwards">The text runs upwards, so that the page is turned clockwise.</param>
/// <param name="Width">Width of the page before it is turned (points).</param>
/// <param name="Height">Height of the page before it is turned (points).</param>
internal sealed record SidewaysText(bool Upwards, double Width, double Height)
{
    private const double NearlyAll = 0.9;

    /// <summary>A stamp or a label has fewer glyphs than a page of text.</summary>
    private const int FewestGlyphs = 30;

    /// <returns>How to turn the page; null for one that reads as it stands.</returns>
    public static SidewaysText? Of(IReadOnlyList<PrintedLetter> letters, double width, double height)
    {
        int up = 0, down = 0, all = 0;
        foreach (var letter in letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value)) continue;
            all++;
            double dx = letter.End.X - letter.Start.X, dy = letter.End.Y - letter.Start.Y;
            // The box of a turned glyph is turned as well; that of vertical writing is not.
            if (Math.Abs(dy) <= Math.Abs(dx) || Math.Abs(Math.Abs(letter.Ink.Rotation) - 90) > 1) continue;
            if (dy > 0) up++;
            else down++;
        }
        return Math.Max(up, down) is var most && most >= FewestGlyphs && most >= NearlyAll * all ? new SidewaysText(up > down, width, height) : null;
    }

    /// <summary>The glyph on the turned page.</summary>
    /// <param name="glyph">The glyph as it stands on the page.</param>
    public Glyph Turn(PrintedLetter letter, Glyph glyph)
    {
        var (start, end) = (Turn(letter.Start), Turn(letter.End));
        return PdfPages.OnBaseline(glyph.Text, glyph.RawText, Math.Min(start.X, end.X), Math.Max(start.X, end.X), (start.Y + end.Y) / 2, glyph.Size, glyph.SpaceBefore);
    }

    public Ruling Turn(Ruling r) => (r.Horizontal, Upwards) switch
    {
        (true, true) => new Ruling(false, Height - r.Position, r.Start, r.End),
        (true, false) => new Ruling(false, r.Position, Width - r.End, Width - r.Start),
        (false, true) => new Ruling(true, r.Position, Height - r.End, Height - r.Start),
        (false, false) => new Ruling(true, Width - r.Position, r.Start, r.End),
    };

    // From the coordinates of the file (y upwards) to those of the turned page (y downwards).
    private (double X, double Y) Turn(PdfPoint p) => Upwards ? (p.Y, p.X) : (Height - p.Y, Width - p.X);
}
