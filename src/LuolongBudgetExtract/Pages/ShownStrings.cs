using System.Globalization;
using UglyToad.PdfPig.Tokens;

namespace LuolongBudgetExtract.Pages;

/// <summary>
/// Strings that a page shows are codes of a font, never text (ISO 32000-1, 9.4.3), but PdfPig takes one that begins with the codes FE FF or
/// FF FE for UTF-16 and shows other glyphs. Writers that number glyphs by first use (Ghostscript) print these two side by side. Hex strings
/// are read right, so such a string becomes one.
/// </summary>
internal static class ShownStrings
{
    /// <summary>A shown string is a piece of a line; what is longer is no string but image data with a bracket in it.</summary>
    private const int Longest = 4096;

    /// <summary>Content streams and form XObjects have no type of their own; object streams hold real texts, fonts and images no strings.</summary>
    public static bool MayBeIn(DictionaryToken stream) =>
        !stream.ContainsKey(NameToken.Length1) && (!stream.TryGet(NameToken.Type, out NameToken type) || type == NameToken.Xobject)
        && (!stream.TryGet(NameToken.Subtype, out NameToken subtype) || subtype == NameToken.Form);

    /// <summary>The content with every string that begins like UTF-16 written in hex; the same memory where there is none.</summary>
    public static Memory<byte> AsCodes(Memory<byte> content)
    {
        var from = content.Span;
        MemoryStream? to = null;
        int copied = 0;
        for (int at = Next(from, 0); at >= 0; at = Next(from, at + 1))
        {
            var codes = new List<byte>();
            int end = Literal(from, at + 1, codes);
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

    /// <summary>Reads a literal string (ISO 32000-1, 7.3.4.2).</summary>
    /// <returns>The position behind its closing bracket; -1 when it has none.</returns>
    private static int Literal(ReadOnlySpan<byte> content, int start, List<byte> codes)
    {
        int depth = 1;
        for (int i = start; i < content.Length && codes.Count < Longest; i++)
        {
            byte b = content[i];
            if (b == ')' && --depth == 0) return i + 1;
            if (b == '(') depth++;
            if (b != '\\')
            {
                codes.Add(b);
                continue;
            }

            if (++i == content.Length) return -1;
            switch (content[i])
            {
                case (byte)'n': codes.Add((byte)'\n'); break;
                case (byte)'r': codes.Add((byte)'\r'); break;
                case (byte)'t': codes.Add((byte)'\t'); break;
                case (byte)'b': codes.Add((byte)'\b'); break;
                case (byte)'f': codes.Add((byte)'\f'); break;
                case (byte)'\n': break;
                case (byte)'\r': if (i + 1 < content.Length && content[i + 1] == '\n') i++; break;
                case >= (byte)'0' and <= (byte)'7':
                    int value = 0, last = Math.Min(i + 3, content.Length);
                    for (; i < last && content[i] is >= (byte)'0' and <= (byte)'7'; i++) value = value * 8 + content[i] - '0';
                    codes.Add((byte)value);
                    i--;
                    break;
                default: codes.Add(content[i]); break;
            }
        }

        return -1;
    }
}
