using System.Globalization;
using System.Text;
using CsCheck;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Pages.Content;
using UglyToad.PdfPig;

namespace LuolongBudgetExtract.Tests.Pages;

/// <summary>Our own way through the content of a page against PdfPig's.</summary>
public sealed class PrintedPagesTests
{
    [Theory]
    [InlineData("cells-cut-by-page-breaks.pdf")]
    [InlineData("gbk-cmap-not-embedded.pdf")]
    [InlineData("rotated-pages-narrower-continuation.pdf")]
    [InlineData("owner-password-only.pdf")]
    [InlineData("luolong-2023-chromium.pdf")]
    [InlineData("luolong-2023-writer.pdf")]
    [InlineData("chongqing-2021-debt-table-ruled-by-few-lines.pdf")]
    [InlineData("shanghai-2026-amounts-in-yuan-codes-in-three-columns.pdf")]
    [InlineData("petition-bureau-2024-final-account.pdf")]
    public void Letters_and_paths_are_those_of_PdfPigs_own_pages(string file)
    {
        using var document = PdfDocument.Open(RepositoryFiles.Bytes(file), new ParsingOptions { ClipPaths = false });
        document.AddPageFactory<PrintedPage, PrintedPages>();
        for (int number = 1; number <= document.NumberOfPages; number++)
        {
            var (theirs, ours) = (document.GetPage(number), document.GetPage<PrintedPage>(number));
            Assert.Equal((theirs.Width, theirs.Height, theirs.NumberOfImages), (ours.Width, ours.Height, ours.Images));
            Assert.Equal(
                theirs.Letters.Select(l => (l.Value, Point(l.StartBaseLine), Point(l.EndBaseLine), l.PointSize, l.FontName ?? "", l.RenderingMode)),
                ours.Letters.Select(l => (l.Value, Point(l.Start), Point(l.End), l.PointSize, l.FontName ?? "", l.RenderingMode)));
            Assert.Equal(Painted(theirs.Paths), Painted(ours.Paths));
        }
    }

    [Theory]
    [InlineData("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")] // a picture
    [InlineData("1 2 3 nonsense")]
    [InlineData("1 w w")] // an operand is missing
    [InlineData("1e3 w")]
    [InlineData(">>")]
    [InlineData("/A#42 gs")]
    public void A_stream_that_is_not_well_formed_is_read_on_as_PdfPig_does(string before)
    {
        Assert.Null(new ContentOperations(Encoding.Latin1.GetBytes(before)).Read());
        Assert.Equal("支出", string.Concat(PdfPages.Read(HandmadePdf.Build("支出", before: before), new ReadingOptions()).Pages[0].Glyphs.Select(g => g.Text)));
    }

    [Theory]
    [InlineData("/Span << /MCID 1 /Nested << /A [(a) true] >> /ActualText (x\\)y) >> BDC 1 w EMC % a note", "w")]
    [InlineData("[(ab) -20.5 <0041 4>] TJ(c)Tj 1 2(d)\"", "TJ Tj \"")]
    [InlineData("[3 2] 0 d [] 0 d 0 J .5 .5 .5 rg /P scn 1 scn", "d d J rg scn scn")]
    public void Well_formed_content_needs_nobody_elses_parser(string content, string operators) =>
        Assert.Equal(operators, string.Join(' ', new ContentOperations(Encoding.Latin1.GetBytes(content)).Read()!.Select(o => o.Operator)));

    [Fact]
    public void Numbers_are_the_nearest_ones() => Gen.Select(Gen.Long[-999_999_999, 999_999_999], Gen.Int[0, 6]).Sample((digits, places) =>
    {
        var printed = (digits / (decimal)Math.Pow(10, places)).ToString("F" + places, CultureInfo.InvariantCulture);
        var reader = new ContentReader(Encoding.ASCII.GetBytes(printed));
        return reader.Next() == ContentToken.Number && reader.Number == double.Parse(printed, CultureInfo.InvariantCulture);
    });

    // A form is seen through its box alone, and what it clips is visible again behind it.
    [Theory]
    [InlineData("[0 240 400 300]", 4)]
    [InlineData("[0 0 400 100]", 2)]
    public void Text_in_a_form_is_seen_through_the_box_of_the_form(string box, int seen)
    {
        var pdf = HandmadePdf.Build("支出", page: "/MediaBox [0 0 400 300]", before: "/Form Do", form: $"/BBox {box}");

        Assert.Equal(seen, PdfPages.Read(pdf, new ReadingOptions()).Pages[0].Glyphs.Length);
    }

    private static (double, double) Point(UglyToad.PdfPig.Core.PdfPoint p) => (Math.Round(p.X, 6), Math.Round(p.Y, 6));

    private static IEnumerable<string> Painted(IEnumerable<UglyToad.PdfPig.Graphics.PdfPath> paths) => paths.Where(p => p.IsFilled || p.IsStroked)
        .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.IsFilled} {p.IsStroked} {p.LineWidth} {p.FillColor} {p.StrokeColor} {p.GetBoundingRectangle()?.Left:F4} {p.GetBoundingRectangle()?.Top:F4} {p.GetBoundingRectangle()?.Width:F4} {p.GetBoundingRectangle()?.Height:F4}"));
}
