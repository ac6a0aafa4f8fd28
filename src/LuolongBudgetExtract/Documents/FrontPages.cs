using System.Collections.Immutable;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Documents;

/// <summary>The texts of the cover and the contents.</summary>
internal static class FrontPages
{
    /// <summary>Pages at the front that hold the cover and the contents.</summary>
    private const int Pages = 3;

    /// <summary>A line with more characters is running text.</summary>
    private const int LongestLine = 60;

    /// <summary>Lines of one title; the longest real one has 3.</summary>
    private const int LinesOfTitle = 4;

    /// <summary>Lines of one title are set in one size (points); embedded fonts differ by rounding only.</summary>
    private const double SameSize = 0.5;

    /// <summary>Titles whose parts are set in different sizes: name, year and kind on lines of their own.</summary>
    private const int BlocksOfTitle = 3;

    /// <summary>The short lines in reading order.</summary>
    public static ImmutableArray<Evidence> Lines(ImmutableArray<OutsideLine> outside) =>
        [.. OfPages(outside).Select(l => new Evidence(l.Line.Text, l.Page))];

    /// <summary>
    /// The first text that reads as the title of the document: one block of lines of one size, else two or three blocks together.
    /// With it the text before it, which names the organisation where the title does not.
    /// </summary>
    public static (DocumentTitle Title, Evidence Evidence, Evidence? Before)? Title(ImmutableArray<OutsideLine> outside)
    {
        foreach (var page in OfPages(outside).GroupBy(l => l.Page))
        {
            var blocks = Blocks([.. page]);
            for (int n = 1; n <= BlocksOfTitle; n++)
                for (int first = 0; first + n <= blocks.Count; first++)
                    if (string.Concat(blocks.Skip(first).Take(n)) is var text && DocumentTitle.Of(text) is { } title)
                        return (title, new Evidence(text, page.Key), first == 0 ? null : new Evidence(blocks[first - 1], page.Key));
        }
        return null;
    }

    private static IEnumerable<OutsideLine> OfPages(ImmutableArray<OutsideLine> outside) =>
        outside.Where(l => l.Page <= Pages && l.Kind != OutsideKind.Footer && l.Line.Text.Length <= LongestLine).OrderBy(l => l.Page).ThenBy(l => l.Line.Baseline);

    private static List<string> Blocks(List<OutsideLine> lines)
    {
        var blocks = new List<string>();
        int inBlock = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            bool joins = i > 0 && inBlock < LinesOfTitle && Math.Abs(lines[i].Line.Size - lines[i - 1].Line.Size) <= SameSize
                && !StartsAnew(lines[i].Line.Text) && !StartsAnew(lines[i - 1].Line.Text);
            if (joins) blocks[^1] += lines[i].Line.Text;
            else blocks.Add(lines[i].Line.Text);
            inBlock = joins ? inBlock + 1 : 1;
        }
        return blocks;
    }

    // Entries of the contents, remarks and fields are texts of their own.
    private static bool StartsAnew(string text) =>
        LineKinds.Normal(text) is var line && (line.StartsWith('第') || line.StartsWith('-') || line.StartsWith('—') || line.StartsWith("目录", StringComparison.Ordinal)
            || line.StartsWith('(') || line.Contains(':') || line.Contains('。') || line.Length > 1 && line[1] is '、' or '.' || line.Length > 0 && char.IsAsciiDigit(line[0]) && line.Contains('表'));
}
