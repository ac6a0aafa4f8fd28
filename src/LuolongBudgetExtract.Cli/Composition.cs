using System.Text.Json;
using LuolongBudgetExtract.Cli.Batch;

namespace LuolongBudgetExtract.Cli;

/// <summary>One PDF on its way to the library.</summary>
internal sealed record PdfDocument(string DocumentId, string SourceFile, byte[] Pdf);

/// <summary>What the host needs from the library: everything else in this project is side effects around these functions.</summary>
/// <param name="Extract">Runs in a worker. The action takes the number of each finished page: the sign of life that the silence limit watches.</param>
/// <param name="Write">An extraction as bytes to store.</param>
/// <param name="Read">The inverse of <paramref name="Write"/>.</param>
/// <param name="Publish">Writes the dataset of a run into the output folder; the extractions come one at a time, ordered by source path.</param>
/// <param name="Inspect">Draws what was seen on one page over the page; gives the document's text (SVG or HTML).</param>
internal sealed record Composition(
    Func<PdfDocument, PipelineOptions, Action<int>, Extraction> Extract,
    Func<Extraction, byte[]> Write,
    Func<byte[], Extraction> Read,
    Action<string, IEnumerable<Extraction>, RunReport> Publish,
    Func<byte[], int, PipelineOptions, string> Inspect)
{
    /// <summary>The product. The only place where the host names the stages of the library.</summary>
    public static Composition Product { get; } = new(
        Extract: (document, options, _) => Pipeline.Extract(document.Pdf, document.DocumentId, document.SourceFile, options),
        Write: extraction => JsonSerializer.SerializeToUtf8Bytes(extraction),
        Read: bytes => JsonSerializer.Deserialize<Extraction>(bytes)!,
        Publish: (_, _, _) => { },
        Inspect: (_, _, _) => throw new NotSupportedException("inspect is not part of this build yet"));
}
