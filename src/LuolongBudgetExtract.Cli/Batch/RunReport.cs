using System.Collections.Immutable;

namespace LuolongBudgetExtract.Cli.Batch;

/// <summary>How one input file ended.</summary>
/// <param name="DocumentId">SHA-256 of the file; null when it could not be read, and then it stands in no table of the dataset.</param>
/// <param name="DuplicateOf">Source path of the file with the same bytes that stands for this one; its counts are not repeated here.</param>
/// <param name="Reused">True when an earlier run had finished the document.</param>
/// <param name="Summary">Null for a duplicate.</param>
/// <param name="Detail">For a person who looks for the cause; differs from run to run.</param>
internal sealed record DocumentRun(
    string SourceFile, string? DocumentId, long Bytes, string? DuplicateOf, bool Reused, DocumentSummary? Summary, string? Detail);

/// <summary>What ran.</summary>
/// <param name="PipelineVersion">Version of the library.</param>
/// <param name="ConfigurationHash">SHA-256 of the canonical options of the stages.</param>
/// <param name="StagesJson">These options.</param>
/// <param name="Documents">Every input file, ordered by source path.</param>
internal sealed record RunReport(
    string PipelineVersion, string ConfigurationHash, string StagesJson, DateTimeOffset Started, DateTimeOffset Finished,
    int Jobs, ImmutableArray<DocumentRun> Documents)
{
    public int Count(Outcome outcome) => Documents.Count(d => d.Summary?.Outcome == outcome);

    public ExitCode ExitCode =>
        Count(Outcome.Failed) > 0 ? ExitCode.DocumentsFailed
        : Count(Outcome.Rejected) > 0 ? ExitCode.DocumentsRejected
        : ExitCode.Success;
}
