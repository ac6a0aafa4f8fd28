using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Inspection;

/// <summary>Draws over a page what every stage saw on it: glyphs, rulings, cells, boxheads, what every line outside is, glyphs in no cell.</summary>
public static class PageDrawing
{
    private const string Style = """
        text{font-family:'Noto Sans CJK SC','Source Han Sans SC','SimSun',sans-serif;fill:#333}
        .ruling{stroke:#d33;stroke-width:.6;opacity:.7}
        .cell{fill:#39f1;stroke:#06c;stroke-width:.7}
        .head{fill:#fa03;stroke:#c80;stroke-width:.7}
        .number{fill:#0a02}
        .lost{fill:#f006;stroke:#f00}
        .Heading{fill:#90f2}.Note{fill:#0992}.Footer{fill:#8883}.Narrative{fill:#0001}.Orphan{fill:#f005}
        .legend text{font-size:8px;fill:#000}
        """;

    /// <summary>An SVG document in displayed points.</summary>
    /// <param name="pdf">The whole file.</param>
    /// <param name="pageNumber">Counted from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The document has no such page.</exception>
    /// <exception cref="UnreadablePdfException">The file cannot be read.</exception>
    public static string Svg(byte[] pdf, int pageNumber, PipelineOptions options)
    {
        var source = PdfPages.Read(pdf, options.Reading);
        if (pageNumber < 1 || pageNumber > source.Pages.Length)
            throw new ArgumentOutOfRangeException(nameof(pageNumber), pageNumber, $"the document has pages 1 to {source.Pages.Length}");
        var page = source.Pages[pageNumber - 1];
        var regions = TableRegions.Find(page);
        var grids = regions.Regions.Select(Lattice.Build).ToImmutableArray();
        var (fragments, outside) = Fragments.Read(regions, grids, []);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(page.Width)} {N(page.Height + 14)}\" width=\"{N(page.Width * 1.5)}\"><style>{Style}</style>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{N(page.Width)}\" height=\"{N(page.Height)}\" fill=\"#fff\"/>");
        foreach (var line in outside) Rectangle(svg, line.Line.Box, line.Kind.ToString(), line.Kind + ": " + line.Line.Text);
        foreach (var fragment in fragments) Draw(svg, fragment);
        foreach (var ruling in page.Rulings) Line(svg, ruling);
        foreach (var glyph in page.Glyphs)
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{N(glyph.Box.X0)}\" y=\"{N(glyph.Baseline)}\" font-size=\"{N(glyph.Size)}\">{WebUtility.HtmlEncode(glyph.Text)}</text>");
        foreach (var glyph in grids.SelectMany(g => g.Unassigned)) Rectangle(svg, glyph.Box, "lost", "in no cell: " + glyph.Text);
        Legend(svg, page, fragments);
        return svg.Append("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, TableFragment fragment)
    {
        foreach (var cell in fragment.Grid.Cells)
        {
            bool head = cell.Row < fragment.HeaderRows;
            Rectangle(svg, cell.Box, head ? "head" : CellKinds.IsAmount(cell.Text) ? "cell number" : "cell",
                string.Create(CultureInfo.InvariantCulture, $"row {cell.Row} column {cell.Column}, {cell.RowSpan} x {cell.ColumnSpan}: {cell.Text}"));
        }
    }

    private static void Legend(StringBuilder svg, Page page, ImmutableArray<TableFragment> fragments)
    {
        var text = string.Join("   ", fragments.Select((f, i) => string.Create(CultureInfo.InvariantCulture,
            $"#{i + 1} {f.Grid.Method} {f.Grid.Rows}x{f.Grid.Columns}, boxhead {f.HeaderRows}: {f.Around.Label} {f.Around.Title} {f.Around.Unit}")));
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"legend\"><text x=\"4\" y=\"{N(page.Height + 10)}\">page {page.Number}: ");
        svg.Append(CultureInfo.InvariantCulture, $"{page.Glyphs.Length} glyphs, {page.Rulings.Length} rulings, {fragments.Length} tables   {WebUtility.HtmlEncode(text)}</text></g>");
    }

    private static void Rectangle(StringBuilder svg, Box box, string kind, string title) => svg.Append(CultureInfo.InvariantCulture,
        $"<rect class=\"{kind}\" x=\"{N(box.X0)}\" y=\"{N(box.Y0)}\" width=\"{N(box.Width)}\" height=\"{N(box.Height)}\"><title>{WebUtility.HtmlEncode(title)}</title></rect>");

    private static void Line(StringBuilder svg, Ruling r)
    {
        var (x0, y0, x1, y1) = r.Horizontal ? (r.Start, r.Position, r.End, r.Position) : (r.Position, r.Start, r.Position, r.End);
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"ruling\" x1=\"{N(x0)}\" y1=\"{N(y0)}\" x2=\"{N(x1)}\" y2=\"{N(y1)}\"/>");
    }

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
