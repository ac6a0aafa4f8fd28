using System.Text;
using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Cli.Harvest.Addresses;

/// <summary>What a file is. What is not handled is listed with its address.</summary>
internal enum FileKind { Unknown, Pdf, Zip, Unhandled, WebPage, LoginPage }

/// <summary>Tells files apart by their bytes; names and content types of servers are only hints.</summary>
internal static partial class FileKinds
{
    /// <summary>Bytes at the start that <see cref="Of"/> wants to see.</summary>
    public const int HeadLength = 1 << 14;

    private const int TailLength = 4096;

    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> SevenZip => [0x37, 0x7A, 0xBC, 0xAF];

    /// <param name="head">The first <see cref="HeadLength"/> bytes, or all.</param>
    public static FileKind Of(ReadOnlySpan<byte> head)
    {
        // Readers accept a header within the first 1,024 bytes.
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        if (head.StartsWith("PK\u0003\u0004"u8)) return head.IndexOf("[Content_Types].xml"u8) >= 0 ? FileKind.Unhandled : FileKind.Zip;
        if (head.StartsWith(OldOffice) || head.StartsWith("Rar!"u8) || head.StartsWith(SevenZip)) return FileKind.Unhandled;
        var text = Encoding.Latin1.GetString(head);
        if (!Markup().IsMatch(text)) return FileKind.Unknown;
        return Password().IsMatch(text) ? FileKind.LoginPage : FileKind.WebPage;
    }

    /// <summary>Formats that nothing here opens, told by the address.</summary>
    public static bool IsUnhandledName(string name) => Unhandled().IsMatch(name);

    /// <summary>True when a PDF ends without its end mark: most often an answer that was cut off without anybody saying so.</summary>
    public static bool LooksCut(Stream pdf)
    {
        var tail = new byte[Math.Min(TailLength, pdf.Length)];
        pdf.Seek(-tail.Length, SeekOrigin.End);
        pdf.ReadExactly(tail);
        return tail.AsSpan().LastIndexOf("%%EOF"u8) < 0;
    }

    [GeneratedRegex(@"^[\s\xEF\xBB\xBF]*(<!--|<!doctype html|<html|<head|<body|<script|<meta|<\?xml|<div|<form)", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"type\s*=\s*[""']?password", RegexOptions.IgnoreCase)]
    private static partial Regex Password();

    [GeneratedRegex(@"\.(docx?|xlsx?|wps|et|rar|7z|ofd)([?#]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Unhandled();
}
