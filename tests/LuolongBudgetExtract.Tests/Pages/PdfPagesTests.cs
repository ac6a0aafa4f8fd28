using System.Globalization;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Tests.Pages;

/// <summary>What a reader sees, in displayed coordinates: origin at the top left, rotation and CropBox applied.</summary>
public sealed class PdfPagesTests
{
    private static Page Read(byte[] pdf) => Assert.Single(PdfPages.Read(pdf, new ReadingOptions()).Pages);

    [Theory]
    [InlineData("UniGB-UCS2-H")]
    [InlineData("UniGB-UTF16-H")]
    public void Predefined_encodings_without_an_embedded_font_are_read(string encoding)
    {
        var source = PdfPages.Read(HandmadePdf.Build("支出预算12.5", encoding), new ReadingOptions());
        Assert.Equal(TextLayer.Good, source.TextLayer);
        Assert.Equal("支出预算12.5", Assert.Single(TextLines.Read(source.Pages[0].Glyphs)).Text);
    }

    [Theory]
    [InlineData("UniGB-UCS2-V")]
    [InlineData("UniGB-UTF16-V")]
    public void Vertical_writing_stands_one_character_below_another(string encoding)
    {
        var glyphs = Read(HandmadePdf.Build("支出预算", encoding)).Glyphs;
        Assert.Equal("支出预算", string.Concat(glyphs.OrderBy(g => g.Baseline).Select(g => g.Text)));
        Assert.Single(glyphs.Select(g => Math.Round(g.Box.X0)).Distinct());
    }

    // The text starts at (100, 250) from the bottom left of a page of 400 × 300.
    [Theory]
    [InlineData("/MediaBox [0 0 400 300]", 100, 50)]
    [InlineData("/MediaBox [-20 -30 380 270]", 120, 20)]
    [InlineData("/MediaBox [0 0 400 300] /CropBox [50 40 350 260]", 50, 10)]
    [InlineData("/MediaBox [0 0 400 300] /Rotate 90", 250, 100)]
    [InlineData("/MediaBox [0 0 400 300] /Rotate 90 /CropBox [50 40 350 260]", 210, 50)]
    [InlineData("/MediaBox [0 0 400 300] /Rotate 180 /CropBox [50 40 350 260]", 250, 210)]
    [InlineData("/MediaBox [0 0 400 300] /Rotate 270 /CropBox [50 40 350 260]", 10, 250)]
    public void Glyphs_stand_where_they_are_displayed(string page, double x, double y)
    {
        var glyph = Read(HandmadePdf.Build("支", page: page)).Glyphs[0];
        // Its box touches the point where its baseline begins, whichever way the page is turned.
        Assert.True(glyph.Box.Inflate(4).Contains(x, y), $"{glyph.Box} is not at {x}, {y}");
    }

    [Fact]
    public void White_lines_and_white_text_are_not_seen_and_black_ones_are()
    {
        var white = Read(HandmadePdf.Build("支", before: "1 g 1 G 10 10 200 1 re f 10 50 m 300 50 l S"));
        Assert.Empty(white.Rulings);
        Assert.Empty(white.Glyphs);
        var black = Read(HandmadePdf.Build("支", before: "0 g 0 G 10 10 200 1 re f 10 50 m 300 50 l S"));
        Assert.Equal(2, black.Rulings.Length);
        Assert.Single(black.Glyphs);
    }

    // 内部资料 2026, turned by 30° or large across the rows; a large title stands on nothing. 8349 7A3F is 草稿.
    [Theory]
    [InlineData("BT /F1 12 Tf 0.866 0.5 -0.5 0.866 90 240 Tm <83497A3F> Tj ET", "支出预算合计")]
    [InlineData("BT /F1 40 Tf 1 0 0 1 95 240 Tm <83497A3F> Tj ET", "支出预算合计")]
    [InlineData("BT /F1 40 Tf 1 0 0 1 95 150 Tm <83497A3F> Tj ET", "支出预算合计草稿")]
    [InlineData("BT /F1 12 Tf 0.9986 0.0523 -0.0523 0.9986 100 200 Tm <83497A3F> Tj ET", "支出预算合计草稿")]
    public void Text_printed_across_the_page_belongs_to_no_line(string mark, string seen) =>
        Assert.Equal(seen, string.Concat(Read(HandmadePdf.Build("支出预算合计", before: mark)).Glyphs.OrderBy(g => Math.Round(g.Baseline / 20)).ThenBy(g => g.Box.X0).Select(g => g.Text)));

    [Fact]
    public void White_text_on_a_shaded_boxhead_is_seen() =>
        Assert.Single(Read(HandmadePdf.Build("支", before: "0.2 g 90 240 100 40 re f 1 g")).Glyphs);

    // A boxhead in a colour is parted by white lines; a line painted before the colour is covered by it.
    [Theory]
    [InlineData("0.5 g 10 10 200 40 re f 1 g 100 10 1 40 re f", 1)]
    [InlineData("0.5 g 10 10 200 40 re f 1 G 100 10 m 100 50 l S", 1)]
    [InlineData("1 g 100 10 1 40 re f 0.5 g 10 10 200 40 re f", 0)]
    [InlineData("0.5 g 10 10 200 40 re f 1 g 300 10 1 40 re f", 0)]
    public void White_lines_are_seen_on_a_shade(string painted, int rulings) =>
        Assert.Equal(rulings, Read(HandmadePdf.Build("支", before: painted)).Rulings.Length);

