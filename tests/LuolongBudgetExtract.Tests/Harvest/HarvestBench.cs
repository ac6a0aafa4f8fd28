using System.Text.Json;
using System.Text.Json.Nodes;
using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Cli.Harvest.Ledger;
using LuolongBudgetExtract.Cli.Harvest.Nights;
using LuolongBudgetExtract.Cli.Verbs;
using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Tests.Cli;

namespace LuolongBudgetExtract.Tests.Harvest;

/// <summary>A portal, a settings file that harvests it, and the command line. Documents are read by the faulty extractor and published for real.</summary>
internal sealed class HarvestBench : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    public string Folder { get; } = Directory.CreateTempSubdirectory("luolong-harvest-").FullName;

    public QuickTime Time { get; }

    public Portal Portal { get; private set; } = null!;

    public string Output => Path.Combine(Folder, "harvest");

    private HarvestBench(double speed) => Time = new(speed, Start);

    /// <param name="speed">How many times faster than ours the harvest's clock runs.</param>
    public static async Task<HarvestBench> OpenAsync(double speed = 200)
    {
        var bench = new HarvestBench(speed);
        bench.Portal = await Portal.StartAsync(bench.Time);
        return bench;
    }

    /// <summary>Writes pipeline.json: one source that sees everything again each time, with generous clocks, and what <paramref name="change"/> makes of it.</summary>
    public void Settings(Action<JsonObject, JsonObject>? change = null)
    {
        var politeness = new JsonObject { ["secondsBetweenRequests"] = 2, ["secondsPerAttempt"] = 4000, ["secondsPerFile"] = 40000, ["latencyFactor"] = 0 };
        var source = new JsonObject
        {
            ["name"] = "portal", ["lists"] = new JsonArray(Portal.Url("/list")), ["recheckHours"] = 0, ["politeness"] = politeness,
        };
        var harvest = new JsonObject
        {
            ["contact"] = "mailto:data@example.org", ["allowHosts"] = new JsonArray(Portal.Authority), ["sources"] = new JsonArray(source), ["minutesPerNight"] = 1440,
        };
        change?.Invoke(harvest, source);
        File.WriteAllText(Path.Combine(Folder, "pipeline.json"), new JsonObject { ["jobs"] = 1, ["harvest"] = harvest }.ToJsonString());
    }

    public Task<(ExitCode Code, string Output, string Error)> RunAsync(string verb = "harvest", params string[] args) =>
        RunUntilAsync(verb, args, TestContext.Current.CancellationToken);

    public async Task<(ExitCode Code, string Output, string Error)> RunUntilAsync(string verb, string[] args, CancellationToken stop)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var composition = FaultyExtractor.Composition with
        {
            Publish = (folder, documents, report) => DatasetPublisher.PublishAsync(
                folder, [.. documents.Select(d => new DocumentRef(d.DocumentId, d.FiscalYear, d.Load, d.Source))], new("test", report.Started, report.Finished)),
        };
        var code = await LuolongCommand.RunAsync([verb, Path.Combine(Folder, "pipeline.json"), .. args], composition, Workbench.Worker,
            () => new(Time, new Random(7)), output, error, stop);
        return ((ExitCode)code, output.ToString(), error.ToString());
    }

    public List<string> Ledger(string sql)
    {
        using var ledger = LedgerFile.OpenToRead(Output)!;
        return ledger.Read(sql, r => string.Join('|', Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? "" : r.GetValue(i).ToString())));
    }

    /// <summary>State and code of the reason of an address.</summary>
    public string State(string path) => Assert.Single(Ledger($"SELECT state, coalesce(substr(reason, 1, instr(reason, ':') - 1), '') FROM addresses WHERE url = '{Portal.Url(path)}'"));

    /// <summary>What the dataset says of its documents, by their sha256's address.</summary>
    public IReadOnlyList<string> Documents(string columns)
    {
        using var database = new DuckDB.NET.Data.DuckDBConnection("Data Source=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = $"SELECT {columns} FROM read_parquet('{Output}/dataset/documents/**/*.parquet', hive_partitioning = true) ORDER BY ALL";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetValue(i).ToString())));
        return rows;
    }

    /// <summary>Every published file with its bytes and time of change.</summary>
    public Dictionary<string, (string Bytes, DateTime Changed)> Published() => Directory.GetFiles(Output, "*", SearchOption.AllDirectories)
        .Where(f => !f.Contains("ledger.sqlite", StringComparison.Ordinal) && !f.EndsWith("/lock", StringComparison.Ordinal))
        .ToDictionary(f => Path.GetRelativePath(Output, f), f => (Convert.ToHexString(File.ReadAllBytes(f)), File.GetLastWriteTimeUtc(f)));

    /// <summary>A "PDF" for the faulty extractor with an end mark.</summary>
    public static byte[] Pdf(string command, int padding = 0) => [.. FaultyExtractor.Pdf(command + " "), .. new byte[padding], .. "\n%%EOF"u8];

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
