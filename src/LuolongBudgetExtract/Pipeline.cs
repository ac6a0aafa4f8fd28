namespace LuolongBudgetExtract;

/// <summary>The whole way of one document: PDF in, <see cref="Extraction"/> out. Pure: no clock, no network, no database.</summary>
public static class Pipeline
{
    /// <summary>Changes when the same PDF would give another dataset; a stored result of another version is not reused.</summary>
    public const string Version = "0.1.0";

    /// <summary>Reads one PDF. Never throws for bad input: the outcome and its reason are in the result.</summary>
    /// <param name="pdf">The whole file.</param>
    /// <param name="documentId">SHA-256 of <paramref name="pdf"/>, lower-case hex.</param>
    /// <param name="sourceFile">Path as given to the run; kept, never interpreted.</param>
    /// <param name="options">The options of every stage, from pipeline.json.</param>
    public static Extraction Extract(byte[] pdf, string documentId, string sourceFile, PipelineOptions options) =>
        throw new NotImplementedException();
}
