using System.Collections.Immutable;
using System.Threading.Channels;
using LuolongBudgetExtract.Cli.Inputs;
using LuolongBudgetExtract.Cli.Store;
using LuolongBudgetExtract.Cli.Workers;

namespace LuolongBudgetExtract.Cli.Batch;

/// <summary>
/// A batch: files are read and hashed in order by one producer, extracted by the jobs, stored one by one, and published
/// together at the end. Memory holds at most two files a job and the counts of every document, never the results.
/// </summary>
internal static class BatchRun
{
    /// <exception cref="OutputLockedException">Another run uses the output folder.</exception>
    /// <exception cref="OperationCanceledException">Stopped; finished documents are stored, the dataset is not touched.</exception>
    public static async Task<RunReport> RunAsync(
        BatchPlan plan, Composition composition, TimeProvider time, Action<BatchEvent> tell, CancellationToken stop)
    {
        using var held = OutputLock.Take(plan.Output);
        return await RunHeldAsync(plan, composition, time, tell, stop);
    }

    /// <summary>As <see cref="RunAsync"/>, for a caller that holds the output folder.</summary>
    public static async Task<RunReport> RunHeldAsync(
        BatchPlan plan, Composition composition, TimeProvider time, Action<BatchEvent> tell, CancellationToken stop)
    {
        var started = time.GetUtcNow();
        var results = ResultStore.Open(plan.Output, plan.Settings.ConfigurationHash);
        var book = new RunBook(plan.Files, time, tell);
        tell(new BatchEvent.Started(plan.Files.Length, plan.Files.Sum(f => f.Bytes), plan.Jobs, plan.Output));

        await WorkAsync(plan, composition, results, book, stop);

        var report = new RunReport(
            Pipeline.Version, plan.Settings.ConfigurationHash, plan.Settings.StagesJson, started, time.GetUtcNow(), plan.Jobs, book.Documents);
        tell(new BatchEvent.Publishing(plan.Output));
        await composition.Publish(plan.Output, Stored(plan, report, results, composition), report);
        tell(new BatchEvent.Finished(report, plan.Output));
        return report;
    }

    private static async Task WorkAsync(BatchPlan plan, Composition composition, ResultStore results, RunBook book, CancellationToken stop)
    {
        // The first fault of any part stops the others: a full disk must not cost the time of the whole batch.
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var queue = Channel.CreateBounded<Work>(plan.Jobs);
        var parts = Enumerable.Range(0, plan.Jobs).Select(_ => ExtractAsync(plan, composition, results, book, queue.Reader, all.Token))
            .Prepend(FeedAsync(plan, composition, results, book, queue.Writer, all.Token))
            .Select(part => StopOnFault(part, all));
        await Task.WhenAll(parts);
    }

    private static async Task StopOnFault(Task part, CancellationTokenSource all)
    {
        try
        {
            await part;
        }
        catch when (!all.IsCancellationRequested)
        {
            await all.CancelAsync();
            throw;
        }
    }

    /// <summary>Settles what needs no worker (duplicates, finished documents, files that are no PDF) and queues the rest.</summary>
    private static async Task FeedAsync(
        BatchPlan plan, Composition composition, ResultStore results, RunBook book, ChannelWriter<Work> queue, CancellationToken stop)
    {
        await Task.Yield();
        var firstOf = new Dictionary<string, string>();
        for (var i = 0; i < plan.Files.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            var file = plan.Files[i];
            if (!plan.Fresh && file.DocumentId is { } known && firstOf.TryAdd(known, file.SourceFile) && results.Done(known) is { } before)
            {
                book.Done(i, new(file.SourceFile, known, file.Bytes, null, true, before, null));
                continue;
            }

            var content = FileContent.Read(file, (long)plan.Settings.Settings.Limits.FileMegabytes << 20);
            if (file.DocumentId is { } stored && content.DocumentId != stored)
                content = new(stored, content.Bytes, null, new(Outcome.Failed, "unreadable: the stored file is gone or no longer what was stored"));
            var run = new DocumentRun(file.SourceFile, content.DocumentId, content.Bytes, null, false, null, null);
            if (content.DocumentId is { } id && !firstOf.TryAdd(id, file.SourceFile) && firstOf[id] != file.SourceFile) book.Done(i, run with { DuplicateOf = firstOf[id] });
            else if (content.Refusal is { } cause) book.Done(i, Refused(run, cause, composition, results));
            else if (!plan.Fresh && results.Done(content.DocumentId!) is { } done) book.Done(i, run with { Reused = true, Summary = done });
            else await queue.WriteAsync(new(i, run, new(content.DocumentId!, file.SourceFile, content.Pdf!)), stop);
        }

        queue.Complete();
    }

    private static async Task ExtractAsync(
        BatchPlan plan, Composition composition, ResultStore results, RunBook book, ChannelReader<Work> queue, CancellationToken stop)
    {
        using var slot = new WorkerSlot(plan.Worker, plan.Settings.Settings.Limits, plan.Settings.Settings.Stages);
        await foreach (var work in queue.ReadAllAsync(stop))
        {
            var done = await slot.ExtractAsync(work.Document, stop) switch
            {
                WorkerAnswer.Answered answered => Save(work.Run, answered, results),
                WorkerAnswer.Lost lost => Refused(work.Run, lost.Cause, composition, results),
                var other => throw new InvalidOperationException($"Unknown answer {other}."),
            };
            book.Done(work.Index, done);
        }
    }

    private static DocumentRun Save(DocumentRun run, WorkerAnswer.Answered answer, ResultStore results)
    {
        results.Save(run.DocumentId!, new(answer.Summary, answer.Stored));
        return run with { Summary = answer.Summary };
    }

    private static DocumentRun Refused(DocumentRun run, Cause cause, Composition composition, ResultStore results)
    {
        var nothing = DocumentSummary.Nothing(run.DocumentId ?? "", run.SourceFile, run.Bytes, cause);
        var summary = DocumentSummary.Of(nothing);
        if (run.DocumentId is { } id) results.Save(id, new(summary, composition.Write(nothing)));
        return run with { Summary = summary, Detail = cause.Detail };
    }

    /// <summary>The stored documents, loaded when their turn comes. The source path is that of this run: an earlier one may have
    /// read the same bytes under another name, and the dataset must be that of a run from scratch.</summary>
    private static ImmutableArray<StoredDocument> Stored(BatchPlan plan, RunReport report, ResultStore results, Composition composition)
    {
        var sources = plan.Files.Where(f => f is { DocumentId: not null, Source: not null }).ToDictionary(f => f.DocumentId!, f => f.Source);
        return
        [
            .. from document in report.Documents
               where document is { DocumentId: not null, DuplicateOf: null, Summary: not null }
               select new StoredDocument(document.DocumentId!, document.Summary!.FiscalYear, () => Load(document, results, composition), sources.GetValueOrDefault(document.DocumentId!)),
        ];
    }

    private static Extraction Load(DocumentRun document, ResultStore results, Composition composition)
    {
        var stored = results.Find(document.DocumentId!)
            ?? throw new InvalidDataException($"The stored result of {document.SourceFile} ({document.DocumentId}) was damaged during the run; run again.");
        return composition.Read(stored.Extraction) with { SourceFile = document.SourceFile };
    }

    private sealed record Work(int Index, DocumentRun Run, PdfDocument Document);
}
