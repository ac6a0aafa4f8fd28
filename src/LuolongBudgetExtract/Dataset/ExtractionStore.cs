using System.Security.Cryptography;
using System.Text.Json;

namespace LuolongBudgetExtract.Dataset;

/// <summary>
/// Extractions as files, so that a worker process can hand them over and a killed run can resume: a header line in JSON, then the
/// extraction (<see cref="StoreFormat"/>). Nothing is lost: decimals keep their scale, texts every code unit.
/// </summary>
public static class ExtractionStore
{
    /// <summary>Header lines are about 300 bytes; a file whose first line is longer is not ours.</summary>
    private const int MaxHeader = 4096;

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="configurationHash">The configuration that it was read with; another one does not reuse it.</param>
    /// <exception cref="InvalidDataException">The extraction cannot be projected onto the dataset: found here, in the document's own worker.</exception>
    public static void Write(string path, Extraction extraction, string configurationHash)
    {
        var content = Serialize(extraction);
        var header = new StoredHeader(
            Pipeline.Version, StoreShape.Hash, configurationHash, extraction.DocumentId, extraction.Facts.FiscalYear,
            Convert.ToHexStringLower(SHA256.HashData(content)));
        using var file = new AtomicFile(path);
        file.Stream.Write(JsonSerializer.SerializeToUtf8Bytes(header, StoredHeaderJson.Default.StoredHeader));
        file.Stream.WriteByte((byte)'\n');
        file.Stream.Write(content);
        file.Commit();
    }

    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static Extraction Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (Header(bytes) is not var (header, length)) throw new InvalidDataException($"{path}: not a stored extraction of this version");
        var content = bytes.AsMemory(length);
        return Convert.ToHexStringLower(SHA256.HashData(content.Span)) == header.Sha256
            ? Deserialize(content)
            : throw new InvalidDataException($"{path}: the stored extraction is damaged");
    }

    /// <summary>
    /// A reference for <see cref="DatasetPublisher.PublishAsync"/>, from the header alone. Null when there is no such file or it was written by
    /// another version or configuration: then the document has to be read again.
    /// </summary>
    public static DocumentRef? Reference(string path, string configurationHash, DocumentSource? source = null)
    {
        if (!File.Exists(path)) return null;
        var start = new byte[MaxHeader];
        using var stream = File.OpenRead(path);
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Header(start.AsSpan(0, read)) is var (header, _) && header.ConfigurationHash == configurationHash
            ? new DocumentRef(header.DocumentId, header.FiscalYear, () => Read(path), source)
            : null;
    }

    /// <summary>The bytes of an extraction, for <see cref="Deserialize"/> of the same build.</summary>
    internal static byte[] Serialize(Extraction extraction)
    {
        DatasetRows.Of(extraction);
        var writer = new StoreWriter();
        StoreFormat.Write(writer, extraction);
        return writer.ToArray();
    }

    internal static Extraction Deserialize(ReadOnlyMemory<byte> content) => StoreFormat.Read(new StoreReader(content));

    /// <summary>The header and where the content begins; null when there is none or it is of another version.</summary>
    private static (StoredHeader Header, int Length)? Header(ReadOnlySpan<byte> bytes)
    {
        var end = bytes[..Math.Min(bytes.Length, MaxHeader)].IndexOf((byte)'\n');
        if (end < 0) return null;
        try
        {
            var header = JsonSerializer.Deserialize(bytes[..end], StoredHeaderJson.Default.StoredHeader);
            return header?.PipelineVersion == Pipeline.Version && header.Shape == StoreShape.Hash ? (header, end + 1) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
