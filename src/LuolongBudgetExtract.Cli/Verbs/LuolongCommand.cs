using System.CommandLine;
using System.CommandLine.Help;
using LuolongBudgetExtract.Cli.Harvest.Nights;
using LuolongBudgetExtract.Cli.Settings;
using LuolongBudgetExtract.Cli.Workers;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary>The command line of <c>luolong</c>.</summary>
internal static class LuolongCommand
{
    /// <summary>Time for workers to be killed and files to be closed after Ctrl-C or SIGTERM.</summary>
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    /// <summary>Runs one command line; gives the exit code.</summary>
    public static Task<int> RunAsync(
        string[] args, Composition composition, WorkerCommand worker, TextWriter output, TextWriter error, CancellationToken stop = default) =>
        RunAsync(args, composition, worker, () => Surroundings.Real, output, error, stop);

    /// <summary>As above, with the harvest's time and chance.</summary>
    public static async Task<int> RunAsync(
        string[] args, Composition composition, WorkerCommand worker, Func<Surroundings> surroundings, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var line = Build(composition, worker, surroundings).Parse(args);
        if (line.Errors.Count > 0)
        {
            foreach (var refused in line.Errors) await error.WriteLineAsync($"luolong: {refused.Message}");
            await error.WriteLineAsync("Try: luolong --help");
            return (int)ExitCode.Usage;
        }

        return await line.InvokeAsync(new() { Output = output, Error = error, ProcessTerminationTimeout = StopTime }, stop);
    }

    private static RootCommand Build(Composition composition, WorkerCommand worker, Func<Surroundings> surroundings)
    {
        var root = new RootCommand(
            "Reads Chinese budget disclosures (部门预算, 部门决算; PDF) into a dataset: typed rows as Parquet, and a log of every calculation check.");
        root.Add(ExtractVerb(composition, worker));
        root.Add(RunVerb(composition, worker));
        root.Add(InspectVerb.Build(composition));
        root.Add(CoverageVerb.Build(composition));
        root.Add(HarvestVerb.Harvest(composition, worker, surroundings));
        root.Add(HarvestVerb.Status());
        root.Add(HarvestVerb.Schedule(composition, worker, surroundings));
        root.Add(ReconcileVerb.Build(composition));
        root.Add(ExplainVerb.Build(composition));
        root.Add(TrainVerb.Build(composition));
        foreach (var option in root.Options.OfType<HelpOption>()) option.Action = new HelpWithExamples((HelpAction)option.Action!);
        return root;
    }

    private static Command ExtractVerb(Composition composition, WorkerCommand worker)
    {
        var command = new Command("extract", "Read the named PDFs; the dataset goes to OUT/dataset");
        var input = new Argument<string[]>("input") { Description = "PDF files, folders (every *.pdf below them), globs (*, ?, ** for any depth)", HelpName = "FILE|FOLDER|GLOB", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "Output folder", HelpName = "OUT", DefaultValueFactory = _ => "out" };
        var settings = new Option<string?>("--settings") { Description = "Take jobs, limits and stages from this file (its input and output are not used)", HelpName = "FILE" };
        command.Add(input);
        command.Add(output);
        command.Add(settings);
        var flags = BatchFlags.AddTo(command);
        command.SetAction((line, stop) => BatchVerb.RunAsync(line, flags, composition, worker, () =>
        {
            var file = line.GetValue(settings);
            var loaded = file is null ? SettingsFile.Defaults() : SettingsFile.Load(file, checkInput: false);
            return (loaded, line.GetValue(input)!, Environment.CurrentDirectory, line.GetValue(output)!);
        }, stop));
        return command;
    }

    private static Command RunVerb(Composition composition, WorkerCommand worker)
    {
        var command = new Command("run", "Read what a settings file names (pipeline.json of this folder unless another is given)");
        var settings = new Argument<string>("settings") { Description = "Settings file; docs/pipeline.schema.json describes it", HelpName = "pipeline.json", DefaultValueFactory = _ => "pipeline.json" };
        command.Add(settings);
        var flags = BatchFlags.AddTo(command);
        command.SetAction((line, stop) => BatchVerb.RunAsync(line, flags, composition, worker, () =>
        {
            var loaded = SettingsFile.Load(line.GetValue(settings)!);
            return (loaded, loaded.Settings.Input, loaded.Folder, Path.Combine(loaded.Folder, loaded.Settings.Output));
        }, stop));
        return command;
    }
}
