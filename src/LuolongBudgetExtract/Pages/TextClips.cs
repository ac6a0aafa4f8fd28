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

    // A page has thousands of operators of text and few clips: each operator keeps the index of its clip.
    private readonly List<Visible> _clips;
    private readonly List<int> _clipOfSequence;
    private readonly int _known;

    private TextClips(List<Visible> clips, List<int> clipOfSequence, int known) => (_clips, _clipOfSequence, _known) = (clips, clipOfSequence, known);

    /// <summary>What of the page is visible, in displayed coordinates (points).</summary>
    private readonly record struct Visible(double Top, double Bottom, double Left, double Right);

    /// <summary>
    /// Null when nothing is clipped. Text in form XObjects has operators of its own, so from the first one on letters cannot be told
    /// apart by their operators: they count as visible.
    /// </summary>
    public static TextClips? Of(UglyToad.PdfPig.Content.Page page, double height)
    {
        var paths = page.Paths.Where(p => p.IsClipping).ToArray();
        if (paths.Length == 0) return null;
        var operations = page.Operations;
        List<Visible> visible = [new(double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity)];
        var stack = new Stack<int>();
        // Letters count their operators from 1.
        List<int> seen = [0];
        int current = 0, clips = 0, beforeForms = int.MaxValue;
        for (int i = 0; i < operations.Count; i++)
        {
            var type = operations[i].GetType();
            if (IsText(type)) seen.Add(current);
            else if (type == typeof(Push)) stack.Push(current);
            else if (type == typeof(Pop)) current = stack.Count > 0 ? stack.Pop() : current;
            else if (type == typeof(InvokeNamedXObject)) beforeForms = Math.Min(beforeForms, seen.Count);
            else if (IsClip(type))
            {
                if (clips == paths.Length) return null;
                if (paths[clips++].GetBoundingRectangle() is not { } box) return null;
                var outer = visible[current];
                current = visible.Count;
                visible.Add(new Visible(
                    Math.Max(outer.Top, height - Math.Max(box.Top, box.Bottom)), Math.Min(outer.Bottom, height - Math.Min(box.Top, box.Bottom)),
                    Math.Max(outer.Left, Math.Min(box.Left, box.Right)), Math.Min(outer.Right, Math.Max(box.Left, box.Right))));
            }
        }
        if (page.Letters.Count == 0 || page.Letters.Max(l => l.TextSequence) == seen.Count - 1) beforeForms = int.MaxValue;
        else if (beforeForms == int.MaxValue || clips != paths.Length) return null;
        return new TextClips(visible, seen, Math.Min(seen.Count, beforeForms));
    }

    /// <summary>True when at least half of the glyph's height is seen.</summary>
    public bool Shows(Letter letter, Glyph glyph)
    {
        if (letter.TextSequence >= _known) return true;
        var (top, bottom, left, right) = _clips[_clipOfSequence[letter.TextSequence]];
        if (right - left < NarrowestColumn) return false;
        if (glyph.Vertical) return glyph.Box.CentreY >= top && glyph.Box.CentreY <= bottom;
        double middle = glyph.Baseline - DigitHeight * glyph.Size / 2;
        return middle >= top && middle <= bottom;
    }

    // By exact type: a page has ten thousands of operators, and asking each whether it is one of nine classes took a twelfth of reading it.
    private static bool IsText(Type type) =>
        type == typeof(ShowText) || type == typeof(ShowTextsWithPositioning) || type == typeof(MoveToNextLineShowText) || type == typeof(MoveToNextLineShowTextWithSpacing);

    private static bool IsClip(Type type) => type == typeof(ModifyClippingByNonZeroWindingIntersect) || type == typeof(ModifyClippingByEvenOddIntersect);
}
