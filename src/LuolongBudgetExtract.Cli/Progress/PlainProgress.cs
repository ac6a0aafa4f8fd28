using LuolongBudgetExtract.Cli.Batch;

namespace LuolongBudgetExtract.Cli.Progress;

/// <summary>One line a file for a log; with --quiet only what went wrong. The summary goes to standard output.</summary>
internal static class PlainProgress
{
    public static Action<BatchEvent> To(TextWriter output, TextWriter error, bool quiet) => happened =>
    {
        switch (happened)
        {
            case BatchEvent.FileDone done when Words.IsTrouble(done.Document) || !quiet:
                error.WriteLine(quiet ? Words.Line(done.Document) : $"[{Words.Rate(done.Tally)}]  {Words.Line(done.Document)}");
                break;
            case BatchEvent.Finished finished when !quiet:
                foreach (var line in SummaryTable.Lines(finished.Report, finished.Output)) output.WriteLine(line);
                break;
        }
    };
}
