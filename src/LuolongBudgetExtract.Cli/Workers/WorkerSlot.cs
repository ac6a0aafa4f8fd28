using LuolongBudgetExtract.Cli.Settings;
using Polly;
using Polly.Retry;

namespace LuolongBudgetExtract.Cli.Workers;

/// <summary>
/// One job: a worker, replaced when it has served its number of documents or is lost.
/// Two things are tried again. Starting a worker, three times with growing pauses, because a loaded machine may refuse
/// a process for a moment. And a document, once, when its worker crashed or ran out of memory after it had served
/// others: what they left behind may be the cause, and a fresh worker tells. A crash on a fresh worker is the
/// document's own and would come again, and so would a time-out at the price of another time limit.
/// </summary>
internal sealed class WorkerSlot(WorkerCommand command, Limits limits, PipelineOptions options) : IDisposable
{
    private readonly ResiliencePipeline<WorkerProcess> _start = new ResiliencePipelineBuilder<WorkerProcess>()
        .AddRetry(new RetryStrategyOptions<WorkerProcess>
        {
            ShouldHandle = new PredicateBuilder<WorkerProcess>().Handle<WorkerStartException>(),
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    private readonly ResiliencePipeline<(WorkerAnswer Answer, bool Fresh)> _document = new ResiliencePipelineBuilder<(WorkerAnswer Answer, bool Fresh)>()
        .AddRetry(new RetryStrategyOptions<(WorkerAnswer Answer, bool Fresh)>
        {
            ShouldHandle = new PredicateBuilder<(WorkerAnswer Answer, bool Fresh)>().HandleResult(r => !r.Fresh && BlamesWorker(r.Answer)),
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
        })
        .Build();

    private WorkerProcess? _worker;

    public async Task<WorkerAnswer> ExtractAsync(PdfDocument document, CancellationToken stop) =>
        (await _document.ExecuteAsync(async token => await OnceAsync(document, token), stop)).Answer;

    public void Dispose() => _worker?.Dispose();

    private async ValueTask<(WorkerAnswer Answer, bool Fresh)> OnceAsync(PdfDocument document, CancellationToken stop)
    {
        _worker ??= await _start.ExecuteAsync(async _ => await WorkerProcess.StartAsync(command, limits, options), stop);
        var fresh = _worker.Served == 0;
        var answer = await _worker.AskAsync(document, stop);
        if (_worker.Served >= limits.DocumentsPerWorker || answer is WorkerAnswer.Lost || BlamesWorker(answer))
        {
            _worker.Dispose();
            _worker = null;
        }

        return (answer, fresh);
    }

    private static bool BlamesWorker(WorkerAnswer answer) => answer switch
    {
        WorkerAnswer.Lost lost => !lost.ByClock,
        WorkerAnswer.Answered answered => answered.Summary.Reason == Deaths.Memory,
        _ => false,
    };
}
