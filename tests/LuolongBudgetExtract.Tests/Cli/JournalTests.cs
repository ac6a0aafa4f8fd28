using System.Diagnostics;
using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Cli.Store;
using LuolongBudgetExtract.Dataset;
using Xunit;

namespace LuolongBudgetExtract.Tests.Cli;

public sealed class JournalTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_second_run_does_only_what_is_new_changed_or_failed()
    {
        _bench.PutPdf("in/done.pdf", "read 1");
        _bench.PutPdf("in/rejected.pdf", "reject");
        _bench.PutPdf("in/failed.pdf", "throw");
        _bench.PutSettings("\"secondsPerDocument\": 60");
        await _bench.RunSettingsAsync();
        _bench.PutPdf("in/new.pdf", "read 2");
        var second = await _bench.RunSettingsAsync();

        var reused = second.Events("document").Where(e => e.GetProperty("reused").GetBoolean()).Select(e => Path.GetFileName(e.GetProperty("source_file").GetString()));
        Assert.Equal(["done.pdf", "rejected.pdf"], reused.Order());
        Assert.Equal(4, _bench.Published.Length);
    }

    [Fact]
    public async Task Another_configuration_and_the_option_fresh_read_again()
    {
        _bench.PutPdf("in/a.pdf", "read 1");
        _bench.PutSettings("\"secondsPerDocument\": 60");
        await _bench.RunSettingsAsync();
        Assert.False((await _bench.RunAsync("run", _bench.Path("pipeline.json"), "--json", "--fresh")).Document("a.pdf").GetProperty("reused").GetBoolean());
        _bench.Put("pipeline.json", """{ "input": ["in"], "stages": { "reading": { "maxPages": 5 } } }""");
        Assert.False((await _bench.RunSettingsAsync()).Document("a.pdf").GetProperty("reused").GetBoolean());
    }

    [Fact]
    public async Task A_document_found_under_another_name_is_published_under_the_name_of_this_run()
    {
        var path = _bench.PutPdf("in/old.pdf", "read 1");
        _bench.PutSettings("\"secondsPerDocument\": 60");
        await _bench.RunSettingsAsync();
        File.Move(path, _bench.Path("in/new.pdf"));
        Assert.True((await _bench.RunSettingsAsync()).Document("new.pdf").GetProperty("reused").GetBoolean());
        Assert.Equal("in/new.pdf", Assert.Single(_bench.Published).SourceFile);
    }

    [Fact]
    public async Task The_same_bytes_twice_are_one_document_and_the_second_is_listed()
    {
        _bench.PutPdf("in/a.pdf", "read 1");
        _bench.PutPdf("in/b.pdf", "read 1");
        _bench.PutSettings("\"secondsPerDocument\": 60");
        var run = await _bench.RunSettingsAsync();
        Assert.Equal("in/a.pdf", run.Document("b.pdf").GetProperty("duplicate_of").GetString());
        Assert.Equal("in/a.pdf", Assert.Single(_bench.Published).SourceFile);
        Assert.Equal(ExitCode.Success, run.Code);
    }

    [Fact]
    public async Task A_damaged_or_half_written_result_is_read_again()
    {
        _bench.PutPdf("in/a.pdf", "read 1");
        _bench.PutPdf("in/b.pdf", "read 2");
        _bench.PutSettings("\"secondsPerDocument\": 60");
        await _bench.RunSettingsAsync();
        var stored = Directory.GetFiles(_bench.Path("out/.luolong/results"), "*", SearchOption.AllDirectories);
        Assert.Equal(2, stored.Length);
        var bytes = File.ReadAllBytes(stored[0]);
        bytes[^1] ^= 1;
        File.WriteAllBytes(stored[0], bytes);
        File.Move(stored[1], stored[1] + AtomicFile.TemporarySuffix);
        Assert.Equal(0, (await _bench.RunSettingsAsync()).Events("finished").Single().GetProperty("reused").GetInt32());
    }

    [Fact]
    public void A_file_whose_writer_breaks_leaves_the_old_one_whole()
    {
        var path = _bench.Put("result", "old");
        using (var file = new AtomicFile(path)) file.Stream.Write("ne"u8);
        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public async Task A_second_run_in_the_same_output_folder_is_refused()
    {
        _bench.PutPdf("in/a.pdf", "read 1");
        _bench.PutSettings("\"secondsPerDocument\": 60");
        using (OutputLock.Take(_bench.Path("out")))
        {
            var refused = await _bench.RunSettingsAsync();
            Assert.Equal(ExitCode.OutputLocked, refused.Code);
            Assert.True(_bench.Published.IsDefault);
        }

        Assert.Equal(ExitCode.Success, (await _bench.RunSettingsAsync()).Code);
    }

    [Fact]
    public async Task A_run_that_was_killed_goes_on_and_leaves_no_worker_behind()
    {
        _bench.PutPdf("in/1.pdf", "read 1");
        _bench.PutPdf("in/2.pdf", "hang");
        _bench.PutSettings("\"secondsPerDocument\": 600");
        var command = Workbench.Worker;
        using var run = Process.Start(new ProcessStartInfo(command.FileName, [.. command.Arguments.SkipLast(1), TestMain.HostVerb, "run", _bench.Path("pipeline.json"), "--json"])
        {
            RedirectStandardOutput = true,
        })!;
        string? line;
        do line = await run.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.Contains("1.pdf", StringComparison.Ordinal));
        var workers = Children(run.Id);
        run.Kill();
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(line);
        Assert.NotEmpty(workers);
        foreach (var worker in workers) await Gone(worker);

        _bench.PutPdf("in/2.pdf", "read 2");
        var second = await _bench.RunSettingsAsync();
        Assert.Equal(ExitCode.Success, second.Code);
        Assert.True(second.Document("1.pdf").GetProperty("reused").GetBoolean());
        Assert.False(second.Document("2.pdf").GetProperty("reused").GetBoolean());
    }

    private static List<int> Children(int parent) =>
        [.. Process.GetProcesses().Select(p => p.Id).Where(id => File.Exists($"/proc/{id}/stat") && Parent(id) == parent)];

    private static int Parent(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // It ended between the list and the look.
        }
    }

    private static async Task Gone(int id)
    {
        while (File.Exists($"/proc/{id}/stat") && !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }
}
