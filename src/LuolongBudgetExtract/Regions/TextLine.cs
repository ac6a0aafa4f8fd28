using System.Collections.Immutable;
using System.Text;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Regions;

/// <summary>A run of glyphs on one baseline, without a wide gap inside.</summary>
/// <param name="Text">Glyphs joined, the typesetter's spaces between Chinese characters removed.</param>
/// <param name="RawText">Glyphs joined with the printed spaces.</param>
public sealed record TextLine(string Text, string RawText, Box Box, double Baseline, double Size, ImmutableArray<Glyph> Glyphs)
{
    public int Digits
    {
        get
        {
            int digits = 0;
            foreach (var c in Text)
                if (char.IsAsciiDigit(c)) digits++;
            return digits;
        }
    }
}

/// <summary>Sorts glyphs into lines by their baselines: box centres differ between Chinese characters and digits, baselines do not.</summary>
public static class TextLines
{
    /// <summary>Baselines within this part of the font size are one line (superscripts and mixed fonts stay below it, line spacing above).</summary>
    public const double SameLine = 0.4;

    /// <summary>A gap wider than this part of the font size separates two texts on one baseline (部门：…      单位：万元).</summary>
    public const double WideGap = 1.9;

    /// <summary>A gap wider than this part of the font size between two ASCII characters reads as a space.</summary>
    public const double WordGap = 0.22;

    /// <summary>A printed space is at least this wide (Arial 0.278, half-width Chinese 0.5 of the size); letter-spacing by tiny spaces is narrower.</summary>
    public const double PrintedSpace = 0.26;

    /// <summary>A gap wider than this part of the font size between two digits separates two numbers.</summary>
    public const double NumberGap = 0.65;

    /// <summary>Width of a point or comma in the narrowest fonts of print (part of the font size).</summary>
    public const double LostPoint = 0.22;

    /// <summary>All glyphs grouped by baseline from top to bottom, each line from left to right.</summary>
    public static List<List<Glyph>> Group(IReadOnlyList<Glyph> glyphs)
    {
        var lines = new List<List<Glyph>>();
        if (glyphs.Count == 0) return lines;
        var sorted = FromTop(glyphs);
        var line = new List<Glyph> { sorted[0] };
        double sum = sorted[0].Baseline;
        for (int i = 1; i < sorted.Length; i++)
        {
            var glyph = sorted[i];
            double mean = sum / line.Count;
            if (glyph.Baseline - mean <= SameLine * Math.Min(glyph.Size, line[^1].Size))
            {
                line.Add(glyph);
                sum += glyph.Baseline;
                continue;
            }
            lines.Add(line);
            line = [glyph];
            sum = glyph.Baseline;
        }
        lines.Add(line);
        foreach (var each in lines) SortFromLeft(each);
        return lines;
    }

    // Most programs print in the order of reading: then there is nothing to sort.
    private static Glyph[] FromTop(IReadOnlyList<Glyph> glyphs)
    {
        var sorted = glyphs.ToArray();
        for (int i = 1; i < sorted.Length; i++)
            if (sorted[i].Baseline < sorted[i - 1].Baseline)
            {
                Array.Sort(sorted, static (a, b) => a.Baseline.CompareTo(b.Baseline));
                break;
            }
        return sorted;
    }

    private static void SortFromLeft(List<Glyph> line)
    {
        for (int i = 1; i < line.Count; i++)
            if (line[i].Box.X0 < line[i - 1].Box.X0)
            {
                line.Sort(static (a, b) => a.Box.X0.CompareTo(b.Box.X0));
                return;
            }
    }

    /// <summary>The lines of glyphs that stand in no table, split at wide gaps; top to bottom, left to right.</summary>
    public static ImmutableArray<TextLine> Read(IReadOnlyList<Glyph> glyphs)
    {
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        foreach (var group in Group(glyphs))
        {
            int start = 0;
            for (int i = 1; i <= group.Count; i++)
            {
                if (i < group.Count && group[i].Box.X0 - group[i - 1].Box.X1 <= WideGap * Math.Max(group[i].Size, group[i - 1].Size)) continue;
                lines.Add(LineOf(group.GetRange(start, i - start)));
                start = i;
            }
        }
        return lines.ToImmutable();
    }

    private static TextLine LineOf(List<Glyph> glyphs)
    {
        var box = glyphs[0].Box;
        double baseline = 0, size = 0;
        foreach (var glyph in glyphs)
        {
            box = box.Union(glyph.Box);
            baseline += glyph.Baseline;
            size = Math.Max(size, glyph.Size);
        }
        return new TextLine(Join(glyphs), JoinRaw(glyphs), box, baseline / glyphs.Count, size, [.. glyphs]);
    }

    /// <summary>Text of one line, with a space only where two ASCII words or numbers stand apart.</summary>
    public static string Join(IReadOnlyList<Glyph> line)
    {
        if (line.Count == 1) return line[0].Text;
        var text = new StringBuilder(line.Count);
        for (int i = 0; i < line.Count; i++)
        {
            if (i > 0 && IsAsciiWord(line[i - 1].Text[^1]) && IsAsciiWord(line[i].Text[0]) && IsSpace(line, i)) text.Append(' ');
            text.Append(line[i].Text);
        }
        return text.ToString();
    }

    /// <summary>Text of one line as the fonts say it, with a space at every printed space or gap.</summary>
    public static string JoinRaw(IReadOnlyList<Glyph> line)
    {
        if (line.Count == 1) return line[0].RawText;
        var text = new StringBuilder(line.Count);
        for (int i = 0; i < line.Count; i++)
        {
            if (i > 0 && IsGap(line[i - 1], line[i], 0.5)) text.Append(' ');
            text.Append(line[i].RawText);
        }
        return text.ToString();
    }

    // Digits of one number can be set wide (3,064.9 1), but evenly; two numbers stand a printed space or more than a digit apart.
    private static bool IsSpace(IReadOnlyList<Glyph> line, int at)
    {
        Glyph left = line[at - 1], right = line[at];
        bool digits = char.IsAsciiDigit(left.Text[^1]) && char.IsAsciiDigit(right.Text[0]);
        return !digits ? IsGap(left, right, WordGap)
            : right.SpaceBefore && IsGap(left, right, PrintedSpace) || IsGap(left, right, NumberGap) || IsGap(left, right, LostPoint) && IsHole(line, at);
    }

    /// <summary>
    /// True when the gap is wider than its neighbours by a point or more: a page cut through a line leaves 264 640000 of 264.640000,
    /// and that must not read as one number.
    /// </summary>
    private static bool IsHole(IReadOnlyList<Glyph> line, int at)
    {
        double gaps = 0;
        int count = 0;
        for (int i = 1; i < line.Count; i++)
        {
            if (i == at) continue;
            gaps += Math.Max(0, line[i].Box.X0 - line[i - 1].Box.X1);
            count++;
        }
        return count > 1 && line[at].Box.X0 - line[at - 1].Box.X1 - gaps / count > LostPoint * line[at].Size;
    }

    private static bool IsGap(Glyph left, Glyph right, double part) =>
        right.Box.X0 - left.Box.X1 > part * Math.Max(left.Size, right.Size);

    private static bool IsAsciiWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or '-' or '%';
}
