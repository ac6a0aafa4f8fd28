using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Cli.Harvest.Addresses;

/// <summary>
/// The file name in a Content-Disposition header as servers really write it: <c>filename*</c> (RFC 5987), percent-escapes in a plain
/// <c>filename</c>, encoded words of mail (RFC 2047), quoted-printable without any wrapping, raw UTF-8 or GBK bytes, with quotes or without.
/// </summary>
internal static partial class DispositionName
{
    /// <param name="header">The header with one char a byte, as it came.</param>
    /// <returns>A name without folders, or null when the header gives none.</returns>
    public static string? Of(string? header)
    {
        if (header is null) return null;
        if (Extended().Match(header) is { Success: true } extended) return Plain(Unescaped(extended.Groups[2].Value, extended.Groups[1].Value));
        if (Simple().Match(header) is not { Success: true } simple) return null;
        var raw = simple.Groups[1].Success ? simple.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal) : simple.Groups[2].Value.Trim();
        return Plain(Decoded(raw));
    }

    private static string Decoded(string raw)
    {
        // Only the first encoded word names the encoding; long names are cut into several.
        if (Word().IsMatch(raw)) return GuessedText.Of([.. Word().Matches(raw).SelectMany(WordBytes)]);
        if (Escapes().IsMatch(raw)) return Unescaped(raw, "");
        if (QuotedPrintable().Count(raw) >= 2) return GuessedText.Of(QuotedBytes(raw));
        return GuessedText.OfLatin1(raw);
    }

    private static byte[] WordBytes(Match word)
    {
        try
        {
            return word.Groups[1].Value is "B" or "b" ? Convert.FromBase64String(word.Groups[2].Value) : QuotedBytes(word.Groups[2].Value.Replace('_', ' '));
        }
        catch (FormatException)
        {
            return Encoding.Latin1.GetBytes(word.Value);
        }
    }

    private static byte[] QuotedBytes(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
        }

        return [.. bytes];
    }

    private static string Unescaped(string text, string charset)
    {
        var raw = Encoding.Latin1.GetBytes(text.Replace("+", "%2B", StringComparison.Ordinal)); // In a header + is no space.
        var bytes = WebUtility.UrlDecodeToBytes(raw, 0, raw.Length)!;
        return GuessedText.EncodingOf(bytes, charset).GetString(bytes);
    }

    private static string? Plain(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c))).Trim();
        return clean.Length == 0 ? null : clean;
    }

    [GeneratedRegex(@"filename\*\s*=\s*""?([\w!#$%&+^`{}~-]*)'[^']*'([^"";]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Extended();

    [GeneratedRegex(@"filename\s*=\s*(?:""((?:\\""|[^""])*)""?|([^;]+))", RegexOptions.IgnoreCase)]
    private static partial Regex Simple();

    [GeneratedRegex(@"=\?[\w-]+\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex Word();

    [GeneratedRegex(@"%[0-9A-Fa-f]{2}")]
    private static partial Regex Escapes();

    [GeneratedRegex(@"=[89A-F][0-9A-F]")]
    private static partial Regex QuotedPrintable();
}
