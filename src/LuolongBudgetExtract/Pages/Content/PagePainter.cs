using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Graphics.Colors;

namespace LuolongBudgetExtract.Pages.Content;

/// <summary>
/// Runs the operators of a page: keeps the letters with what was visible when each was shown, and the painted paths. What PdfPig's own pages
/// keep besides (marked content, glyph boxes, the exact clipping path) costs time and is not needed, and their letters do not know what clipped them.
/// </summary>
internal sealed partial class PagePainter(
    int pageNumber, DictionaryToken dictionary, IResourceStore resourceStore, IPdfTokenScanner pdfScanner, IPageContentParser pageContentParser,
    ILookupFilterProvider filterProvider, CropBox cropBox, UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, in TransformationMatrix initialMatrix, ParsingOptions parsingOptions)
    : BaseStreamProcessor<PrintedPage>(
        pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, parsingOptions)
{
    // The crop box (within the media box) is that of the file; letters and paths come turned.
    private readonly double _width = rotation.SwapsAxis ? cropBox.Bounds.Height : cropBox.Bounds.Width, _height = rotation.SwapsAxis ? cropBox.Bounds.Width : cropBox.Bounds.Height;
    private readonly List<PrintedLetter> _letters = [];
    private readonly Stack<PageClip?> _clips = [];
    private PageClip? _clip;
    private int _images;

    public override PrintedPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return new PrintedPage(pageNumberCurrent, dictionary, _width, _height, _letters, _paths, _images);
    }

    public override void PushState()
    {
        base.PushState();
        _clips.Push(_clip);
    }

    public override void PopState()
    {
        base.PopState();
        if (_clips.TryPop(out var clip)) _clip = clip;
    }

    /// <summary>Shows strings; a number between them moves the next one back.</summary>
    public void ShowPieces(ReadOnlySpan<ShownPiece> pieces)
    {
        var state = GetCurrentState().FontState;
        bool vertical = ResourceStore.GetFont(state.FontName)?.IsVertical == true;
        foreach (var (codes, back) in pieces)
        {
            if (codes.Length > 0) ShowText(new MemoryInputBytes(codes));
            if (back == 0) continue;
            double move = -back / 1000 * state.FontSize;
            TextMatrices.TextMatrix = vertical ? TextMatrices.TextMatrix.Translate(0, move) : TextMatrices.TextMatrix.Translate(move * state.HorizontalScaling / 100, 0);
        }
    }

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix, CharacterBoundingBox characterBoundingBox)
    {
        var advance = PerformantRectangleTransformer.Transform(
            renderingMatrix, textMatrix, transformationMatrix, new PdfRectangle(0, 0, characterBoundingBox.Width, UserSpaceUnit.PointMultiples));
        PdfPoint start = advance.BottomLeft, end = advance.BottomRight;
        var ink = default(PdfRectangle);
        if (pointSize <= 0 || Math.Abs(end.Y - start.Y) > Math.Abs(end.X - start.X))
        {
            ink = PerformantRectangleTransformer.Transform(renderingMatrix, textMatrix, transformationMatrix, characterBoundingBox.GlyphBounds);
            if (ink.Width <= double.Epsilon && ink.Height <= double.Epsilon) ink = advance;
        }
        var mode = currentState.FontState.TextRenderingMode;
        IColor? color = mode == TextRenderingMode.Stroke ? currentState.CurrentStrokingColor : currentState.CurrentNonStrokingColor;
        _letters.Add(new PrintedLetter(unicode, start, end, ink, pointSize, font.Name?.Data, mode, color, _clip));
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => _images++;

    protected override void RenderInlineImage(InlineImage inlineImage) => _images++;

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }
}
