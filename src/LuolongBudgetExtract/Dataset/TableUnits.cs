namespace LuolongBudgetExtract.Dataset;

/// <summary>Reads from a dataset what the log does not repeat: the unit of each table.</summary>
public static class TableUnits
{
    /// <summary>元 in one unit of each table by table_id; a table without a unit is not there.</summary>
    /// <param name="output">The output folder of a run.</param>
    /// <exception cref="InvalidDataException">Another version of the program wrote it.</exception>
    public static async Task<IReadOnlyDictionary<string, decimal>> ReadAsync(string output, CancellationToken stop = default)
    {
        var factors = new Dictionary<string, decimal>();
        await foreach (var (t, _) in DatasetTexts.Read(output, "tables", ["table_id", "unit"], stop))
            if (Yuan.Of(1, t[1]) is { } factor) factors[t[0]!] = factor;
        return factors;
    }
}
