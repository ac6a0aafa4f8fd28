using System.Collections.Immutable;
using System.Text;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Narrative;

/// <summary>Running text joined over line and page breaks, with the way back to the page.</summary>
internal sealed class Paragraph
{
    private readonly ImmutableArray<OutsideLine> _lines;
    private readonly int[] _starts;
    private readonly int[] _origins;

    public Paragraph(ImmutableArray<OutsideLine> lines)
    {
        _lines = lines;
        _starts = new int[lines.Length];
        var printed = new StringBuilder();
        for (int i = 0; i < lines.Length; i++)
        {
            _starts[i] = printed.Length;
            printed.Append(lines[i].Line.Text);
        }
        Printed = printed.ToString();
        var folded = new StringBuilder(Printed.Length);
        var origins = new int[Printed.Length];
        for (int i = 0; i < Printed.Length; i++)
        {
            if (!FoldedText.IsKept(Printed[i])) continue;
            origins[folded.Length] = i;
            folded.Append(FoldedText.Fold(Printed[i]));
        }
        Text = folded.ToString();
        _origins = origins;
    }

    /// <summary>As printed.</summary>
    public string Printed { get; }

    /// <summary>Folded for matching (see <see cref="FoldedText"/>): half-width digits and punctuation, no spaces and quotes.</summary>
    public string Text { get; }

    public int FirstPage => _lines[0].Page;

    /// <summary>The printed text of a range of <see cref="Text"/>.</summary>
    public string PrintedOf(int from, int to)
    {
        if (to <= from) return "";
        int end = to < Text.Length ? _origins[to] : Printed.Length;
        int start = _origins[from];
        // The folded text has no quotes: an opening one belongs to what follows.
        while (start > 0 && Printed[start - 1] is '“' or '‘' or '《') start--;
        return Printed[start..end].TrimEnd('“', '‘', '《').Trim();
    }

    /// <summary>The page on which a character of <see cref="Text"/> stands.</summary>
    public int PageOf(int at) => _lines[LineOf(_origins[at])].Page;

    /// <summary>The box around that part of a range that stands on <paramref name="page"/>.</summary>
    public Box BoxOf(int from, int to, int page)
    {
        int first = _origins[from], last = _origins[to - 1];
        Box? box = null;
        for (int l = LineOf(first); l < _lines.Length && _starts[l] <= last; l++)
        {
            if (_lines[l].Page != page) continue;
            var part = Part(_lines[l], first - _starts[l], last - _starts[l]);
            box = box?.Union(part) ?? part;
        }
        return box ?? _lines[LineOf(first)].Line.Box;
    }

    private int LineOf(int printed)
    {
        int at = Array.BinarySearch(_starts, printed);
        return at >= 0 ? at : ~at - 1;
    }

    // Glyphs follow the characters of the line; a space that was put between two words belongs to none.
    private static Box Part(OutsideLine line, int from, int to)
    {
        var text = line.Line.Text;
        if (from <= 0 && to >= text.Length - 1) return line.Line.Box;
        Box? box = null;
        int at = 0;
        foreach (var glyph in line.Line.Glyphs)
        {
            if (at < text.Length && text[at] == ' ' && glyph.Text[0] != ' ') at++;
            if (at + glyph.Text.Length > from && at <= to) box = box?.Union(glyph.Box) ?? glyph.Box;
            at += glyph.Text.Length;
        }
        return box ?? line.Line.Box;
    }
}
