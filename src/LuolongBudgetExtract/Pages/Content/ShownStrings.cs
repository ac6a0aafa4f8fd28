using System.Globalization;

namespace LuolongBudgetExtract.Pages.Content;

/// <summary>
/// Strings that a page shows are codes of a font, never text (ISO 32000-1, 9.4.3), but PdfPig takes one that begins with the codes FE FF or
/// FF FE for UTF-16 and shows other glyphs. Writers that number glyphs by first use (Ghostscript) print these two side by side. Hex strings
/// are read right, so such a string becomes one before PdfPig's parser sees it.
/// </summary>
internal static class ShownStrings
{
    /// <summary>A shown string is a piece of a line; what is longer is no string but image data with a bracket in it.</summary>
    private const int Longest = 4096;

    /// <summary>The content with every string that begins like UTF-16 written in hex; the same memory where there is none.</summary>
    public static Memory<byte> AsCodes(Memory<byte> content)
    {
        var from = content.Span;
        MemoryStream? to = null;
        int copied = 0;
        for (int at = Next(from, 0); at >= 0; at = Next(from, at + 1))
        {
            var codes = new List<byte>();
            int end = LiteralString.Read(from, at + 1, codes, Longest);
            if (end < 0 || !IsByteOrderMark(codes) || !IsShown(from[end..])) continue;
            to ??= new MemoryStream(content.Length + 64);
            to.Write(from[copied..at]);
            to.WriteByte((byte)'<');
            foreach (var code in codes) to.Write(System.Text.Encoding.ASCII.GetBytes(code.ToString("x2", CultureInfo.InvariantCulture)));
            to.WriteByte((byte)'>');
            (copied, at) = (end, end - 1);
        }

        if (to is null) return content;
        to.Write(from[copied..]);
        return to.ToArray();
    }

    /// <summary>The next bracket with one of the two codes behind it, as bytes or as octal numbers; -1 when there is none.</summary>
    private static int Next(ReadOnlySpan<byte> content, int start)
    {
        int next = -1;
        foreach (var beginning in (ReadOnlySpan<byte[]>)Beginnings)
        {
            int at = content[start..].IndexOf(beginning);
            if (at >= 0 && (next < 0 || start + at < next)) next = start + at;
        }

        return next;
    }

    private static readonly byte[][] Beginnings = [[(byte)'(', 0xFE], [(byte)'(', 0xFF], "(\\376"u8.ToArray(), "(\\377"u8.ToArray()];

    private static bool IsByteOrderMark(List<byte> codes) => codes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];

    /// <summary>What follows a shown string: Tj, ' or ", or the rest of an array.</summary>
    private static bool IsShown(ReadOnlySpan<byte> rest)
    {
        var next = rest.TrimStart(" \r\n\t"u8);
        return next.Length > 0 && next[0] is (byte)'T' or (byte)'\'' or (byte)'"' or (byte)']' or (byte)'-' or (byte)'.' or (byte)'(' or (byte)'<' or >= (byte)'0' and <= (byte)'9';
    }
}
