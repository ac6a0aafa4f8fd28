using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using LuolongBudgetExtract.Cli.Batch;

namespace LuolongBudgetExtract.Cli.Store;

/// <summary>
/// A stored result: magic (8 bytes), length of the summary (int32, little-endian), SHA-256 of all that follows (32 bytes),
/// summary (JSON), extraction (as the library writes it).
/// </summary>
internal sealed record ResultFile(DocumentSummary Summary, byte[] Extraction)
{
    private const int HashLength = SHA256.HashSizeInBytes;
    private const int HeaderLength = 12 + HashLength;

    private static ReadOnlySpan<byte> Magic => "LUOLONG1"u8;

    public void WriteTo(Stream stream)
    {
        var summary = JsonSerializer.SerializeToUtf8Bytes(Summary, HostJson.Default.DocumentSummary);
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), summary.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(summary);
        hash.AppendData(Extraction);
        hash.GetHashAndReset(header.AsSpan(12));
        stream.Write(header);
        stream.Write(summary);
        stream.Write(Extraction);
    }

    /// <summary>Null when the bytes are not a whole stored result: the document is then extracted again.</summary>
    public static ResultFile? Parse(byte[] bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.AsSpan().StartsWith(Magic)) return null;
        var content = bytes.AsSpan(HeaderLength);
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        if (length < 0 || length > content.Length || !SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(12, HashLength))) return null;
        return new(JsonSerializer.Deserialize(content[..length], HostJson.Default.DocumentSummary)!, content[length..].ToArray());
    }
}
