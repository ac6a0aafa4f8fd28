using LuolongBudgetExtract.Cli;
using Xunit;

namespace LuolongBudgetExtract.Tests.Cli;

/// <summary>Whatever a document does to its worker costs that document only.</summary>
public sealed class WorkerTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("overflow", "crash: stack overflow")]
    [InlineData("fail-fast", "crash: the runtime gave up (exit code 134, SIGABRT)")]
    [InlineData("exit 7", "crash: the worker ended (exit code 7)")]
    [InlineData("memory", "memory: the document needs more than limits.memoryMegabytes allows")]
    [InlineData("throw", "error: InvalidOperationException: the test asked for it")]
    public async Task A_document_that_breaks_its_worker_fails_alone(string command, string reason)
    {
        _bench.PutPdf("in/1.pdf", "read 11");
        _bench.PutPdf("in/2-bad.pdf", command);
        _bench.PutPdf("in/3.pdf", "read 33");
        _bench.PutSettings("\"memoryMegabytes\": 128");
        var run = await _bench.RunSettingsAsync();

        Assert.Equal(ExitCode.DocumentsFailed, run.Code);
        Assert.Equal(reason, run.Reason("2-bad.pdf"));
        Assert.Equal([Outcome.Extracted, Outcome.Failed, Outcome.Extracted], _bench.Published.Select(e => e.Outcome));
        Assert.Equal([11, 0, 33], _bench.Published.Select(e => e.Pages));
        Assert.Equal(reason, _bench.Published[1].OutcomeReason);
    }

    // The limits are long beside what the other documents need, so that a busy machine changes nothing.
    [Fact]
    public async Task A_document_that_never_ends_is_stopped_and_the_next_one_is_read()
    {
        _bench.PutPdf("in/1-bad.pdf", "hang");
        _bench.PutPdf("in/2.pdf", "read 22");
        _bench.PutSettings("\"secondsPerDocument\": 5");
        var run = await _bench.RunSettingsAsync();
        Assert.Equal("time_limit: not finished within 5 s (limits.secondsPerDocument)", run.Reason("1-bad.pdf"));
        Assert.Null(run.Reason("2.pdf"));
    }

    [Fact]
    public async Task Silence_is_measured_from_page_to_page()
    {
        _bench.PutPdf("in/slow-but-alive.pdf", "slow 5");
        _bench.PutPdf("in/stuck.pdf", "hang");
        _bench.Put("pipeline.json", """{ "input": ["in"], "jobs": 2, "limits": { "secondsOfSilence": 3, "secondsPerDocument": 60 } }""");
        var run = await _bench.RunSettingsAsync();
        Assert.Null(run.Reason("slow-but-alive.pdf"));
        Assert.Equal("silence: no page finished for 3 s (limits.secondsOfSilence)", run.Reason("stuck.pdf"));
        Assert.Equal("before the first page was finished", run.Document("stuck.pdf").GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_worker_is_replaced_after_its_number_of_documents()
    {
        for (var i = 1; i <= 5; i++) _bench.PutPdf($"in/{i}.pdf", $"read {i}");
        _bench.PutSettings("\"documentsPerWorker\": 2");
        await _bench.RunSettingsAsync();
        var workers = _bench.Published.Select(e => e.Producer).ToList();
        Assert.Equal(3, workers.Distinct().Count());
        Assert.Equal(workers[0], workers[1]);
        Assert.Equal(workers[2], workers[3]);
    }

    [Fact]
    public async Task A_document_that_dies_of_what_others_left_behind_is_tried_on_a_fresh_worker()
    {
        _bench.PutPdf("in/1.pdf", "leak 70");
        _bench.PutPdf("in/2.pdf", "leak 71");
        _bench.PutSettings("\"memoryMegabytes\": 128");
        var run = await _bench.RunSettingsAsync();
        Assert.Equal(ExitCode.Success, run.Code);
    }

    [Fact]
    public async Task A_library_that_prints_does_not_break_the_protocol()
    {
        _bench.PutPdf("in/1.pdf", "print");
        _bench.PutSettings("\"documentsPerWorker\": 2");
        Assert.Equal(ExitCode.Success, (await _bench.RunSettingsAsync()).Code);
    }
}
