using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Cli.Harvest.Ledger;
using LuolongBudgetExtract.Cli.Verbs;
using LuolongBudgetExtract.Cli.Workers;
using LuolongBudgetExtract.Tests.Cli;
using LuolongBudgetExtract.Tests.Dataset;

namespace LuolongBudgetExtract.Tests.Harvest;

/// <summary>A harvest-extract-publish run of the product as a process of its own, killed and run again. LUOLONG_KILLS sets the number of points
/// (benchmarks/kill-harvest.sh: 50), and then everything is the product's; the suite takes two.</summary>
public sealed class KillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("luolong-kill-").FullName;
    private Portal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await Portal.StartAsync(new QuickTime(1, Start));

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The product; in the suite with an extractor that takes no time but fills every table.</summary>
    internal static Composition Product { get; } = Environment.GetEnvironmentVariable("LUOLONG_KILLS") is not null ? Composition.Product : Composition.Product with
    {
        Extract = (document, _, _) => Samples.Document(year: 2020 + document.Pdf.Length % 3) with { DocumentId = document.DocumentId, SourceFile = document.SourceFile },
    };

    /// <summary>The child: the product with quick waits and a calendar that stands still, so that two runs write the same times.</summary>
    public static Task<int> HostAsync(string[] args) => LuolongCommand.RunAsync(
        args, Product, WorkerCommand.Self(TestMain.HarvestWorkerVerb), () => new(new QuickTime(200, Start, standing: true), new Random(7)),
        Console.Out, Console.Error, CancellationToken.None);

    [Fact]
    public async Task A_harvest_killed_anywhere_and_run_again_leaves_the_dataset_of_an_undisturbed_one()
    {
        Offer();
        var clock = Stopwatch.StartNew();
        await RunAsync("whole");
        var length = clock.Elapsed;
        var expected = Published("whole");
        Assert.NotEmpty(expected);

        var kills = int.Parse(Environment.GetEnvironmentVariable("LUOLONG_KILLS") ?? "2", CultureInfo.InvariantCulture);
        var chance = new Random(kills);
        var (alive, requests) = (0, 0);
        for (var i = 0; i < kills; i++)
        {
            // Stratified over the run: every part of it is hit.
            var after = length * ((i + chance.NextDouble()) / kills);
            var before = _portal.Visits.Length;
            alive += await KillAsync($"run{i}", after) ? 1 : 0;
            await RunAsync($"run{i}");
            requests += _portal.Visits.Length - before;
            Assert.Equal(expected, Published($"run{i}"));
            Assert.Equal(["5|5"], Ledger($"run{i}", "SELECT count(*), count(DISTINCT url) FROM fetches"));
            Directory.Delete(Path.Combine(_folder, $"run{i}"), recursive: true);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kills} kills over {length.TotalSeconds:0.0} s, {alive} of them while it ran; every dataset byte-identical ({expected.Count} files); {requests / (double)kills:0.0} requests for 5 files, kill and re-run together"));
    }

    /// <summary>An archive, a file that breaks off the first time, a duplicate, one that is rejected.</summary>
    private void Offer()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (small, debt, locked) = (RepositoryFiles.Bytes("beijing-2026-code-and-name-in-one-cell-six-decimals.pdf"),
            RepositoryFiles.Bytes("chongqing-2021-debt-table-ruled-by-few-lines.pdf"), RepositoryFiles.Bytes("asks-for-user-password.pdf"));
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding("gbk")))
        {
            using var entry = zip.CreateEntry("附件/债务.pdf").Open();
            entry.Write(debt);
        }

        _portal.Html("/list", "<a href=1.pdf>一</a><a href=2.zip>二</a><a href=3.pdf>三</a><a href=4.pdf>四</a><a href=5.pdf>五</a>")
            .File("/1.pdf", small).File("/2.zip", memory.ToArray(), "application/zip").File("/3.pdf", locked).File("/4.pdf", small)
            .On("/5.pdf", async (context, n) =>
            {
                if (n % 2 == 0)
                {
                    await Portal.SendAsync(context, debt);
                    return;
                }

                context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(debt))[..16]}\"";
                context.Response.ContentLength = debt.Length;
                await context.Response.Body.WriteAsync(debt.AsMemory(0, 20_000));
                context.Abort();
            });
    }

    private ProcessStartInfo Child(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        var settings = Path.Combine(folder, "pipeline.json");
        File.WriteAllText(settings, new JsonObject
        {
            ["jobs"] = 1,
            ["harvest"] = new JsonObject
            {
                ["contact"] = "mailto:data@example.org", ["allowHosts"] = new JsonArray(_portal.Authority), ["minutesPerNight"] = 1440,
                ["sources"] = new JsonArray(new JsonObject
                {
                    ["name"] = "portal", ["lists"] = new JsonArray(_portal.Url("/list")),
                    ["politeness"] = new JsonObject { ["secondsBetweenRequests"] = 4, ["secondsPerAttempt"] = 6000, ["secondsPerFile"] = 60000 },
                }),
            },
        }.ToJsonString());
        var self = WorkerCommand.Self(TestMain.HarvestVerb);
        return new(self.FileName, [.. self.Arguments, "harvest", settings]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    private async Task RunAsync(string name)
    {
        using var process = Process.Start(Child(name))!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode is (int)ExitCode.DocumentsRejected or (int)ExitCode.Success, $"exit code {process.ExitCode}: {await error}");
    }

    /// <summary>True when it was still running.</summary>
    private async Task<bool> KillAsync(string name, TimeSpan after)
    {
        using var process = Process.Start(Child(name))!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Task.Delay(after, TestContext.Current.CancellationToken);
        var running = !process.HasExited;
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return running;
    }

    private List<string> Ledger(string name, string sql)
    {
        using var ledger = LedgerFile.OpenToRead(Path.Combine(_folder, name, "harvest"))!;
        return ledger.Read(sql, r => $"{r.GetValue(0)}|{r.GetValue(1)}");
    }

    private SortedDictionary<string, string> Published(string name)
    {
        var root = Path.Combine(_folder, name, "harvest");
        var files = Directory.GetFiles(Path.Combine(root, "dataset"), "*", SearchOption.AllDirectories)
            .Concat([Path.Combine(root, "reconciliation.jsonl"), Path.Combine(root, "datapackage.json")]);
        return new(files.ToDictionary(f => Path.GetRelativePath(root, f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))));
    }
}
