using System.ComponentModel;
using System.Diagnostics;
using LuolongBudgetExtract.Cli.Batch;
using LuolongBudgetExtract.Cli.Settings;

namespace LuolongBudgetExtract.Cli.Workers;

/// <summary>A worker seen from the parent. Not thread-safe: one document at a time.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>Time for a runtime to come up; 0.1 s is usual, a loaded machine may take seconds.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly LastWords _lastWords = new();
    private readonly Limits _limits;

    private WorkerProcess(Process process, Limits limits) => (_process, _limits) = (process, limits);

    /// <summary>Documents that this worker has answered for.</summary>
    public int Served { get; private set; }

    /// <exception cref="WorkerStartException">The process did not start or did not get ready.</exception>
    public static async Task<WorkerProcess> StartAsync(WorkerCommand command, Limits limits, PipelineOptions options)
    {
        Process process;
        try
        {
            process = Process.Start(command.StartInfo(limits))!;
        }
        catch (Win32Exception e)
        {
            throw new WorkerStartException($"A worker process could not be started ({command.FileName}): {e.Message}", e);
        }

        var worker = new WorkerProcess(process, limits);
        process.ErrorDataReceived += (_, line) => worker._lastWords.Add(line.Data);
        process.BeginErrorReadLine();
        using (var clock = new KillClock(process, StartLimit))
        {
            var ready = await OwnThread(worker.Read);
            if (ready?.Kind == FrameKind.Ready && worker.Send(Frame.Of(FrameKind.Start, new WorkerStart(limits.StackMegabytes << 20, options)))) return worker;
        }

        worker.Dispose();
        throw new WorkerStartException($"A worker process did not get ready: {string.Join(" / ", worker._lastWords.Lines)}");
    }

    /// <summary>Gives one document to the worker and waits, at most as long as the limits allow. After
    /// <see cref="WorkerAnswer.Lost"/> the worker is dead.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped; the worker is dead.</exception>
    public async Task<WorkerAnswer> AskAsync(PdfDocument document, CancellationToken stop)
    {
        var page = 0;
        using var whole = new KillClock(_process, TimeSpan.FromSeconds(_limits.SecondsPerDocument));
        using var silence = new KillClock(_process, TimeSpan.FromSeconds(_limits.SecondsOfSilence));
        using var stopped = stop.Register(() => KillClock.Kill(_process));
        var answer = await OwnThread(() =>
        {
            if (!Send(Frame.Of(FrameKind.Document, new DocumentHead(document.DocumentId, document.SourceFile), document.Pdf))) return null;
            while (Read() is { } frame)
            {
                if (frame.Kind == FrameKind.Answer) return frame;
                page = frame.PageNumber ?? page;
                silence.Restart();
            }

            return null;
        });
        Served++;
        if (answer is not null) return new WorkerAnswer.Answered(answer.HeadAs<DocumentSummary>(), answer.Body);
        stop.ThrowIfCancellationRequested();
        return Lost(page, whole.Rang, silence.Rang);
    }

    public void Dispose()
    {
        KillClock.Kill(_process);
        _process.Dispose();
    }

    // The first lines name the fault and where it began; a stack overflow prints hundreds after them.
    private const int LastWordLines = 3;
    private const int LastWordLength = 120;

    private WorkerAnswer.Lost Lost(int page, bool whole, bool silence)
    {
        KillClock.Kill(_process);
        _process.WaitForExit(); // Also waits for the end of standard error, so that the last words are complete.
        var at = page == 0 ? "before the first page was finished" : $"after page {page}";
        var words = _lastWords.Lines;
        if (whole || silence)
        {
            var reason = whole
                ? $"time_limit: not finished within {_limits.SecondsPerDocument} s (limits.secondsPerDocument)"
                : $"silence: no page finished for {_limits.SecondsOfSilence} s (limits.secondsOfSilence)";
            return new(new(Outcome.Failed, reason, at), ByClock: true);
        }

        var detail = words.IsEmpty ? at : $"{at}; the worker's last words: {string.Join(" / ", words.Take(LastWordLines).Select(w => w.Length > LastWordLength ? w[..LastWordLength] + "…" : w))}";
        return new(new(Outcome.Failed, Deaths.Reason(_process.ExitCode, words), detail), ByClock: false);
    }

    /// <summary>Pipes to a process block their reader: on the shared pool many jobs would starve the clocks.</summary>
    private static Task<Frame?> OwnThread(Func<Frame?> wait) =>
        Task.Factory.StartNew(wait, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private Frame? Read()
    {
        try
        {
            return Frame.ReadFrom(_process.StandardOutput.BaseStream);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private bool Send(Frame frame)
    {
        try
        {
            frame.WriteTo(_process.StandardInput.BaseStream);
            return true;
        }
        catch (IOException)
        {
            return false; // The worker is gone: reading tells why.
        }
    }
}
