using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Cli.Harvest.Addresses;
using LuolongBudgetExtract.Cli.Harvest.Files;
using LuolongBudgetExtract.Cli.Settings;

namespace LuolongBudgetExtract.Cli.Harvest.Fetching;

/// <summary>A file of a local folder, taken in as if it were fetched: length and time of change stand for an ETag.</summary>
internal static class LocalFile
{
    /// <summary>Null when the file has not changed.</summary>
    /// <exception cref="FetchException">It is gone, too large, or neither PDF nor archive.</exception>
    public static Download? Read(string path, FileStore store, HarvestLimits limits, Validators? known)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists) throw new FetchException("gone", "no such file");
            var validators = new Validators(string.Create(CultureInfo.InvariantCulture, $"\"{info.Length}-{info.LastWriteTimeUtc.Ticks}\""), null);
            if (known == validators) return null;
            if (info.Length > (long)limits.FileMegabytes << 20) throw new FetchException("too_large", "more than harvest.limits.fileMegabytes allows");
            var part = new PartialFile(store.PartialOf(path));
            File.Copy(path, store.PartialOf(path), overwrite: true);
            var (kind, bytes) = (FileKinds.Of(part.Head()), part.Length);
            if (kind is FileKind.Pdf or FileKind.Zip)
                return new(store.Adopt(part.Complete(), Downloads.ExtensionOf(kind)), kind, bytes, 0, path, Path.GetFileName(path), validators, ImmutableSortedDictionary<string, string>.Empty);
            part.Delete();
            throw new FetchException("unknown_content", "neither a PDF nor a ZIP archive");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FetchException("unreadable", e.Message, inner: e);
        }
    }
}
