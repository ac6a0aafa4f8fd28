using System.CommandLine;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary><c>luolong train</c>: rebuilds the models of a clone from their labelled lines. The library embeds them with the next build.</summary>
internal static class TrainVerb
{
    public static Command Build(Composition composition)
    {
        var command = new Command("train", "Rebuild models/learned and models/CARD.md from the labelled lines in models/training (a few minutes; then build again)");
        var data = new Option<string>("--data") { Description = "The folder models of a clone", HelpName = "FOLDER", DefaultValueFactory = _ => "models" };
        command.Add(data);
        command.SetAction(async (line, stop) =>
        {
            var folder = line.GetValue(data)!;
            var (output, error) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
            try
            {
                foreach (var (path, text) in composition.Train(folder, task => error.WriteLine($"training and holding out every place: {task}")))
                {
                    var file = Path.Combine(folder, path);
                    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                    await File.WriteAllTextAsync(file, text, stop);
                    await output.WriteLineAsync(file);
                }
                return (int)ExitCode.Success;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
            {
                await error.WriteLineAsync($"luolong: {e.Message}");
                return (int)ExitCode.Usage;
            }
        });
        return command;
    }
}
