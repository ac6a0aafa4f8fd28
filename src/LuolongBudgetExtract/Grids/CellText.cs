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
        return new Cell(span.Row, span.Column, span.Rows, span.Columns, Join(lines), string.Join('\n', lines.Select(TextLines.JoinRaw)),
            page, box, ink, Math.Max(0, lines[0][0].Box.X0 - box.X0));
    }

    /// <summary>Lines of one cell as one text: broken Chinese and broken numbers are one word, broken Latin words stay two.</summary>
    internal static string Join(List<List<Glyph>> lines)
    {
        if (lines.Count == 1) return TextLines.Join(lines[0]);
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var next = TextLines.Join(line);
            if (text.Length > 0 && char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(next[0])) text.Append(' ');
            text.Append(next);
        }
        return text.ToString();
    }
}
