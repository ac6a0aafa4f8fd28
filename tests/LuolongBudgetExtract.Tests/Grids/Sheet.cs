using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Tests.Grids;

/// <summary>A page set in print of 10 points: Chinese 10 wide, digits 5; texts by their middle, left or right end (x) and baseline (y).</summary>
internal sealed class Sheet
{
    private readonly List<Glyph> _glyphs = [];
    private readonly List<Ruling> _rules = [];

    public Sheet Centred(string text, double x, double y) => Left(text, x - Width(text) / 2, y);

    public Sheet Right(string text, double x, double y) => Left(text, x - Width(text), y);

    public Sheet Left(string text, double x, double y)
    {
        foreach (char c in text)
        {
            _glyphs.Add(new Glyph(c.ToString(), c.ToString(), new Box(x, y - 8, x + Width(c), y + 2), y, 10, false, false));
            x += Width(c);
        }
        return this;
    }

    public Sheet Rule(double y, double x0 = 40, double x1 = 560)
    {
        _rules.Add(new Ruling(true, y, x0, x1));
        return this;
    }

    public Sheet Side(double x, double y0, double y1)
    {
        _rules.Add(new Ruling(false, x, y0, y1));
        return this;
    }

    /// <summary>The printed cells of the only table, line by line.</summary>
    public string[] Cells() =>
        [.. Grid().Cells.Where(c => !c.IsBlank).GroupBy(c => c.Row).OrderBy(g => g.Key).Select(g => string.Join(" ", g.OrderBy(c => c.Column).Select(c => Spans(c) + c.Text)))];

    /// <summary>The columns of the only table, printed or blank.</summary>
    public int Columns() => Grid().Columns;

    private Grid Grid()
    {
        var page = new Page(1, 680, 800, [.. _glyphs.OrderBy(g => g.Baseline).ThenBy(g => g.Box.X0)], [.. _rules], 0, 0);
        var grid = Lattice.Build(InferredRulings.Complete(Assert.Single(TableRegions.Find(page).Regions)));
        Assert.Empty(grid.Unassigned);
        return grid;
    }

    private static string Spans(Cell cell) => cell.ColumnSpan > 1 ? $"[{cell.ColumnSpan}]" : "";

    private static double Width(string text) => text.Sum(Width);

    private static double Width(char c) => c < 0x80 ? 5 : 10;
}
