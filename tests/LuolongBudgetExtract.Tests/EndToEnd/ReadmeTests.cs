using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using LuolongBudgetExtract.Dataset;

namespace LuolongBudgetExtract.Tests.EndToEnd;

/// <summary>The README's query on what its first command makes gives the table that the README shows.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task The_first_query_of_the_README_has_the_printed_result()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, "README.md"), TestContext.Current.CancellationToken);
        var match = QueryAndResult().Match(readme);
        Assert.True(match.Success, "the README has no query followed by a table");
        var output = Directory.CreateTempSubdirectory("luolong-readme-");
        try
        {
            var documents = Inputs().Select(Document).ToList();
            await DatasetPublisher.PublishAsync(output.FullName, documents, new RunFacts("test", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
            var query = match.Groups[1].Value.Replace("'out/", $"'{output.FullName}/", StringComparison.Ordinal);
            Assert.Equal(match.Groups[2].Value.Trim(), Table(query));
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    // What pipeline.json names: the same files that the first command reads.
    private static IEnumerable<string> Inputs() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "pipeline.json"))).RootElement.GetProperty("input").EnumerateArray()
            .Select(i => Path.Combine(RepositoryFiles.Root, i.GetString()!))
            .SelectMany(i => Directory.Exists(i) ? Directory.GetFiles(i, "*.pdf") : [i]);

    private static DocumentRef Document(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var extraction = Pipeline.Extract(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), path, new PipelineOptions());
        return new DocumentRef(extraction.DocumentId, extraction.Facts.FiscalYear, () => extraction);
    }

    private static string Table(string query)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).ToList();
        var lines = new List<string> { Line(columns.Select(reader.GetName)), "|" + string.Concat(columns.Select(_ => "---|")) };
        while (reader.Read()) lines.Add(Line(columns.Select(i => Text(reader.GetValue(i)))));
        return string.Join('\n', lines);
    }

    private static string Line(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";

    private static string Text(object value) => value is DBNull or IEnumerable and not string ? "" : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    [GeneratedRegex(@"```sql\n(.*?)```\s+(\|.*?\|)\n\n", RegexOptions.Singleline)]
    private static partial Regex QueryAndResult();
}
