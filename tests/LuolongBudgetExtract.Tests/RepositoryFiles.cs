using System.Security.Cryptography;

namespace LuolongBudgetExtract.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Fixture(string name) =>
        Directory.GetFiles(Path.Combine(Root, "fixtures"), name, SearchOption.AllDirectories).Single();

    public static byte[] Bytes(string name) => File.ReadAllBytes(Fixture(name));

    public static Extraction Extract(string name)
    {
        var bytes = Bytes(name);
        return Pipeline.Extract(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), name, new PipelineOptions());
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LuolongBudgetExtract.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("LuolongBudgetExtract.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
