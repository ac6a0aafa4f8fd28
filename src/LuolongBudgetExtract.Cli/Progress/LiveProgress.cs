using LuolongBudgetExtract.Cli.Batch;
using Spectre.Console;

namespace LuolongBudgetExtract.Cli.Progress;

/// <summary>A terminal: one line that moves, troubles as lines above it, the summary at the end.</summary>
internal static class LiveProgress
{
    /// <summary>Runs <paramref name="work"/> under a live line on standard error.</summary>
    public static async Task<RunReport> RunAsync(Func<Action<BatchEvent>, Task<RunReport>> work, TextWriter output, TextWriter error)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        BatchEvent.Finished? end = null;
        var report = await console.Status().Spinner(Spinner.Known.Line).StartAsync("starting", status => work(happened =>
        {
            switch (happened)
            {
                case BatchEvent.Started started:
                    status.Status(Markup.Escape($"0/{started.Files}"));
                    break;
                case BatchEvent.FileDone done:
                    if (Words.IsTrouble(done.Document)) console.MarkupLine($"[yellow]{Markup.Escape(Words.Line(done.Document))}[/]");
                    status.Status(Markup.Escape($"{Bar(done.Tally)} {Words.Rate(done.Tally)}"));
                    break;
                case BatchEvent.Publishing:
                    status.Status("writing the dataset");
                    break;
                case BatchEvent.Finished finished:
                    end = finished; // Printed when the live line is gone.
                    break;
            }
        }));
        foreach (var line in SummaryTable.Lines(report, end!.Output)) await output.WriteLineAsync(line);
        return report;
    }

    private static string Bar(Tally tally)
    {
        const int Width = 24;
        var full = tally.Files == 0 ? Width : Width * tally.Done / tally.Files;
        return new string('█', full) + new string('░', Width - full);
    }
}
