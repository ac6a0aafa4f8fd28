using System.Collections.Immutable;
using LuolongBudgetExtract.Pages.Content;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Graphics.Colors;

namespace LuolongBudgetExtract.Pages;

/// <summary>A PDF that cannot be read on, with a cause from a closed list.</summary>
/// <param name="cause">password, not_a_pdf, damaged, limit.</param>
/// <param name="page">Page where reading stopped, null when the file did not open.</param>
public sealed class UnreadablePdfException(string cause, string message, int? page, Exception? inner = null)
    : Exception($"{cause}: {(page is null ? "" : $"page {page}: ")}{message}", inner)
{
    public string Cause { get; } = cause;
}

/// <summary>Reads a PDF by PdfPig into displayed coordinates. The only place that opens documents.</summary>
public static class PdfPages
{
    /// <exception cref="UnreadablePdfException">With the cause; nothing else is thrown for bad input that can be caught at all.</exception>
    public static SourcePages Read(byte[] pdf, ReadingOptions limits, Action<int>? pageRead = null)
    {
        var alarms = new ReadingAlarms();
        int? current = null;
        try
        {
            if (pdf.AsSpan(0, Math.Min(pdf.Length, 1024)).IndexOf("%PDF"u8) < 0)
                throw new UnreadablePdfException("not_a_pdf", "the first kilobyte has no %PDF header", null);
            using var document = PdfDocument.Open(pdf, new ParsingOptions
            {
                Logger = alarms,
                FilterProvider = new CheckedFilters(limits, alarms),
                ClipPaths = false,
            });
            if (document.NumberOfPages > limits.MaxPages)
                throw new UnreadablePdfException("limit", $"{document.NumberOfPages} pages, at most {limits.MaxPages} are allowed", null);
            document.AddPageFactory<PrintedPage, PrintedPages>();
            var pages = ImmutableArray.CreateBuilder<Page>(document.NumberOfPages);
            for (int number = 1; number <= document.NumberOfPages; number++)
            {
                current = number;
                pages.Add(ReadPage(document, document.GetPage<PrintedPage>(number), alarms, limits));
                pageRead?.Invoke(number);
            }
            current = null;
            var read = pages.ToImmutable();
            return new SourcePages(read, document.NumberOfPages, document.Information.Producer, LayerOf(read), [.. alarms.Alarms]);
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadablePdfException("password", "the file asks for a user password", null, e);
        }
        catch (Exception e) when (e is not UnreadablePdfException and not OutOfMemoryException)
        {
            // PdfPig throws many undeclared types on damaged input: this is the document boundary of reading.
            throw new UnreadablePdfException("damaged", $"{e.GetType().Name}: {e.Message}", current, e);
        }
    }

    private static Page ReadPage(PdfDocument document, PrintedPage page, ReadingAlarms alarms, ReadingOptions limits)
    {
        double width = page.Width, height = page.Height;
        var letters = page.Letters;
        if (letters.Count > limits.MaxGlyphsPerPage)
            throw new UnreadablePdfException("limit", $"{letters.Count} glyphs, at most {limits.MaxGlyphsPerPage} are allowed", page.Number);
        var glyphs = new List<Glyph>(letters.Count);
        int unreadable = 0;
        bool space = false, white = false;
        IColor? ink = null;
        List<Box>? shades = null;
        HashSet<string>? unicodeCoded = null;
        var sideways = SidewaysText.Of(letters, width, height);
        List<PrintedLetter>? kept = sideways is null ? null : [];
        foreach (var letter in letters)
        {
            if (string.IsNullOrEmpty(letter.Value) || IsBlank(letter.Value))
            {
                space = true;
                continue;
            }
            // Mode 3 is printed invisibly: the text layer that a scanner's OCR guessed, never a typeset figure.
            if (letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip) continue;
            if (Watermarks.IsOblique(letter)) continue;
            if (IsUnreadable(letter, alarms, document, page, ref unicodeCoded))
            {
                unreadable++;
                continue;
            }
            var glyph = GlyphOf(letter, height, space);
            space = false;
            // White on white is not seen: some publishers hide the parameters of their forms that way. White on a shaded boxhead is.
            if (!ReferenceEquals(letter.Color, ink)) white = PathRulings.IsWhite(ink = letter.Color);
            if (white)
            {
                shades ??= PathRulings.Shades(page.Paths, height);
                if (!shades.Any(b => b.Contains(glyph.Box.CentreX, glyph.Box.CentreY))) continue;
            }
            if (letter.Clip?.Shows(glyph) == false) continue;
            if (glyph.Box.CentreX < 0 || glyph.Box.CentreX > width || glyph.Box.CentreY < 0 || glyph.Box.CentreY > height) continue;
            glyphs.Add(glyph);
            kept?.Add(letter);
        }
        if (sideways is null) glyphs = Watermarks.Remove(glyphs);
        var lines = GlyphOutlines.Remove(PathRulings.Find(page.Paths, height), glyphs);
        if (sideways is not null)
        {
            glyphs = [.. glyphs.Select((g, i) => sideways.Turn(kept![i], g))];
            lines = [.. lines.Select(sideways.Turn)];
            (width, height) = (height, width);
        }
        var rulings = RulingMerge.Merge(lines);
        return new Page(page.Number, width, height, [.. DoublePrints.Remove(glyphs)], rulings, unreadable, page.Images);
    }

