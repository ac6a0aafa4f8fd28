using System.Security.Cryptography;
using System.Text;

namespace LuolongBudgetExtract.Cli.Harvest.Files;

/// <summary>The fetched files, each once under its SHA-256: <c>files/AB/ABCD….pdf</c>; unfinished downloads under <c>partial/</c>. No name
/// from outside ever becomes a path.</summary>
/// <param name="Folder">The output folder of the harvest.</param>
internal sealed record FileStore(string Folder)
{
    /// <summary>Path below <see cref="Folder"/>, with forward slashes: what stands in the dataset as source_file.</summary>
    public static string NameOf(string sha256, string extension) => $"files/{sha256[..2]}/{sha256}.{extension}";

    public string PathOf(string sha256, string extension) => Path.Combine(Folder, NameOf(sha256, extension));

    /// <summary>Where the download of an address stands until it is whole; a killed run finds it again.</summary>
    public string PartialOf(string url) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "partial")).FullName, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)))[..32]);

    /// <summary>Removes what a killed run left and nothing can go on with: parts without a validator, entries taken half out of archives.</summary>
    public void RemoveDebris()
    {
        var folder = Path.Combine(Folder, "partial");
        if (!Directory.Exists(folder)) return;
        foreach (var part in Directory.GetFiles(folder).Where(f => !f.EndsWith(PartialFile.ValidatorSuffix, StringComparison.Ordinal) && !File.Exists(f + PartialFile.ValidatorSuffix)))
            File.Delete(part);
    }

    /// <summary>Takes a whole file in and gives its SHA-256. The temporary file is gone afterwards.</summary>
    public string Adopt(string temporary, string extension)
    {
        string sha256;
        using (var stream = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
        {
            sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
            stream.Flush(flushToDisk: true);
        }

        var path = PathOf(sha256, extension);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(temporary, path, overwrite: true); // The same bytes: it makes no difference which copy stays.
        return sha256;
    }
}
