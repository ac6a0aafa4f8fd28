using System.Collections;
using System.Globalization;
using DuckDB.NET.Data;
using LuolongBudgetExtract.Dataset;
using Xunit;

namespace LuolongBudgetExtract.Tests.Dataset;

/// <summary>An output folder that goes with its test, and DuckDB to read it as a researcher does.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DuckDBConnection _database = new("Data Source=:memory:");

    public Workspace() => _database.Open();

    public string Folder { get; } = Directory.CreateTempSubdirectory("luolong-").FullName;

    public Task<PublishedDataset> Publish(params IReadOnlyList<DocumentRef> documents) =>
        DatasetPublisher.PublishAsync(Folder, documents, Samples.Run, TestContext.Current.CancellationToken);

    /// <summary>The answer as lines of text, columns parted by |, null as NULL. <c>{table}</c> stands for the query of the contract.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        foreach (var table in (string[])["documents", "tables", "rows", "amounts", "indicators", "statements", "checks"])
            sql = sql.Replace($"{{{table}}}", $"read_parquet('{Folder}/dataset/{table}/**/*.parquet', hive_partitioning = true)", StringComparison.Ordinal);
        using var command = _database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read()) lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : Text(reader.GetValue(i)))));
        return lines;
    }

    public string Path(string relative) => System.IO.Path.Combine(Folder, relative);

    /// <summary>Every file below the folder with its content.</summary>
    public Dictionary<string, string> Contents() => Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
        .ToDictionary(f => System.IO.Path.GetRelativePath(Folder, f), f => Convert.ToHexString(File.ReadAllBytes(f)));

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Text(object value) => value switch
    {
        IList list => $"[{string.Join(",", list.Cast<object>().Select(Text))}]",
        IDictionary map => $"{{{string.Join(",", map.Keys.Cast<object>().Select(k => $"{k}:{Text(map[k] ?? "NULL")}"))}}}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