    // Every other row is shaded: the border of a column goes on unseen through the white rows, and nothing else does.
    [Fact]
    public void A_white_line_goes_on_between_the_shades_that_show_it()
    {
        var page = Read(HandmadePdf.Build("支", before: "0.9 g 10 10 200 20 re f 10 50 200 20 re f 1 G 100 10 m 100 30 l S 100 30 m 100 50 l S 100 50 m 100 70 l S 150 30 m 150 50 l S"));

        var ruling = Assert.Single(page.Rulings);
        Assert.Equal((false, 60.0), (ruling.Horizontal, Math.Round(ruling.Length, 3)));
    }

    [Theory]
    [InlineData(2.0, 30, 1)] // dots and gaps
    [InlineData(1.0, 30, 0)] // no gaps: a bar of a picture
    [InlineData(2.0, 4, 0)] // leaders
    [InlineData(8.0, 30, 0)] // bullets
    public void A_row_of_small_squares_is_a_dotted_ruling(double pitch, int dots, int rulings)
    {
        foreach (var horizontal in (bool[])[true, false])
        {
            var painted = string.Join(' ', Enumerable.Range(0, dots).Select(i => (10 + (i * pitch)).ToString(CultureInfo.InvariantCulture)).Select(at => horizontal ? $"{at} 20 1 1 re f" : $"20 {at} 1 1 re f"));

            var page = Read(HandmadePdf.Build("支", before: "0 g " + painted));

            Assert.Equal(rulings, page.Rulings.Length);
            Assert.All(page.Rulings, r => Assert.Equal((horizontal, 59.0), (r.Horizontal, Math.Round(r.Length, 3))));
        }
    }

    // Browsers fill each dash of a dashed border, as long as three of its widths; some are a hair shorter.
    [Theory]
    [InlineData(2.25, 3.7)]
    [InlineData(2.2, 3.7)]
    public void A_row_of_dashes_is_a_ruling(double dash, double pitch)
    {
        foreach (var horizontal in (bool[])[true, false])
        {
            var at = Enumerable.Range(0, 20).Select(i => (10 + (i * pitch)).ToString(CultureInfo.InvariantCulture));
            var painted = string.Join(' ', at.Select((x, i) => (i == 4 ? dash : 2.26) is var length && horizontal ? $"{x} 20 {length} 0.75 re f" : $"20 {x} 0.75 {length} re f"));

            var ruling = Assert.Single(Read(HandmadePdf.Build("支", before: "0 g " + painted)).Rulings);

            Assert.Equal((horizontal, true), (ruling.Horizontal, ruling.Length > 19 * pitch));
        }
    }

    [Fact]
    public void Straight_curves_and_rectangles_give_rulings_and_slanted_lines_do_not()
    {
        var page = Read(HandmadePdf.Build("支", before: "10 20 m 100 20 200 20 300 20 c S 20 100 80 50 re S 10 10 m 200 90 l S"));
        Assert.Equal(3, page.Rulings.Count(r => r.Horizontal));
        Assert.Equal(2, page.Rulings.Count(r => !r.Horizontal));
    }

    // A spreadsheet prints the cell that a page break cuts on both pages and clips it. The text's digits stand between y = 250 and 259.
    [Theory]
    [InlineData("0 240 400 60 re W n", 2)]
    [InlineData("0 0 400 255 re W n", 2)]
    [InlineData("0 0 400 252 re W n", 0)]
    [InlineData("q 0 0 400 100 re W n Q", 2)]
    [InlineData("0 240 400 60 re W n 0 0 400 100 re W n", 0)]
    [InlineData("100 240 0.2 60 re W n", 0)]
    public void Text_above_or_below_its_clip_or_in_a_hidden_column_is_not_on_the_paper(string clip, int seen) =>
        Assert.Equal(seen, Read(HandmadePdf.Build("支出", before: clip)).Glyphs.Length);

    [Fact]
    public void A_number_that_is_clipped_at_its_side_stays_whole() =>
        Assert.Equal(6, Read(HandmadePdf.Build("264.64", before: "0 240 120 60 re W n")).Glyphs.Length);

    private const string Upright = "/MediaBox [0 0 400 600]";

    [Theory]
    [InlineData("0 1 -1 0 400 0 cm")]
    [InlineData("0 -1 1 0 0 600 cm")]
    public void A_page_whose_text_runs_sideways_is_turned_until_it_reads(string turn)
    {
        var page = Read(HandmadePdf.Build(new string('支', 40), page: Upright, before: $"{turn} 100 240 m 300 240 l S"));

        Assert.Equal((600, 400), (page.Width, page.Height));
        Assert.All(page.Glyphs, g => Assert.False(g.Vertical));
        Assert.Equal((100, 150), (page.Glyphs[0].Box.X0, page.Glyphs[0].Baseline), (a, b) => Math.Abs(a.X0 - b.X0) < 0.1 && Math.Abs(a.Baseline - b.Baseline) < 0.1);
        var ruling = Assert.Single(page.Rulings);
        Assert.True(ruling.Horizontal);
        Assert.Equal([160, 100, 300], new[] { ruling.Position, ruling.Start, ruling.End }.Select(v => Math.Round(v)));
    }

    [Fact]
    public void A_few_turned_words_turn_no_page() =>
        Assert.Equal((400, 600), Read(HandmadePdf.Build("单位支出", page: Upright, before: "0 1 -1 0 400 0 cm")) is var page ? (page.Width, page.Height) : default);
}
