using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace LuolongBudgetExtract.Pages.Content;

/// <summary>One shown code of a font where a reader sees it (points, y upwards).</summary>
/// <param name="Value">What the font says it means; empty or blank for spaces.</param>
/// <param name="Start">Where its baseline begins.</param>
/// <param name="End">Where its advance width ends.</param>
/// <param name="Ink">Its box; only of letters that do not run from left to right or have no size, else all zero.</param>
/// <param name="Clip">What of the page was visible when it was shown; null when all was.</param>
internal sealed record PrintedLetter(
    string Value, PdfPoint Start, PdfPoint End, PdfRectangle Ink, double PointSize, string? FontName, TextRenderingMode RenderingMode, IColor? Color, PageClip? Clip);
