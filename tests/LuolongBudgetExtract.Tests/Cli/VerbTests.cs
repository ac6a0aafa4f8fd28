using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Cli.Verbs;
using Xunit;

namespace LuolongBudgetExtract.Tests.Cli;

public sealed class VerbTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("read 1", 0)]
    [InlineData("reject", 3)]
    [InlineData("throw", 4)]
    public async Task The_exit_code_tells_how_the_worst_document_ended(string command, int code)
    {
        _bench.PutPdf("in/ok.pdf", "read 5");
        _bench.PutPdf("in/a.pdf", command);
        Assert.Equal(code, (int)(await _bench.RunAsync("extract", _bench.Path("in"), "-o", _bench.Path("out"))).Code);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("extract", "/does/not/exist.pdf")]
    [InlineData("extract", "/tmp", "--jobs", "0")]
    [InlineData("run", "/does/not/exist.json")]
    [InlineData("run", "--verbose")]
    [InlineData("inspect", "/does/not/exist.pdf")]
    [InlineData("coverage", "/does/not/exist")]
    [InlineData("train", "--data", "/does/not/exist/models")]
    [InlineData("foo")]
    public async Task A_wrong_command_line_is_a_usage_error_and_says_so_on_standard_error(params string[] args)
    {
        var run = await _bench.RunAsync(args);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith("luolong: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_file_that_is_no_pdf_has_an_outcome_with_a_cause()
    {
        _bench.Put("in/empty.pdf", "");
        _bench.Put("in/page.pdf", "<!DOCTYPE html><html></html>");
        _bench.Put("in/long.pdf", new byte[(1 << 20) + 1]);
        File.CreateSymbolicLink(_bench.Path("in/nowhere.pdf"), _bench.Path("gone"));
        _bench.PutSettings("\"fileMegabytes\": 1");
        var run = await _bench.RunSettingsAsync();
        Assert.Equal("empty_file: the file has no bytes", run.Reason("empty.pdf"));
        Assert.Equal("not_a_pdf: no PDF header and no PDF object in the file; it looks like a web page", run.Reason("page.pdf"));
        Assert.StartsWith("too_large:", run.Reason("long.pdf"), StringComparison.Ordinal);
        Assert.StartsWith("unreadable:", run.Reason("nowhere.pdf"), StringComparison.Ordinal);
        Assert.Equal(3, _bench.Published.Length); // What cannot be opened has no SHA-256 and so no row in the dataset.
    }

    [Fact]
    public async Task Train_writes_models_and_card_below_its_folder()
    {
        var run = await _bench.RunAsync("train", "--data", _bench.Path("models"));

        Assert.Equal(ExitCode.Success, run.Code);
        Assert.Equal("weights\n", File.ReadAllText(_bench.Path("models/learned/role.tsv")));
        Assert.Equal("card\n", File.ReadAllText(_bench.Path("models/CARD.md")));
    }

    [Fact]
    public async Task Quiet_prints_only_what_went_wrong()
    {
        _bench.PutPdf("in/a.pdf", "read 5");
        _bench.PutPdf("in/b.pdf", "throw");
        var run = await _bench.RunAsync("extract", _bench.Path("in"), "-o", _bench.Path("out"), "--quiet");
        Assert.Empty(run.Output);
        Assert.Equal($"{_bench.Path("in/b.pdf")}: failed: error: InvalidOperationException: the test asked for it", run.Error.Trim());
    }

    [Fact]
    public async Task The_log_has_a_line_a_file_and_the_summary_stands_on_standard_output()
    {
        _bench.PutPdf("in/a.pdf", "read 5");
        _bench.PutPdf("in/b.pdf", "read 7");
        var run = await _bench.RunAsync("extract", _bench.Path("in"), "-o", _bench.Path("out"));
        Assert.Equal(2, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("a.pdf: grade A, 5 pages, 0 tables, 0 amounts", run.Error, StringComparison.Ordinal);
        Assert.Contains("documents  2 extracted · 0 rejected · 0 failed", run.Output, StringComparison.Ordinal);
        Assert.Contains(_bench.Path("out/dataset"), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_run_keeps_what_is_done_and_does_not_publish()
    {
        _bench.PutPdf("in/1.pdf", "read 1");
        _bench.PutPdf("in/2.pdf", "hang");
        using var stop = new CancellationTokenSource();
        using var output = new WatchingWriter("1.pdf", stop);
        using var error = new StringWriter();
        var published = false;
        var composition = FaultyExtractor.Publishing((_, _) => published = true);
        var code = await LuolongCommand.RunAsync(
            ["extract", _bench.Path("in"), "-o", _bench.Path("out"), "--json", "-j", "1"], composition, Workbench.Worker, output, error, stop.Token);
        Assert.Equal((int)ExitCode.Stopped, code);
        Assert.False(published);
        Assert.Contains("goes on from there", error.ToString(), StringComparison.Ordinal);
        _bench.PutPdf("in/2.pdf", "read 2");
        var second = await _bench.RunAsync("extract", _bench.Path("in"), "-o", _bench.Path("out"), "--json");
        Assert.True(second.Document("1.pdf").GetProperty("reused").GetBoolean());
    }

    [Fact]
    public async Task Help_shows_examples_and_every_exit_code()
    {
        var help = (await _bench.RunAsync("--help")).Output;
        Assert.Contains("luolong extract budget.pdf -o out", help, StringComparison.Ordinal);
        foreach (var code in Enum.GetValues<ExitCode>()) Assert.Contains($"\n  {(int)code,3}  ", help, StringComparison.Ordinal);
    }

    /// <summary>Stops the run when a word is written.</summary>
    private sealed class WatchingWriter(string word, CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value!.Contains(word, StringComparison.Ordinal)) stop.Cancel();
        }
    }
}
