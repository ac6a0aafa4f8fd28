namespace LuolongBudgetExtract.Cli.Store;

/// <summary>A file that appears whole or not at all.</summary>
internal static class AtomicFile
{
    public const string TemporaryExtension = ".tmp";

    /// <summary>Writes beside the target, flushes to the disk, then renames. When the machine stops in between, a temporary
    /// file stays that nobody reads; when it loses the rename, the work is done again.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + TemporaryExtension;
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
