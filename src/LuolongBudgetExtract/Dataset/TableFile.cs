using System.Security.Cryptography;

namespace LuolongBudgetExtract.Dataset;

/// <summary>One file of the dataset as it stands on the disk.</summary>
/// <param name="Path">Relative to the output folder, with forward slashes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record PublishedFile(string Table, string Path, long Rows, long Bytes, string Sha256);

/// <summary>The Parquet file of one table in one partition. It comes into being with its first row.</summary>
internal abstract class TableFile : IDisposable
{
    /// <summary>Begins the file although there may be no row.</summary>
    public abstract Task Create();

    /// <summary>Finishes the content and brings it to the disk; the file does not appear yet. Null when there is none.</summary>
    public abstract Task<PublishedFile?> Seal();

    /// <summary>Lets the file appear.</summary>
    public abstract void Commit();

    public abstract void Dispose();
}

/// <inheritdoc/>
internal sealed class TableFile<TRow>(string outFolder, TableSchema<TRow> table, string partition) : TableFile
{
    private AtomicFile? _file;
    private ParquetTable<TRow>? _parquet;

    private string RelativePath => $"{Partition.Folder(table.Name, partition)}/{Partition.FileName}";

    public async ValueTask Add(IEnumerable<TRow> rows)
    {
        foreach (var row in rows)
        {
            if (_parquet is null) await Create();
            await _parquet!.Add(row);
        }
    }

    public override async Task Create()
    {
        _file = new AtomicFile(Path.Combine(outFolder, RelativePath));
        _parquet = await ParquetTable<TRow>.Create(table, _file.Stream);
    }

    public override async Task<PublishedFile?> Seal()
    {
        if (_parquet is null) return null;
        await _parquet.Finish();
        _file!.Seal();
        using var content = File.OpenRead(_file.TemporaryPath);
        return new PublishedFile(
            table.Name, RelativePath, _parquet.Rows, content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
    }

    public override void Commit() => _file?.Commit();

    public override void Dispose() => _file?.Dispose();
}
