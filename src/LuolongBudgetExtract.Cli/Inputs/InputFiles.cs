using System.Collections.Immutable;
using System.IO.Enumeration;

namespace LuolongBudgetExtract.Cli.Inputs;

/// <summary>From arguments (files, folders, globs) to an ordered list of files.</summary>
internal static class InputFiles
{
    /// <summary>Why an argument names nothing, or null. A glob is judged only when it is expanded.</summary>
    public static string? Missing(string argument, string folder)
    {
        var path = Path.Combine(folder, argument);
        return File.Exists(path) || Directory.Exists(path) || GlobPattern.IsGlob(argument)
            ? null
            : $"\"{argument}\" does not exist ({path}); allowed: a PDF file, a folder, or a glob with *, ? or **";
    }

    /// <summary>
    /// The files of all arguments in ordinal order of their source path (the order of the arguments must not change the
    /// dataset); a file that two arguments reach is listed once. A file named itself is taken whatever it is called;
    /// folders give every *.pdf below them, letter case ignored.
    /// </summary>
    /// <param name="folder">Where relative arguments start from.</param>
    /// <exception cref="InputException">An argument names nothing, or a folder cannot be listed.</exception>
    public static ImmutableArray<InputFile> Expand(IEnumerable<string> arguments, string folder)
    {
        var files = new List<InputFile>();
        foreach (var argument in arguments)
        {
            if (Missing(argument, folder) is { } missing) throw new InputException(missing);
            int before = files.Count;
            try
            {
                files.AddRange(Of(argument, folder));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new InputException($"\"{argument}\" cannot be listed: {e.Message}");
            }

            if (files.Count == before) throw new InputException($"\"{argument}\" holds no PDF file");
        }

        return [.. files.OrderBy(f => f.SourceFile, StringComparer.Ordinal).DistinctBy(f => f.FullPath)];
    }

    private static IEnumerable<InputFile> Of(string argument, string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, argument));
        if (File.Exists(path)) return [Listed(Slashes(argument), path)];
        if (Directory.Exists(path))
        {
            return Below(path, name => name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
                .Select(below => Listed(Source(argument, below), Path.Combine(path, below)));
        }

        var glob = GlobPattern.Parse(argument);
        var root = Path.GetFullPath(Path.Combine(folder, glob.Root));
        return Directory.Exists(root)
            ? Below(root, name => glob.Match.IsMatch(name)).Select(below => Listed(glob.Root + Slashes(below), Path.Combine(root, below)))
            : [];
    }

    /// <summary>Paths below a folder, relative to it. Links to folders are not followed: they may lead in a circle.</summary>
    private static FileSystemEnumerable<string> Below(string root, Func<string, bool> wanted)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = 0 };
        return new(root, (ref FileSystemEntry entry) => Path.GetRelativePath(root, entry.ToFullPath()), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory && wanted(Slashes(Path.GetRelativePath(root, entry.ToFullPath()))),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
    }

    private static InputFile Listed(string source, string path)
    {
        var info = new FileInfo(path);
        return new(source, path, info.Exists ? info.Length : 0);
    }

    private static string Source(string argument, string below) => $"{Slashes(argument).TrimEnd('/')}/{Slashes(below)}";

    private static string Slashes(string path) => path.Replace('\\', '/');
}
