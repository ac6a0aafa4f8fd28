using System.Text;

namespace LuolongBudgetExtract.Cli.Harvest.Addresses;

/// <summary>Bytes of unknown encoding as text. Whole UTF-8 with Chinese in it is never GBK by accident, so it is tried first; GB18030
/// holds all of GBK and GB2312.</summary>
internal static class GuessedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static GuessedText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Chinese => Encoding.GetEncoding("gb18030");

    public static string Of(ReadOnlySpan<byte> bytes) => EncodingOf(bytes).GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);

    /// <summary>Text that a header or an archive gave one char a byte.</summary>
    public static string OfLatin1(string text) => text.All(char.IsAscii) || text.Any(c => c > '\u00FF') ? text : Of(Encoding.Latin1.GetBytes(text));

    /// <param name="declared">What the server or the page says; believed when the bytes are not UTF-8.</param>
    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return Strict;
        }
        catch (DecoderFallbackException)
        {
            return Known(declared) ?? Chinese;
        }
    }

    private static Encoding? Known(string? name)
    {
        try
        {
            // gb2312 is said where GBK is meant; its own decoder loses the characters that GBK added.
            return string.IsNullOrWhiteSpace(name) || name.StartsWith("gb", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase)
                ? null : Encoding.GetEncoding(name.Trim('"', '\'', ' '));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
