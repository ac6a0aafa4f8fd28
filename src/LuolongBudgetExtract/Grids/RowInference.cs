using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>
/// Adds the horizontal rulings that a table ruled only between its columns leaves out: where the cells of a band hold numbers on
/// several lines, the lines are rows. A number that is broken over two lines is not: its first line fills the cell.
/// </summary>
internal static class RowInference
{
    /// <summary>A band lower than this holds one line (points): two lines of the smallest print, 5 pt, with their spacing.</summary>
    private const double LowestBand = 13;

    /// <summary>Lines further apart than this many font sizes are never one broken text (double-spaced Chinese print has 2.6 / 1.3).</summary>
    private const double WidestSpacing = 2;

    /// <summary>Middles of characters of one line differ by less than this (points).</summary>
    private const double Leeway = 4;

    /// <summary>Baselines of one line differ by less than this (points).</summary>
    private const double OneHeight = 1;

    public static TableRegion Complete(TableRegion region)
    {
        var edges = LatticeEdges.Of(region);
        var stacked = BandsOfStackedDigits(region.Glyphs, edges.Y);
        List<Ruling>? added = null;
        List<List<Token>>? lines = null;
        for (int band = 0; band < edges.Rows; band++)
        {
            if (!stacked[band] || edges.Y[band + 1] - edges.Y[band] < LowestBand) continue;
            lines ??= Tokens.Lines(region.Glyphs);
            var inside = lines.Where(l => l[0].Middle > edges.Y[band] && l[0].Middle < edges.Y[band + 1]).ToList();
            if (inside.Count < 2 || !HoldsRows(inside, edges.X)) continue;
            foreach (var y in NumberRows.Edges(inside, edges.X)) (added ??= []).Add(new Ruling(true, y, region.Box.X0, region.Box.X1));
        }
        return added is null ? region : region with { Rulings = region.Rulings.AddRange(added), Method = GridMethod.PartlyRuled };
    }

    /// <summary>The bands with digits at several heights; no other can hold several rows, and few tables have any.</summary>
    private static bool[] BandsOfStackedDigits(IReadOnlyList<Glyph> glyphs, double[] edges)
    {
        var first = new double[edges.Length - 1];
        var stacked = new bool[edges.Length - 1];
        Array.Fill(first, double.NaN);
        foreach (var glyph in glyphs)
        {
            if (!char.IsAsciiDigit(glyph.Text[^1])) continue;
            // A line stands where its first character does, whose middle may be on the other side of a border.
            double middle = glyph.Box.CentreY;
            int last = Edges.Band(edges, middle + Leeway);
            for (int band = Edges.Band(edges, middle - Leeway); band <= last; band++)
            {
                if (double.IsNaN(first[band])) first[band] = glyph.Baseline;
                else stacked[band] |= Math.Abs(glyph.Baseline - first[band]) > OneHeight;
            }
        }
        return stacked;
    }

    /// <summary>At least two lines hold whole numbers under each other in one column, or beside names, and more such lines hold them than do not.</summary>
    private static bool HoldsRows(List<List<Token>> lines, double[] columns)
    {
        var last = new Dictionary<int, Token>();
        int stacked = 0, broken = 0, named = 0;
        foreach (var line in lines)
        {
            foreach (var token in line)
            {
                if (!IsNumber(token.Text)) continue;
                int column = Edges.Band(columns, token.Centre);
                if (last.TryGetValue(column, out var above))
                {
                    if ((IsFull(above, columns, column) || BrokenNumbers.Continues(above.Text, token.Text)) && token.Baseline - above.Baseline < WidestSpacing * token.Size) broken++;
                    else stacked++;
                }
                last[column] = token;
            }
            if (Name(line, columns) is { } name && !IsNumber(name.Text) && !IsFull(name, columns, 0) && line.Any(t => t != name && IsNumber(t.Text))) named++;
        }
        // One number under another can be a count in a remark; a body has them line after line, in several columns, or each beside its name.
        return (stacked >= 2 || stacked == 1 && named >= 2) && stacked > broken;
    }

    private static Token? Name(List<Token> line, double[] columns) => line.Find(t => Edges.Band(columns, t.Centre) == 0);

    internal static bool IsNumber(string text) =>
        text.Length > 0 && char.IsAsciiDigit(text[^1] is '%' && text.Length > 1 ? text[^2] : text[^1]) && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '%' or '－' or '−' or '¥' or '￥');

    internal static bool IsFull(Token token, double[] columns, int column)
    {
        const double padding = 2 * 5.4; // as in CellText.IsFull
        return columns[column + 1] - columns[column] - (token.X1 - token.X0) < padding + token.Size * (char.IsAsciiDigit(token.Text[^1]) ? 0.5 : 1);
    }
}
