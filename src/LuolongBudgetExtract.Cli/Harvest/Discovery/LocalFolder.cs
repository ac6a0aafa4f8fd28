namespace LuolongBudgetExtract.Cli.Harvest.Discovery;

/// <summary>The PDFs and archives below a local folder.</summary>
internal static class LocalFolder
{
    public static IEnumerable<FoundLink> Files(string folder, Action<string, string> fail)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            fail(folder, "no_folder: the folder does not exist");
            return [];
        }

        // Links are not followed: they may lead in a circle or out of the folder.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        return Directory.EnumerateFiles(root, "*", options)
            .Where(f => Path.GetExtension(f).ToLowerInvariant() is ".pdf" or ".zip")
            .Order(StringComparer.Ordinal)
            .Select(f => new FoundLink(new Uri(f), folder, Path.GetFileName(f)));
    }
}
