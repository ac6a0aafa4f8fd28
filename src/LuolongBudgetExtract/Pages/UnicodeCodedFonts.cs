using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace LuolongBudgetExtract.Pages;

/// <summary>
/// Fonts whose codes are Unicode themselves (predefined CMaps UniGB-UTF16-H, UniGB-UCS2-V …, ISO 32000 table 116). PdfPig knows no
/// UTF-16 CMap and calls such glyphs unknown, but what it falls back to, the code as a character, is their meaning.
/// </summary>
internal static class UnicodeCodedFonts
{
    /// <summary>Forms nest; deeper resources than this are a trap.</summary>
    private const int Deepest = 4;

    /// <summary>BaseFont names of such fonts among the resources of a page and its forms.</summary>
    public static HashSet<string> Of(PdfDocument document, DictionaryToken page)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(document, page, names, 0);
        return names;
    }

    private static void Collect(PdfDocument document, DictionaryToken owner, HashSet<string> names, int depth)
    {
        if (depth > Deepest || Dictionary(document, owner, NameToken.Resources) is not { } resources) return;
        if (Dictionary(document, resources, NameToken.Font) is { } fonts)
            foreach (var entry in fonts.Data.Values)
                if (Resolve(document, entry) is DictionaryToken font && IsUnicodeCoded(document, font) && font.TryGet(NameToken.BaseFont, out NameToken name)) names.Add(name.Data);
        if (Dictionary(document, resources, NameToken.Xobject) is { } forms)
            foreach (var entry in forms.Data.Values)
                if (Resolve(document, entry) is StreamToken form) Collect(document, form.StreamDictionary, names, depth + 1);
    }

    private static bool IsUnicodeCoded(PdfDocument document, DictionaryToken font) =>
        font.TryGet(NameToken.Encoding, out IToken encoding) && Resolve(document, encoding) is NameToken { Data: var name }
        && name.StartsWith("Uni", StringComparison.Ordinal)
        && (name.Contains("-UTF16-", StringComparison.Ordinal) || name.Contains("-UCS2-", StringComparison.Ordinal));

    private static DictionaryToken? Dictionary(PdfDocument document, DictionaryToken owner, NameToken key) =>
        owner.TryGet(key, out IToken value) ? Resolve(document, value) as DictionaryToken : null;

    private static IToken? Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
