using LuolongBudgetExtract.Cli.Batch;
using LuolongBudgetExtract.Dataset;

namespace LuolongBudgetExtract.Cli.Store;

/// <summary>
/// The journal of an output folder: one file a finished document, under
/// <c>.luolong/results/VERSION-BUILD-CONFIGURATION/SHA256</c>. What has a file is done; nothing else is written about it.
/// </summary>
/// <param name="Folder">Where the results of this version and configuration are.</param>
internal sealed record ResultStore(string Folder)
{
    public const string HostFolder = ".luolong";

    /// <summary>Besides version and configuration the build of the library is part of the key: a developer who changes a
    /// stage without a new version must not get the results of the old code.</summary>
    public static ResultStore Open(string outFolder, string configurationHash)
    {
        var build = typeof(Pipeline).Module.ModuleVersionId.ToString("N")[..8];
        return new(Path.Combine(outFolder, HostFolder, "results", $"{Pipeline.Version}-{build}-{configurationHash[..16]}"));
    }

    public void Save(string documentId, ResultFile result)
    {
        using var file = new AtomicFile(PathOf(documentId));
        result.WriteTo(file.Stream);
        file.Commit();
    }

    /// <summary>The stored result, or null when there is none or it is damaged.</summary>
    public ResultFile? Find(string documentId) =>
        File.Exists(PathOf(documentId)) ? ResultFile.Parse(File.ReadAllBytes(PathOf(documentId))) : null;

    /// <summary>The result of a document that need not be read again. A failed one is tried again in every run: its cause may
    /// have been the machine or a limit since raised.</summary>
    public DocumentSummary? Done(string documentId) =>
        Find(documentId)?.Summary is { Outcome: not Outcome.Failed } summary ? summary : null;

    private string PathOf(string documentId) => Path.Combine(Folder, documentId[..2], documentId);
}
