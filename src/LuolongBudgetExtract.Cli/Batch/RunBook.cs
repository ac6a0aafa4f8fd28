using System.Collections.Immutable;
using LuolongBudgetExtract.Cli.Inputs;

namespace LuolongBudgetExtract.Cli.Batch;

/// <summary>Takes down how each file ended, in the order of the files whatever the order of the ends, and tells it on.</summary>
internal sealed class RunBook(ImmutableArray<InputFile> files, TimeProvider time, Action<BatchEvent> tell)
{
    private readonly DocumentRun?[] _documents = new DocumentRun?[files.Length];
    private readonly long _started = time.GetTimestamp();
    private readonly Lock _gate = new();
    private Tally _tally = new(files.Length, 0, 0, 0, 0, files.Sum(f => f.Bytes), TimeSpan.Zero);

    /// <summary>Every file's end; only after the batch.</summary>
    public ImmutableArray<DocumentRun> Documents => [.. _documents.Select(d => d!)];

    public void Done(int index, DocumentRun run)
    {
        lock (_gate) // Also keeps the listener's lines whole.
        {
            _documents[index] = run;
            _tally = _tally.With(run, files[index].Bytes, time.GetElapsedTime(_started));
            tell(new BatchEvent.FileDone(run, _tally));
        }
    }
}
