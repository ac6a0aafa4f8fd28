using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Narrative;

/// <summary>Joins the lines outside tables to paragraphs, over line and page breaks.</summary>
internal static partial class Paragraphs
{
    /// <summary>A line that ends within this many font sizes of the right margin is full: the sentence may go on below.</summary>
    private const double FullWithin = 2.6;

    /// <summary>Width of a digit (part of the font size).</summary>
    private const double Digit = 0.6;

    /// <summary>A line that begins this many font sizes right of the one before begins a paragraph.</summary>
    private const double Indent = 1.2;

    /// <summary>Lines of a paragraph follow each other within this many font sizes.</summary>
    private const double Spacing = 3.4;

    /// <summary>Font sizes of one paragraph differ by no more (points).</summary>
    private const double SameSize = 1.6;

    /// <summary>A text with fewer characters does not show where the right margin is.</summary>
    private const int LongLine = 15;

    public static IEnumerable<Paragraph> Join(ImmutableArray<OutsideLine> outside)
    {
        var lines = OnBaselines(outside, RunningTitles.Of(outside));
        var margins = RightMargins(lines);
        var open = ImmutableArray.CreateBuilder<OutsideLine>();
        foreach (var line in lines)
        {
            if (open.Count > 0 && !GoesOn(open, line, margins))
            {
                yield return new Paragraph(open.ToImmutable());
                open.Clear();
            }
            // A figure alone is no text, unless it fills up a sentence.
            if (open.Count > 0 || line.Kind == OutsideKind.Narrative) open.Add(line);
        }
        if (open.Count > 0) yield return new Paragraph(open.ToImmutable());
    }

    // Justified text has wide gaps, and brackets may hang: pieces on one baseline are one line again.
    private static List<OutsideLine> OnBaselines(ImmutableArray<OutsideLine> outside, HashSet<string> running)
    {
        var lines = new List<OutsideLine>();
        foreach (var line in outside)
        {
            if (line.Kind is not (OutsideKind.Narrative or OutsideKind.Orphan) || running.Contains(RunningTitles.Key(line.Line.Text))) continue;
            if (lines.Count > 0 && lines[^1] is var left && left.Page == line.Page && line.Line.Box.X0 >= left.Line.Box.X1 - 1
                && Math.Abs(left.Line.Baseline - line.Line.Baseline) < TextLines.SameLine * line.Line.Size && Math.Abs(left.Line.Size - line.Line.Size) < SameSize)
                lines[^1] = new OutsideLine(line.Page, Beside(left.Line, line.Line), OutsideKind.Narrative);
            else lines.Add(line);
        }
        return lines;
    }

    private static TextLine Beside(TextLine left, TextLine right) => left with
    {
        Text = left.Text + right.Text, RawText = left.RawText + " " + right.RawText, Box = left.Box.Union(right.Box), Glyphs = [.. left.Glyphs, .. right.Glyphs],
    };

    private static Dictionary<int, double> RightMargins(List<OutsideLine> lines)
    {
        var margins = new Dictionary<int, double>();
        foreach (var line in lines)
            if (line.Line.Text.Length >= LongLine && line.Line.Box.X1 > margins.GetValueOrDefault(line.Page)) margins[line.Page] = line.Line.Box.X1;
        return margins;
    }

    private static bool GoesOn(ImmutableArray<OutsideLine>.Builder open, OutsideLine line, Dictionary<int, double> margins)
    {
        var last = open[^1];
        double size = last.Line.Size, shift = line.Line.Box.X0 - last.Line.Box.X0;
        if (Math.Abs(size - line.Line.Size) > SameSize || Numbered().IsMatch(line.Line.Text) && (EndsSentence(last.Line.Text) || !IsFull(last, line, margins))) return false;
        if (last.Page == line.Page ? line.Line.Baseline - last.Line.Baseline > Spacing * size : line.Page != last.Page + 1) return false;
        // A line further right begins a paragraph; a hanging second line further left goes on.
        if (shift > Indent * size) return false;
        // A numbered heading that fills its line.
        if (open.Count == 1 && IsHeading(last.Line.Text) && (shift > -Indent * size || last.Line.Text.EndsWith("情况", StringComparison.Ordinal) || last.Line.Text.EndsWith("说明", StringComparison.Ordinal))) return false;
        bool hangs = open.Count == 1 && shift < -Indent * size;
        bool full = IsFull(last, line, margins);
        // Running text that breaks off in the middle goes on wherever its line ended.
        return full || !EndsSentence(last.Line.Text) && (hangs || last.Line.Text.Length >= LongLine && Punctuation().IsMatch(last.Line.Text) && !Numbered().IsMatch(line.Line.Text));
    }

    // A number that did not fit on the line leaves more room than a character.
    private static bool IsFull(OutsideLine last, OutsideLine next, Dictionary<int, double> margins) =>
        last.Line.Box.X1 >= margins.GetValueOrDefault(last.Page, double.MaxValue) - Math.Max(FullWithin, Digit * Unbreakable().Match(next.Line.Text).Length + 1) * last.Line.Size;

    private static bool IsHeading(string text) => Numbered().IsMatch(text) && !Punctuation().IsMatch(text);

    private static bool EndsSentence(string text) => text[^1] is '。' or '；' or ';' or '！' or '：' or ':' || text[^1] is '”' && text.Length > 1 && text[^2] == '。';

    [GeneratedRegex(@"^[\dA-Za-z.,，%％。；）]*")]
    private static partial Regex Unbreakable();

    [GeneratedRegex("[，。；：,;:]")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|第[一二三四五六七八九十]+部分)")]
    private static partial Regex Numbered();
}
