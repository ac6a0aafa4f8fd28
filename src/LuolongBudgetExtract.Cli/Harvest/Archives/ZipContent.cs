using System.IO.Compression;
using System.Text;
using LuolongBudgetExtract.Cli.Harvest.Addresses;
using LuolongBudgetExtract.Cli.Harvest.Files;
using LuolongBudgetExtract.Cli.Settings;

namespace LuolongBudgetExtract.Cli.Harvest.Archives;

/// <summary>One entry of an archive.</summary>
/// <param name="Name">As the archive names it, decoded; never used as a path.</param>
/// <param name="Sha256">Of the PDF taken out; null when there is none.</param>
/// <param name="Reason">Why none was taken out.</param>
internal sealed record ZipMember(int Position, string Name, string? Sha256, string? Reason);

/// <summary>Takes the PDFs out of an archive. Names decide nothing: an entry called ../../x.pdf is stored under its SHA-256 like any other.</summary>
internal static class ZipContent
{
    private const int Chunk = 1 << 16;
    private const long SmallEntry = 1 << 20; // Below it a high ratio is no bomb but a form of blanks.

    /// <summary>Every entry that is no folder. An archive that cannot be read has one member that says so.</summary>
    public static IReadOnlyList<ZipMember> Unpack(string path, FileStore store, HarvestLimits limits)
    {
        try
        {
            // Without the UTF-8 flag names are whatever the packer's system used: taken byte by byte, then guessed.
            using var zip = new ZipArchive(File.OpenRead(path), ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
            if (zip.Entries.Count > limits.ArchiveEntries)
                return [new(0, "", null, $"archive_limit: {zip.Entries.Count} entries, harvest.limits.archiveEntries allows {limits.ArchiveEntries}")];
            var left = (long)limits.ArchiveMegabytes << 20;
            var members = new List<ZipMember>();
            for (var i = 0; i < zip.Entries.Count; i++)
            {
                var entry = zip.Entries[i];
                if (!entry.FullName.EndsWith('/')) members.Add(Take(entry, i, store, limits, ref left));
            }

            return members;
        }
        catch (InvalidDataException e)
        {
            return [new(0, "", null, $"archive_damaged: {e.Message}")];
        }
    }

    private static ZipMember Take(ZipArchiveEntry entry, int position, FileStore store, HarvestLimits limits, ref long left)
    {
        var name = GuessedText.OfLatin1(entry.FullName);
        ZipMember Refuse(string reason) => new(position, name, null, reason);
        if (FileKinds.IsUnhandledName(name)) return Refuse("unhandled: an Office document or an archive that is not opened");
        var temporary = store.PartialOf($"{Guid.NewGuid()}");
        try
        {
            using (var target = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite))
            {
                using var source = entry.Open();
                var most = Math.Min(Math.Min(left, (long)limits.FileMegabytes << 20), Math.Max(SmallEntry, entry.CompressedLength * limits.ArchiveRatio));
                if (!Copy(source, target, most)) return Refuse("archive_limit: the entry inflates beyond harvest.limits (fileMegabytes, archiveMegabytes, archiveRatio)");
                left -= target.Length;
                target.Position = 0;
                var head = new byte[Math.Min(FileKinds.HeadLength, target.Length)];
                target.ReadExactly(head);
                var kind = FileKinds.Of(head);
                if (kind == FileKind.Zip) return Refuse("nested_archive: archives inside archives are not opened");
                if (kind != FileKind.Pdf) return Refuse("not_a_pdf: the entry is no PDF");
            }

            return new(position, name, store.Adopt(temporary, "pdf"), null);
        }
        catch (InvalidDataException e)
        {
            return Refuse($"archive_damaged: {e.Message}");
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>False when more than <paramref name="most"/> bytes come; what a header says of the length is not asked.</summary>
    private static bool Copy(Stream source, Stream target, long most)
    {
        var buffer = new byte[Chunk];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            if ((most -= read) < 0) return false;
            target.Write(buffer, 0, read);
        }

        return true;
    }
}
