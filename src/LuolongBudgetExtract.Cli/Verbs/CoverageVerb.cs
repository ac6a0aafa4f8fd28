using System.CommandLine;
using LuolongBudgetExtract.Cli.Progress;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary><c>luolong coverage OUT</c>: how much of a dataset was understood, and what should be taught next.</summary>
internal static class CoverageVerb
{
    public static Command Build(Composition composition)
    {
        var command = new Command("coverage", "Say by place and form how much of a dataset was understood, and which titles and headers were not");
        var output = new Argument<string>("output") { Description = "The output folder of extract or run", HelpName = "OUT", DefaultValueFactory = _ => "out" };
        var top = new Option<int>("--top") { Description = "Titles and headers to list", HelpName = "N", DefaultValueFactory = _ => 20 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object with every place and form, title and header" };
        command.Add(output);
        command.Add(top);
        command.Add(json);
        command.SetAction(async (line, stop) =>
        {
            var writer = line.InvocationConfiguration.Output;
            try
            {
                var report = await composition.Cover(line.GetValue(output)!, stop);
                if (line.GetValue(json)) await writer.WriteLineAsync(CoverageText.Json(report));
                else CoverageText.Write(report, Math.Max(0, line.GetValue(top)), writer);
                return (int)ExitCode.Success;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                await line.InvocationConfiguration.Error.WriteLineAsync($"luolong: {e.Message}");
                return (int)ExitCode.Usage;
            }
        });
        return command;
    }
}
