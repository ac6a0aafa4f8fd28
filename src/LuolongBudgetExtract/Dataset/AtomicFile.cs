namespace LuolongBudgetExtract.Dataset;

/// <summary>
/// A file that appears whole or not at all: written beside its place, flushed to the disk, then renamed.
/// Without <see cref="Commit"/> the temporary file is removed and what stood there before stays.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    /// <summary>Ending of unfinished files; a query for *.parquet never sees one.</summary>
    public const string TemporarySuffix = ".tmp";

    private readonly string _path;
    private readonly FileStream _stream;

    /// <exception cref="IOException">Another process writes the same file.</exception>
    public AtomicFile(string path)
    {
        _path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _stream = new FileStream(TemporaryPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
    }

    public Stream Stream => _stream;

    /// <summary>Where the content stands until <see cref="Commit"/>.</summary>
    public string TemporaryPath => _path + TemporarySuffix;

    /// <summary>Brings the content to the disk and closes the stream; the file does not appear yet.</summary>
    public void Seal()
    {
        if (!_stream.CanWrite) return;
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
    }

    /// <summary>Lets the file appear. A file with the same content is left alone, its time of change too.</summary>
    public void Commit()
    {
        Seal();
        if (SameContent(TemporaryPath, _path)) File.Delete(TemporaryPath);
        else File.Move(TemporaryPath, _path, overwrite: true);
    }

    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(TemporaryPath); // nothing to delete after Commit
    }

    private static bool SameContent(string left, string right)
    {
        if (!File.Exists(right) || new FileInfo(left).Length != new FileInfo(right).Length) return false;
        using var a = File.OpenRead(left);
        using var b = File.OpenRead(right);
        byte[] bufferA = new byte[1 << 16], bufferB = new byte[1 << 16];
        while (true)
        {
            var read = a.ReadAtLeast(bufferA, bufferA.Length, throwOnEndOfStream: false);
            if (read != b.ReadAtLeast(bufferB, bufferB.Length, throwOnEndOfStream: false)) return false;
            if (!bufferA.AsSpan(0, read).SequenceEqual(bufferB.AsSpan(0, read))) return false;
            if (read < bufferA.Length) return true;
        }
    }
}
