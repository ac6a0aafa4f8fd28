namespace LuolongBudgetExtract;

/// <summary>Options of the stages of one document, as the section "stages" of pipeline.json holds them.</summary>
public sealed record PipelineOptions
{
    public ReadingOptions Reading { get; init; } = new();
}

/// <summary>Limits of reading one PDF. Real maxima seen: 4.2 MB, 328 pages, 4,217 glyphs and 5,089 paths a page.</summary>
public sealed record ReadingOptions
{
    /// <summary>Pages a document may have.</summary>
    public int MaxPages { get; init; } = 3000;

    /// <summary>Glyphs a page may have.</summary>
    public int MaxGlyphsPerPage { get; init; } = 100_000;

    /// <summary>Bytes one stream may inflate to.</summary>
    public long MaxStreamBytes { get; init; } = 64L << 20;

    /// <summary>Bytes all streams of a document may inflate to.</summary>
    public long MaxDocumentBytes { get; init; } = 512L << 20;
}
