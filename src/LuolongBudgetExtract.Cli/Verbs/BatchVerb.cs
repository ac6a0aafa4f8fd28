using System.CommandLine;
using LuolongBudgetExtract.Cli.Batch;
using LuolongBudgetExtract.Cli.Inputs;
using LuolongBudgetExtract.Cli.Progress;
using LuolongBudgetExtract.Cli.Settings;
using LuolongBudgetExtract.Cli.Store;
using LuolongBudgetExtract.Cli.Workers;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary>What extract and run do once they know their input: choose how to speak, run, and turn the end into an exit code.</summary>
internal static class BatchVerb
{
    /// <param name="arguments">Loads the settings and names input and output.</param>
    public static async Task<int> RunAsync(
        ParseResult line, BatchFlags flags, Composition composition, WorkerCommand worker,
        Func<(LoadedSettings Settings, IEnumerable<string> Input, string Folder, string Output)> arguments, CancellationToken stop)
    {
        var output = line.InvocationConfiguration.Output;
        var error = line.InvocationConfiguration.Error;
        var json = line.GetValue(flags.Json);
        try
        {
            var (settings, input, folder, outFolder) = arguments();
            var files = InputFiles.Expand(input, folder);
            var wanted = line.GetValue(flags.Jobs) ?? settings.Settings.Jobs;
            var jobs = Math.Min(wanted == 0 ? Environment.ProcessorCount : wanted, files.Length);
            var plan = new BatchPlan(files, Path.GetFullPath(outFolder), jobs, line.GetValue(flags.Fresh), settings, worker);
            Task<RunReport> Run(Action<BatchEvent> tell) => BatchRun.RunAsync(plan, composition, TimeProvider.System, tell, stop);

            var quiet = line.GetValue(flags.Quiet);
            var live = !json && !quiet && !Console.IsErrorRedirected && ReferenceEquals(error, Console.Error);
            var report = live ? await LiveProgress.RunAsync(Run, output, error)
                : await Run(json ? JsonLines.To(output) : PlainProgress.To(output, error, quiet));
            return (int)report.ExitCode;
        }
        catch (Exception e) when (Ending(e) is { } code)
        {
            var message = e is OperationCanceledException ? "stopped; what was finished is kept, and the same command goes on from there" : e.Message;
            if (json) JsonLines.Write(output, new ErrorLine("error", message, (int)code));
            await error.WriteLineAsync($"luolong: {message}");
            return (int)code;
        }
    }

    /// <summary>The exit code of an ending that is not a fault of this program; null for one that is.</summary>
    private static ExitCode? Ending(Exception e) => e switch
    {
        SettingsException or InputException => ExitCode.Usage,
        OutputLockedException => ExitCode.OutputLocked,
        OperationCanceledException => ExitCode.Stopped,
        WorkerStartException => ExitCode.InternalError,
        IOException or UnauthorizedAccessException => ExitCode.OutputUnwritable,
        _ => null,
    };
}