    // Ascent and descent of Chinese fonts; the em box is what a typesetter centres in a cell.
    private const double Ascent = 0.88, Descent = 0.12;

    internal static Glyph OnBaseline(string text, string raw, double x0, double x1, double baseline, double size, bool space) =>
        new(text, raw, new Box(x0, baseline - Ascent * size, x1, baseline + Descent * size), baseline, size, false, space);

    private static Glyph GlyphOf(PrintedLetter letter, double pageHeight, bool space)
    {
        PdfPoint start = letter.Start, end = letter.End;
        var text = Radicals.Fold(letter.Value);
        var size = letter.PointSize > 0 ? letter.PointSize : Math.Max(1, Math.Abs(letter.Ink.Height));
        bool vertical = Math.Abs(end.Y - start.Y) > Math.Abs(end.X - start.X) + 0.01;
        if (!vertical)
        {
            return OnBaseline(text, letter.Value, Math.Min(start.X, end.X), Math.Max(start.X, end.X), pageHeight - (start.Y + end.Y) / 2, size, space);
        }
        var ink = letter.Ink;
        double x0 = Math.Min(Math.Min(ink.TopLeft.X, ink.BottomRight.X), Math.Min(ink.BottomLeft.X, ink.TopRight.X));
        double x1 = Math.Max(Math.Max(ink.TopLeft.X, ink.BottomRight.X), Math.Max(ink.BottomLeft.X, ink.TopRight.X));
        double y0 = Math.Min(Math.Min(ink.TopLeft.Y, ink.BottomRight.Y), Math.Min(ink.BottomLeft.Y, ink.TopRight.Y));
        double y1 = Math.Max(Math.Max(ink.TopLeft.Y, ink.BottomRight.Y), Math.Max(ink.BottomLeft.Y, ink.TopRight.Y));
        var turned = new Box(x0, pageHeight - y1, x1, pageHeight - y0);
        return new Glyph(text, letter.Value, turned, turned.Y1 - Descent * size, size, true, space);
    }

    private static bool IsBlank(string value)
    {
        foreach (var c in value)
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF' or '\u00AD' or '\0')) return false;
        return true;
    }

    private static bool IsUnreadable(PrintedLetter letter, ReadingAlarms alarms, PdfDocument document, PrintedPage page, ref HashSet<string>? unicodeCoded)
    {
        foreach (var c in letter.Value)
            if (char.IsControl(c) || c is '\uFFFD' || (c is >= '\uE000' and <= '\uF8FF')) return true;
        if (letter.FontName is not { } font || !alarms.IsUnmapped(letter.Value, font)) return false;
        unicodeCoded ??= UnicodeCodedFonts.Of(document, page.Dictionary);
        return !unicodeCoded.Contains(font);
    }

    // A share of glyphs without meaning above this makes every number doubtful; healthy documents have none.
    private const double UnusableShare = 0.05;

    private static TextLayer LayerOf(ImmutableArray<Page> pages)
    {
        long glyphs = pages.Sum(p => (long)p.Glyphs.Length), unreadable = pages.Sum(p => (long)p.Unreadable);
        if (glyphs + unreadable == 0) return TextLayer.None;
        if (unreadable > UnusableShare * (glyphs + unreadable)) return TextLayer.Unusable;
        // A picture page without a letter may hold a scanned table; a document whose pages are mostly such is a scan with a typed cover.
        int scanned = pages.Count(p => p.Glyphs.Length == 0 && p.Unreadable == 0 && p.Images > 0);
        if (scanned * 2 > pages.Length && glyphs < 50 * pages.Length) return TextLayer.None;
        return unreadable > 0 || scanned > 0 ? TextLayer.Partial : TextLayer.Good;
    }
}
