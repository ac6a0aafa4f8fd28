using System.Security.Cryptography;
using LuolongBudgetExtract.Cli.Harvest.Addresses;

namespace LuolongBudgetExtract.Cli.Harvest.Files;

/// <summary>A download under way: the bytes so far, and beside them the validator under which they may be continued. The validator is on the
/// disk before the first byte and goes before the last: a part without one is begun anew.</summary>
internal sealed class PartialFile(string path)
{
    public const string ValidatorSuffix = ".validator";

    private string ValidatorPath => path + ValidatorSuffix;

    public long Length => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>Strong ETag or Last-Modified; null when the part cannot be continued.</summary>
    public string? Validator => File.Exists(ValidatorPath) && File.ReadAllText(ValidatorPath) is { Length: > 0 } text ? text : null;

    public string Sha256
    {
        get
        {
            using var stream = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
    }

    public bool LooksCut
    {
        get
        {
            using var stream = File.OpenRead(path);
            return FileKinds.LooksCut(stream);
        }
    }

    public void Begin(string? validator)
    {
        Delete();
        if (validator is not null) File.WriteAllText(ValidatorPath, validator);
    }

    public Stream Append() => new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None);

    public byte[] Head()
    {
        using var stream = File.OpenRead(path);
        var head = new byte[Math.Min(FileKinds.HeadLength, stream.Length)];
        stream.ReadExactly(head);
        return head;
    }

    /// <summary>Ends the download; gives the path of the whole file.</summary>
    public string Complete()
    {
        File.Delete(ValidatorPath);
        return path;
    }

    public void Delete()
    {
        File.Delete(ValidatorPath);
        File.Delete(path);
    }
}
