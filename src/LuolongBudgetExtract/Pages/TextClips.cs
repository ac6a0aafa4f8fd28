using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.ClippingPaths;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;

namespace LuolongBudgetExtract.Pages;

/// <summary>
/// Between which heights the text of a page is visible. A spreadsheet prints a cell that a page break cuts on both pages and clips it:
/// what stands outside the clip is in the file and not on the paper, and reading it would double a figure. At the sides only a clip too
/// narrow for any character counts (a hidden column): a number that is cut at its side would become another number.
/// </summary>
internal sealed class TextClips
{
    /// <summary>Ink of digits above the baseline (part of the font size).</summary>
    private const double DigitHeight = 0.72;

    /// <summary>No character is seen through a clip narrower than this (points).</summary>
    private const double NarrowestColumn = 1;

    private readonly Visible[] _ofSequence;

    private TextClips(Visible[] ofSequence) => _ofSequence = ofSequence;

    /// <summary>What of the page is visible, in displayed coordinates (points).</summary>
    private readonly record struct Visible(double Top, double Bottom, double Left, double Right);

    /// <summary>
    /// Null when nothing is clipped. Text in form XObjects has operators of its own, so from the first one on letters cannot be told
    /// apart by their operators: they count as visible.
    /// </summary>
    public static TextClips? Of(UglyToad.PdfPig.Content.Page page, double height)
    {
        if (!page.Operations.Any(o => o is ModifyClippingByEvenOddIntersect or ModifyClippingByNonZeroWindingIntersect)) return null;
        var paths = page.Paths.Where(p => p.IsClipping).ToArray();
        var current = new Visible(double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity);
        var stack = new Stack<Visible>();
        // Letters count their operators from 1.
        var seen = new List<Visible> { current };
        int clips = 0, beforeForms = int.MaxValue;
        foreach (var operation in page.Operations)
        {
            switch (operation)
            {
                case Push:
                    stack.Push(current);
                    break;
                case Pop:
                    if (stack.Count > 0) current = stack.Pop();
                    break;
                case ModifyClippingByEvenOddIntersect or ModifyClippingByNonZeroWindingIntersect:
                    if (clips == paths.Length) return null;
                    if (paths[clips++].GetBoundingRectangle() is not { } box) return null;
                    current = new Visible(
                        Math.Max(current.Top, height - Math.Max(box.Top, box.Bottom)), Math.Min(current.Bottom, height - Math.Min(box.Top, box.Bottom)),
                        Math.Max(current.Left, Math.Min(box.Left, box.Right)), Math.Min(current.Right, Math.Max(box.Left, box.Right)));
                    break;
                case InvokeNamedXObject:
                    beforeForms = Math.Min(beforeForms, seen.Count);
                    break;
                default:
                    if (IsText(operation)) seen.Add(current);
                    break;
            }
        }
        if (page.Letters.Count == 0 || page.Letters.Max(l => l.TextSequence) == seen.Count - 1) beforeForms = int.MaxValue;
        else if (beforeForms == int.MaxValue || clips != paths.Length) return null;
        return new TextClips([.. seen.Take(beforeForms)]);
    }

    /// <summary>True when at least half of the glyph's height is seen.</summary>
    public bool Shows(Letter letter, Glyph glyph)
    {
        if (letter.TextSequence >= _ofSequence.Length) return true;
        var (top, bottom, left, right) = _ofSequence[letter.TextSequence];
        if (right - left < NarrowestColumn) return false;
        if (glyph.Vertical) return glyph.Box.CentreY >= top && glyph.Box.CentreY <= bottom;
        double middle = glyph.Baseline - DigitHeight * glyph.Size / 2;
        return middle >= top && middle <= bottom;
    }

    private static bool IsText(IGraphicsStateOperation operation) =>
        operation is ShowText or ShowTextsWithPositioning or MoveToNextLineShowText or MoveToNextLineShowTextWithSpacing;
}
