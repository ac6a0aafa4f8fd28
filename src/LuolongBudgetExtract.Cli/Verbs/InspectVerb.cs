using System.CommandLine;
using LuolongBudgetExtract.Cli.Settings;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary><c>luolong inspect FILE --page N</c>: what was seen, drawn over the page. Runs without a worker: it is a tool for one's own eyes.</summary>
internal static class InspectVerb
{
    public static Command Build(Composition composition)
    {
        var command = new Command("inspect", "Draw what was seen on a page over the page: rulings, cells, headers, unassigned glyphs");
        var file = new Argument<string>("file") { Description = "A PDF file", HelpName = "FILE" };
        var page = new Option<int>("--page", "-p") { Description = "Page number, from 1", HelpName = "N", DefaultValueFactory = _ => 1 };
        var output = new Option<string?>("--output", "-o") { Description = "File to write (default: standard output)", HelpName = "FILE" };
        command.Add(file);
        command.Add(page);
        command.Add(output);
        command.SetAction(async (line, stop) =>
        {
            try
            {
                var pdf = await File.ReadAllBytesAsync(line.GetValue(file)!, stop);
                var drawing = composition.Inspect(pdf, line.GetValue(page), SettingsFile.Defaults().Settings.Stages);
                if (line.GetValue(output) is { } path) await File.WriteAllTextAsync(path, drawing, stop);
                else await line.InvocationConfiguration.Output.WriteLineAsync(drawing);
                return (int)ExitCode.Success;
            }
            catch (UnreadablePdfException e)
            {
                await line.InvocationConfiguration.Error.WriteLineAsync($"luolong: {line.GetValue(file)}: {e.Message}");
                return (int)ExitCode.DocumentsRejected;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                await line.InvocationConfiguration.Error.WriteLineAsync($"luolong: {line.GetValue(file)}: page {line.GetValue(page)}: {e.Message}");
                return (int)ExitCode.Usage;
            }
        });
        return command;
    }
}
