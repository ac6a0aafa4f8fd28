using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Parquet;
using Parquet.Schema;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Reads text columns of a dataset table back, row group by row group.</summary>
internal static class DatasetTexts
{
    /// <summary>The rows of a table, one text or null for each field asked for, and the fiscal year of the partition (null: unknown).</summary>
    /// <param name="output">The output folder of a run.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file lacks a field: another version wrote it.</exception>
    public static async IAsyncEnumerable<(string?[] Texts, int? Year)> Read(
        string output, string table, ImmutableArray<string> fields, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var folder = Path.Combine(output, "dataset", table);
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in Directory.GetFiles(folder, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            int? year = int.TryParse(Path.GetFileName(Path.GetDirectoryName(file)!).Split('=')[^1], out var named) ? named : null;
            await using var stream = File.OpenRead(file);
            await using var reader = await ParquetReader.CreateAsync(stream, null, false, stop);
            var columns = fields.Select(f => Array.Find(reader.Schema.DataFields, d => d.Name == f)
                ?? throw new InvalidDataException($"{file} has no field {f}: another version of luolong wrote it")).ToArray();
            for (int g = 0; g < reader.RowGroupCount; g++)
            {
                using var group = reader.OpenRowGroupReader(g);
                var values = new string?[columns.Length][];
                for (int c = 0; c < columns.Length; c++) values[c] = await Column(group, columns[c], stop);
                for (int row = 0; row < group.RowCount; row++) yield return ([.. values.Select(v => v[row])], year);
            }
        }
    }

    private static async Task<string?[]> Column(ParquetRowGroupReader group, DataField column, CancellationToken stop)
    {
        var values = new string?[group.RowCount];
        await group.ReadAsync(column, values.AsMemory()!, null, stop);
        return values;
    }
}
