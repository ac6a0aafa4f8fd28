namespace LuolongBudgetExtract.Dataset;

/// <summary>
/// Extractions as bytes, so that a worker process can hand them over and a killed run can resume (<see cref="StoreFormat"/>).
/// Nothing is lost: decimals keep their scale, texts every code unit. The bytes are read by the build that wrote them.
/// </summary>
public static class ExtractionStore
{
    /// <exception cref="InvalidDataException">The extraction cannot be projected onto the dataset: found here, in the document's own worker.</exception>
    public static byte[] Serialize(Extraction extraction)
    {
        DatasetRows.Of(extraction);
        var writer = new StoreWriter();
        StoreFormat.Write(writer, extraction);
        return writer.ToArray();
    }

    public static Extraction Deserialize(ReadOnlyMemory<byte> content) => StoreFormat.Read(new StoreReader(content));
}
