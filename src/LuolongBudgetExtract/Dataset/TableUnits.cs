using Parquet;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Reads from a dataset what the log does not repeat: the unit of each table.</summary>
public static class TableUnits
{
    /// <summary>元 in one unit of each table by table_id; a table without a unit is not there.</summary>
    /// <param name="dataset">The folder <c>dataset</c> of a run.</param>
    /// <exception cref="IOException">The dataset has no tables.</exception>
    public static async Task<IReadOnlyDictionary<string, decimal>> ReadAsync(string dataset)
    {
        var factors = new Dictionary<string, decimal>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(dataset, "tables"), "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await using var reader = await ParquetReader.CreateAsync(file);
            var fields = reader.Schema.DataFields;
            for (int group = 0; group < reader.RowGroupCount; group++)
            {
                using var rows = reader.OpenRowGroupReader(group);
                var (ids, units) = (new string?[rows.RowCount], new string?[rows.RowCount]);
                await rows.ReadAsync(fields.First(f => f.Name == "table_id"), ids.AsMemory());
                await rows.ReadAsync(fields.First(f => f.Name == "unit"), units.AsMemory());
                for (int i = 0; i < ids.Length; i++)
                    if (Yuan.Of(1, units[i]) is { } factor) factors[ids[i]!] = factor;
            }
        }
        return factors;
    }
}
