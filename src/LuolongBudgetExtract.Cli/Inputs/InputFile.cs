using LuolongBudgetExtract.Dataset;

namespace LuolongBudgetExtract.Cli.Inputs;

/// <summary>One file that a run was asked to read.</summary>
/// <param name="SourceFile">Path as given (below the folder or glob as given), with forward slashes.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="Bytes">Length at the time of listing; only for the progress.</param>
internal sealed record InputFile(string SourceFile, string FullPath, long Bytes)
{
    /// <summary>SHA-256 when it is known without reading the file: a finished document is then not opened.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Where the file came from; null for one found on the disk.</summary>
    public DocumentSource? Source { get; init; }
}
