using System.Collections.Immutable;
using System.Text.Json;
using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Cli.Verbs;
using LuolongBudgetExtract.Cli.Workers;
using Xunit;

namespace LuolongBudgetExtract.Tests.Cli;

/// <summary>A folder of a test's own, the command line in it, and the faulty worker behind it.</summary>
internal sealed class Workbench : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("luolong-").FullName;

    public static WorkerCommand Worker { get; } = WorkerCommand.Self(TestMain.WorkerVerb);

    /// <summary>What the last run published, in order; default when it did not publish.</summary>
    public ImmutableArray<Extraction> Published { get; private set; }

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Put(string name, byte[] content)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Put(string name, string text) => Put(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string PutPdf(string name, string command) => Put(name, FaultyExtractor.Pdf(command));

    /// <summary>Settings with limits of this test; small times, because some tests wait for them to pass.</summary>
    public string PutSettings(string limits) =>
        Put("pipeline.json", $$"""{ "input": ["in"], "jobs": 1, "limits": { "secondsOfSilence": 60, {{limits}} } }""");

    public async Task<Run> RunAsync(params string[] args)
    {
        Published = default;
        using var output = new StringWriter();
        using var error = new StringWriter();
        var composition = FaultyExtractor.Publishing((_, extractions) => Published = extractions);
        var code = await LuolongCommand.RunAsync(args, composition, Worker, output, error, TestContext.Current.CancellationToken);
        return new((ExitCode)code, output.ToString(), error.ToString());
    }

    /// <summary>Runs pipeline.json of this folder with --json.</summary>
    public Task<Run> RunSettingsAsync() => RunAsync("run", Path("pipeline.json"), "--json");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public sealed record Run(ExitCode Code, string Output, string Error)
    {
        /// <summary>The objects of --json of one kind.</summary>
        public IReadOnlyList<JsonElement> Events(string kind) =>
        [
            .. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Where(e => e.GetProperty("event").GetString() == kind),
        ];

        public JsonElement Document(string nameEnd) => Events("document").Single(e => e.GetProperty("source_file").GetString()!.EndsWith(nameEnd, StringComparison.Ordinal));

        public string? Reason(string nameEnd) => Document(nameEnd).TryGetProperty("reason", out var reason) ? reason.GetString() : null;
    }
}
