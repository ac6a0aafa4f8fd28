using System.Collections.Immutable;

namespace LuolongBudgetExtract.Pages;

/// <summary>How usable the text layer of a page or document is.</summary>
public enum TextLayer
{
    /// <summary>Every glyph has a meaning.</summary>
    Good,

    /// <summary>Some pages have text and some only pictures, or some glyphs have no meaning.</summary>
    Partial,

    /// <summary>No text at all: a scan.</summary>
    None,

    /// <summary>Glyphs are there, but what they mean is unknown (no ToUnicode): mojibake if it were printed.</summary>
    Unusable,
}

/// <summary>One page as its reader sees it.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Width">Displayed width in points.</param>
/// <param name="Height">Displayed height in points.</param>
/// <param name="Unreadable">Glyphs whose meaning the fonts do not tell.</param>
/// <param name="Images">Number of pictures on the page.</param>
public sealed record Page(
    int Number,
    double Width,
    double Height,
    ImmutableArray<Glyph> Glyphs,
    ImmutableArray<Ruling> Rulings,
    int Unreadable,
    int Images);

/// <summary>All pages of one PDF, with what its reader noticed.</summary>
/// <param name="PagesDeclared">Page count the file claims; differs from <c>Pages.Length</c> only in damaged files.</param>
/// <param name="Alarms">Damage seen while reading (parser log, checksums); a damaged document is never graded above C.</param>
public sealed record SourcePages(
    ImmutableArray<Page> Pages,
    int PagesDeclared,
    string? Producer,
    TextLayer TextLayer,
    ImmutableArray<string> Alarms);
