using System.Collections.Immutable;
using System.Text;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>Puts every glyph of a region into one cell and reads the cells' text.</summary>
internal static class CellText
{
    public static Grid Fill(TableRegion region, Edges edges, List<Span> spans)
    {
        var at = new int[edges.Rows, edges.Columns];
        for (int i = 0; i < spans.Count; i++)
            for (int r = spans[i].Row; r < spans[i].Row + spans[i].Rows; r++)
                for (int c = spans[i].Column; c < spans[i].Column + spans[i].Columns; c++) at[r, c] = i;

        var contents = new List<Glyph>?[spans.Count];
        foreach (var (glyph, x) in ColumnPositions.Of(region.Glyphs, edges.X))
        {
            int cell = at[Edges.Band(edges.Y, GlyphBand.Middle(glyph)), Edges.Band(edges.X, x)];
            (contents[cell] ??= []).Add(glyph);
        }

        var cells = ImmutableArray.CreateBuilder<Cell>(spans.Count);
        for (int i = 0; i < spans.Count; i++) cells.Add(CellOf(spans[i], contents[i], region.Page, edges));
        return new Grid(region.Page, region.Box, [.. edges.X], [.. edges.Y], cells.ToImmutable(), region.Method, []);
    }

    private static Cell CellOf(Span span, List<Glyph>? glyphs, int page, Edges edges)
    {
        var box = new Box(edges.X[span.Column], edges.Y[span.Row], edges.X[span.Column + span.Columns], edges.Y[span.Row + span.Rows]);
        if (glyphs is null) return new Cell(span.Row, span.Column, span.Rows, span.Columns, "", "", page, box, box, 0);
        var lines = TextLines.Group(glyphs);
        var ink = glyphs[0].Box;
        foreach (var glyph in glyphs) ink = ink.Union(glyph.Box);
        return new Cell(span.Row, span.Column, span.Rows, span.Columns, Join(lines, box.Width), string.Join('\n', lines.Select(TextLines.JoinRaw)),
            page, box, ink, Math.Max(0, lines[0][0].Box.X0 - box.X0));
    }

    /// <summary>
    /// Lines of one cell as one text. Broken Chinese is one word and broken Latin words stay two. A number goes on in the next line
    /// only when its own line is full, or either line is no number alone: otherwise two numbers stand one below the other, and a space keeps them apart.
    /// </summary>
    internal static string Join(List<List<Glyph>> lines, double cellWidth)
    {
        if (lines.Count == 1) return TextLines.Join(lines[0]);
        var text = new StringBuilder();
        List<Glyph>? above = null;
        foreach (var line in lines)
        {
            var next = TextLines.Join(line);
            if (above is not null)
            {
                bool words = char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(next[0]);
                bool numbers = char.IsAsciiDigit(text[^1]) && (char.IsAsciiDigit(next[0]) || next[0] is '-') && !IsFull(above, cellWidth) && !BrokenNumbers.Continues(TextLines.Join(above), next);
                if (words || numbers) text.Append(' ');
            }
            text.Append(next);
            above = line;
        }
        return text.ToString();
    }

    /// <summary>True when no further character would have fitted: what is left is less than one and the padding of both sides.</summary>
    internal static bool IsFull(List<Glyph> line, double cellWidth)
    {
        // Word pads a cell by 5.4 pt on each side, the widest default among the programs that print budgets.
        const double padding = 2 * 5.4;
        return cellWidth - (line[^1].Box.X1 - line[0].Box.X0) < padding + line[^1].Box.Width;
    }
}
