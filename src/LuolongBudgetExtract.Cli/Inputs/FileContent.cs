using System.Security.Cryptography;
using System.Text;
using LuolongBudgetExtract.Cli.Batch;

namespace LuolongBudgetExtract.Cli.Inputs;

/// <summary>A file as read: its identity, and its bytes unless it is refused before any worker sees it.</summary>
/// <param name="DocumentId">SHA-256 of the file, lower-case hex; null when the file cannot be read.</param>
/// <param name="Refusal">Why no worker gets it, with the outcome; null for a document to extract.</param>
internal sealed record FileContent(string? DocumentId, long Bytes, byte[]? Pdf, Cause? Refusal)
{
    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <summary>Reads one file whole; it is hashed and sent to a worker from memory, so both see the same bytes.</summary>
    public static FileContent Read(InputFile file, long largest)
    {
        try
        {
            using var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            if (stream.Length > largest)
            {
                return new(Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length, null,
                    new(Outcome.Rejected, $"too_large: the file has {stream.Length} bytes, limits.fileMegabytes allows {largest}"));
            }

            var pdf = new byte[stream.Length];
            stream.ReadExactly(pdf);
            return new(Convert.ToHexStringLower(SHA256.HashData(pdf)), pdf.Length, pdf, Refuse(pdf));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, file.Bytes, null, new(Outcome.Failed, $"unreadable: {e.Message}"));
        }
    }

    /// <summary>Only what no reader could take for a PDF: with neither a header nor an object anywhere, repair has nothing to
    /// start from. Damaged PDFs are for the pipeline to judge.</summary>
    private static Cause? Refuse(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty) return new(Outcome.Rejected, "empty_file: the file has no bytes");
        if (file.IndexOf("%PDF-"u8) >= 0 || file.IndexOf(" obj"u8) >= 0) return null;
        return new(Outcome.Rejected, $"not_a_pdf: no PDF header and no PDF object in the file; it looks like {LooksLike(file)}");
    }

    private static string LooksLike(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\u0003\u0004"u8)) return "a zip archive or an Office document";
        if (file.StartsWith(OldOffice)) return "an old Office document";
        if (file.StartsWith(Jpeg) || file.StartsWith(Png)) return "a picture";
        var head = Encoding.Latin1.GetString(file[..Math.Min(file.Length, 256)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return "a web page";
        if (head.StartsWith("<?xml", StringComparison.Ordinal)) return "an XML file";
        if (file.IndexOfAnyExcept((byte)0) < 0) return "an unfinished download (all bytes are 0)";
        return "some other kind of file";
    }
}
