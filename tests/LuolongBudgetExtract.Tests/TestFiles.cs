namespace LuolongBudgetExtract.Tests;

/// <summary>Data files that stand beside the tests in the source tree.</summary>
internal static class TestFiles
{
    /// <summary>Lines of tests/LuolongBudgetExtract.Tests/&lt;path&gt;.</summary>
    public static string[] Lines(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LuolongBudgetExtract.sln")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllLines(Path.Combine(folder?.FullName ?? ".", "tests", "LuolongBudgetExtract.Tests", path));
    }
}
