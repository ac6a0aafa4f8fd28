using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Tokens;

namespace LuolongBudgetExtract.Pages.Content;

/// <summary>What the content of a page shows and paints, in the order of the file (points, y upwards).</summary>
/// <param name="Dictionary">The page's own dictionary.</param>
/// <param name="Images">How many pictures it shows.</param>
internal sealed record PrintedPage(
    int Number, DictionaryToken Dictionary, double Width, double Height, IReadOnlyList<PrintedLetter> Letters, IReadOnlyList<PdfPath> Paths, int Images);
