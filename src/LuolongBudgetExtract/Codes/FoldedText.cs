using System.Collections.Frozen;
using System.Text;

namespace LuolongBudgetExtract.Codes;

/// <summary>Text folded for comparison only; the dataset keeps what is printed.</summary>
public static class FoldedText
{
    // Kangxi radicals and compatibility ideographs: some producers map the glyph of 支 to U+2F40, which no pattern would find.
    private static readonly FrozenDictionary<char, char> Lookalikes =
        ModelFile.Rows("folding.csv").ToFrozenDictionary(r => r[0][0], r => r[1][0]);

    private const string Quotes = "“”‘’\"'「」『』《》〈〉＂＇`";

    /// <summary>Full-width ASCII as ASCII, look-alike ideographs as the common ones, brackets as ( ) [ ], dashes as -, without spaces and quotes.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // Most texts are folded as they are printed.
        int same = 0;
        while (same < text.Length && IsKept(text[same]) && Fold(text[same]) == text[same]) same++;
        if (same == text.Length) return text;

        var folded = new StringBuilder(text, 0, same, text.Length);
        for (int i = same; i < text.Length; i++)
            if (IsKept(text[i])) folded.Append(Fold(text[i]));
        return folded.ToString();
    }

    /// <summary>The printed text from the place where the folded text has passed <paramref name="kept"/> characters.</summary>
    internal static string PrintedFrom(string text, int kept)
    {
        // A quote that opens the rest belongs to it.
        var after = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsKept(text[i]))
            {
                continue;
            }

            if (kept-- == 0)
            {
                return text[after..].Trim();
            }

            after = i + 1;
        }

        return "";
    }

    internal static bool IsKept(char c) => IsIdeograph(c) || char.IsAsciiLetterOrDigit(c) || !char.IsWhiteSpace(c) && !char.IsControl(c) && !Quotes.Contains(c);

    // Unified ideographs, nearly all that is printed: never folded.
    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    internal static char Fold(char c) => c switch
    {
        < '\u2010' => c,
        >= '\u4E00' and <= '\u9FFF' => c,
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '〔' or '【' or '［' => '[',
        '〕' or '】' or '］' => ']',
        '–' or '—' or '―' or '‐' or '‑' or '−' or '－' => '-',
        >= '\u2E80' and <= '\u2FD5' or >= '\uF900' and <= '\uFAD9' => Lookalikes.GetValueOrDefault(c, c),
        _ => c,
    };
}
