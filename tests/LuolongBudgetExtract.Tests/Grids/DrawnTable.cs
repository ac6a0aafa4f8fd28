using CsCheck;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace LuolongBudgetExtract.Tests.Grids;

/// <summary>How the sides of cells are drawn: what the programs that print budgets do.</summary>
public enum RuleStyle { Strokes, BrokenStrokes, ThinFills, CellRectangles }

/// <summary>One cell of a drawn table.</summary>
public sealed record DrawnCell(int Row, int Column, int Rows, int Columns, string Text);

/// <summary>A random ruled table with merged cells, and the PDF page that shows it.</summary>
public sealed record DrawnTable(double[] Widths, double[] Heights, DrawnCell[] Cells, RuleStyle Style)
{
    private const double Left = 40, Top = 60, PageWidth = 900, PageHeight = 700, FontSize = 8;

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Const(""), Gen.Int[0, 9_999_999].Select(n => (n / 100m).ToString("F2", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Char["abcxyz"].Array[1, 5].Select(c => new string(c)));

    public static Gen<DrawnTable> Any { get; } =
        from widths in Gen.Double[55, 110].Array[2, 7]
        from heights in Gen.Double[14, 40].Array[2, 9]
        from merges in Gen.Select(Gen.Int[0, 8], Gen.Int[0, 6], Gen.Int[1, 3], Gen.Int[1, 3]).Array[0, 5]
        from texts in Text.Array[widths.Length * heights.Length]
        from style in Gen.Enum<RuleStyle>()
        select new DrawnTable(widths, heights, Merge(heights.Length, widths.Length, merges, texts), style);

    public byte[] ToPdf()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageWidth, PageHeight);
        foreach (var cell in Cells)
        {
            double x0 = X(cell.Column), x1 = X(cell.Column + cell.Columns), y0 = Y(cell.Row), y1 = Y(cell.Row + cell.Rows);
            if (Style == RuleStyle.CellRectangles) page.DrawRectangle(new PdfPoint(x0, PageHeight - y1), x1 - x0, y1 - y0, 0.5);
            else
            {
                Side(page, x0, y0, x1, y0);
                Side(page, x0, y1, x1, y1);
                Side(page, x0, y0, x0, y1);
                Side(page, x1, y0, x1, y1);
            }
            if (cell.Text.Length > 0) page.AddText(cell.Text, FontSize, new PdfPoint(x0 + 3, PageHeight - (y0 + y1) / 2 - 3), font);
        }
        return builder.Build();
    }

    private void Side(PdfPageBuilder page, double x0, double y0, double x1, double y1)
    {
        switch (Style)
        {
            case RuleStyle.ThinFills:
                page.SetTextAndFillColor(0, 0, 0);
                page.DrawRectangle(new PdfPoint(x0 - 0.25, PageHeight - y1 - 0.25), Math.Max(0.5, x1 - x0), Math.Max(0.5, y1 - y0), 0.1, true);
                break;
            case RuleStyle.BrokenStrokes:
                for (int i = 0; i < 10; i++)
                    page.DrawLine(At(i / 10.0), At((i + 0.97) / 10.0), 0.5);
                break;
            default:
                page.DrawLine(At(0), At(1), 0.5);
                break;
        }

        PdfPoint At(double t) => new(x0 + t * (x1 - x0), PageHeight - (y0 + t * (y1 - y0)));
    }

    private double X(int column) => Left + Widths.Take(column).Sum();

    private double Y(int row) => Top + Heights.Take(row).Sum();

    private static DrawnCell[] Merge(int rows, int columns, (int Row, int Column, int Rows, int Columns)[] merges, string[] texts)
    {
        var taken = new bool[rows, columns];
        var cells = new List<DrawnCell>();
        foreach (var m in merges)
        {
            if (m.Row + m.Rows > rows || m.Column + m.Columns > columns || m.Rows * m.Columns == 1 || m.Rows * m.Columns == rows * columns) continue;
            if (Range(m).Any(at => taken[at.Row, at.Column])) continue;
            foreach (var at in Range(m)) taken[at.Row, at.Column] = true;
            cells.Add(new DrawnCell(m.Row, m.Column, m.Rows, m.Columns, texts[m.Row * columns + m.Column]));
        }
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
                if (!taken[r, c]) cells.Add(new DrawnCell(r, c, 1, 1, texts[r * columns + c]));
        return Compact(cells);

        static IEnumerable<(int Row, int Column)> Range((int Row, int Column, int Rows, int Columns) m) =>
            from r in Enumerable.Range(m.Row, m.Rows) from c in Enumerable.Range(m.Column, m.Columns) select (r, c);
    }

    // A border that no cell has is not there to be found: rows and columns count the borders that are drawn.
    private static DrawnCell[] Compact(List<DrawnCell> cells) => [.. cells.OrderBy(c => c.Row).ThenBy(c => c.Column)];

    /// <summary>The cells in the lattice that a reader can see, with rows and columns counted by drawn borders.</summary>
    public IEnumerable<DrawnCell> Visible()
    {
        var x = Cells.SelectMany(c => new[] { c.Column, c.Column + c.Columns }).Distinct().Order().ToList();
        var y = Cells.SelectMany(c => new[] { c.Row, c.Row + c.Rows }).Distinct().Order().ToList();
        return Cells.Select(c => new DrawnCell(y.IndexOf(c.Row), x.IndexOf(c.Column), y.IndexOf(c.Row + c.Rows) - y.IndexOf(c.Row), x.IndexOf(c.Column + c.Columns) - x.IndexOf(c.Column), c.Text))
            .OrderBy(c => c.Row).ThenBy(c => c.Column);
    }
}
