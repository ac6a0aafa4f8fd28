using System.Collections.Immutable;
using LuolongBudgetExtract.Cli.Batch;
using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Inspection;
using LuolongBudgetExtract.Training;

namespace LuolongBudgetExtract.Cli;

/// <summary>One PDF on its way to the library.</summary>
internal sealed record PdfDocument(string DocumentId, string SourceFile, byte[] Pdf);

/// <summary>What the host needs from the library: everything else in this project is side effects around these functions.</summary>
/// <param name="Extract">Runs in a worker. The action takes the number of each finished page: the sign of life that the silence limit watches.</param>
/// <param name="Write">An extraction as bytes to store.</param>
/// <param name="Read">The inverse of <paramref name="Write"/>.</param>
/// <param name="Publish">Writes the dataset of a run into the output folder, loading one document at a time.</param>
/// <param name="Inspect">Draws what was seen on one page over the page; gives the document's text (SVG).</param>
/// <param name="Cover">Counts what the dataset of an output folder understood.</param>
/// <param name="Train">Models and card from the labelled lines of a folder, by their path below it; tells each task as it begins.</param>
internal sealed record Composition(
    Func<PdfDocument, PipelineOptions, Action<int>, Extraction> Extract,
    Func<Extraction, byte[]> Write,
    Func<byte[], Extraction> Read,
    Func<string, ImmutableArray<StoredDocument>, RunReport, Task> Publish,
    Func<byte[], int, PipelineOptions, string> Inspect,
    Func<string, CancellationToken, Task<CoverageReport>> Cover,
    Func<string, Action<string>, IReadOnlyDictionary<string, string>> Train)
{
    /// <summary>元 in one unit of each table of a dataset, by table_id.</summary>
    public Func<string, CancellationToken, Task<IReadOnlyDictionary<string, decimal>>> Units { get; init; } = TableUnits.ReadAsync;

    /// <summary>The product. The only place where the host names the stages of the library.</summary>
    public static Composition Product { get; } = new(
        Extract: (document, options, page) => Pipeline.Extract(document.Pdf, document.DocumentId, document.SourceFile, options, page),
        Write: ExtractionStore.Serialize,
        Read: bytes => ExtractionStore.Deserialize(bytes),
        Publish: (folder, documents, report) => DatasetPublisher.PublishAsync(
            folder, [.. documents.Select(d => new DocumentRef(d.DocumentId, d.FiscalYear, d.Load, d.Source))], FactsOf(report)),
        Inspect: PageDrawing.Svg,
        Cover: CoverageReader.ReadAsync,
        Train: TrainingRun.Files);

    private static RunFacts FactsOf(RunReport report) => new(report.ConfigurationHash, report.Started, report.Finished)
    {
        // A file with the same bytes as another, or one that could not be read, has no document of its own but is not lost.
        OtherInputs =
        [
            .. from d in report.Documents
               where d.DuplicateOf is not null || d.DocumentId is null
               select new OtherInput(d.SourceFile, d.DuplicateOf, d.Summary?.Reason),
        ],
    };
}
