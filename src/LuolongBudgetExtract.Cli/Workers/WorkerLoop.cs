using LuolongBudgetExtract.Cli.Batch;

namespace LuolongBudgetExtract.Cli.Workers;

/// <summary>The life of a worker process: documents in, extractions out, until the parent closes the pipe.</summary>
internal static class WorkerLoop
{
    /// <summary>Serves until <paramref name="input"/> ends. A document runs on its own thread, for two reasons: the stack has
    /// the size that the settings say, and this thread sees at once when the parent is gone.</summary>
    public static void Serve(Stream input, Stream output, Composition composition)
    {
        Frame.Of(FrameKind.Ready).WriteTo(output);
        WorkerStart? start = null;
        while (Frame.ReadFrom(input) is { } frame)
        {
            if (frame.Kind == FrameKind.Start)
            {
                start = frame.HeadAs<WorkerStart>();
                continue;
            }

            var head = frame.HeadAs<DocumentHead>();
            var document = new PdfDocument(head.DocumentId, head.SourceFile, frame.Body);
            var thread = new Thread(() => Answer(document, start!.Options, composition, output).WriteTo(output), start!.StackBytes)
            {
                IsBackground = true,
                Name = "extraction",
            };
            thread.Start();
        }
    }

    private static Frame Answer(PdfDocument document, PipelineOptions options, Composition composition, Stream output)
    {
        try
        {
            var extraction = composition.Extract(document, options, page => Frame.OfPage(page).WriteTo(output));
            return Frame.Of(FrameKind.Answer, DocumentSummary.Of(extraction), composition.Write(extraction));
        }
        catch (Exception e) // The document boundary: whatever a document does to the pipeline costs that document only.
        {
            var cause = new Cause(Outcome.Failed, e is OutOfMemoryException ? Deaths.Memory : $"error: {e.GetType().Name}: {e.Message}");
            var extraction = DocumentSummary.Nothing(document.DocumentId, document.SourceFile, document.Pdf.Length, cause);
            return Frame.Of(FrameKind.Answer, DocumentSummary.Of(extraction), composition.Write(extraction));
        }
    }
}
