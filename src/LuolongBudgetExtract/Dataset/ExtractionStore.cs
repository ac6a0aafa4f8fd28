using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Dataset;

/// <summary>
/// Extractions as files, so that a worker process can hand them over and a killed run can resume: a header line, then the extraction as JSON.
/// Nothing is lost: decimals keep their scale. (A lone surrogate, which is not text, becomes U+FFFD, here as in Parquet.)
/// </summary>
public static class ExtractionStore
{
    /// <summary>Header lines are about 250 bytes; a file whose first line is longer is not ours.</summary>
    private const int MaxHeader = 4096;

    /// <summary>Chinese as UTF-8, and a row's dimensions without the nulls: half the bytes, half the time.</summary>
    private static JsonTypeInfo<Extraction> Compact { get; } = (JsonTypeInfo<Extraction>)new JsonSerializerOptions(ExtractionJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = ExtractionJson.Default.WithAddedModifier(OmitNullDimensions),
    }.GetTypeInfo(typeof(Extraction));

    /// <exception cref="InvalidDataException">The extraction cannot be projected onto the dataset: found here, in the document's own worker.</exception>
    public static byte[] Serialize(Extraction extraction)
    {
        DatasetRows.Of(extraction);
        return JsonSerializer.SerializeToUtf8Bytes(extraction, Compact);
    }

    /// <exception cref="InvalidDataException">The bytes are not those of an extraction.</exception>
    public static Extraction Deserialize(ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, Compact) ?? throw new InvalidDataException("the stored extraction is null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"not a stored extraction: {e.Message}", e);
        }
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="configurationHash">The configuration that it was read with; another one does not reuse it.</param>
    public static void Write(string path, Extraction extraction, string configurationHash)
    {
        var content = Serialize(extraction);
        var header = new StoredHeader(
            Pipeline.Version, configurationHash, extraction.DocumentId, extraction.Facts.FiscalYear, Convert.ToHexStringLower(SHA256.HashData(content)));
        using var file = new AtomicFile(path);
        file.Stream.Write(JsonSerializer.SerializeToUtf8Bytes(header, ExtractionJson.Default.StoredHeader));
        file.Stream.WriteByte((byte)'\n');
        file.Stream.Write(content);
        file.Commit();
    }

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static Extraction Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (Header(bytes) is not var (header, length)) throw new InvalidDataException($"{path}: not a stored extraction");
        var content = bytes.AsSpan(length);
        if (Convert.ToHexStringLower(SHA256.HashData(content)) != header.Sha256) throw new InvalidDataException($"{path}: the stored extraction is damaged");
        return Deserialize(content);
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
        if (Header(start.AsSpan(0, read)) is not var (header, _)) return null;
        return header.PipelineVersion == Pipeline.Version && header.ConfigurationHash == configurationHash
            ? new DocumentRef(header.DocumentId, header.FiscalYear, () => Read(path), source)
            : null;
    }

    /// <summary>The header and where the content begins; null when there is none.</summary>
    private static (StoredHeader Header, int Length)? Header(ReadOnlySpan<byte> bytes)
    {
        var end = bytes[..Math.Min(bytes.Length, MaxHeader)].IndexOf((byte)'\n');
        if (end < 0) return null;
        try
        {
            return JsonSerializer.Deserialize(bytes[..end], ExtractionJson.Default.StoredHeader) is { } header ? (header, end + 1) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void OmitNullDimensions(JsonTypeInfo type)
    {
        if (type.Type != typeof(RowDimensions)) return;
        foreach (var property in type.Properties) property.ShouldSerialize = (_, value) => value is not null;
    }
}
