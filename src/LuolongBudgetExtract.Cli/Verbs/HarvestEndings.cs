using System.CommandLine;
using LuolongBudgetExtract.Cli.Inputs;
using LuolongBudgetExtract.Cli.Settings;
using LuolongBudgetExtract.Cli.Store;
using LuolongBudgetExtract.Cli.Workers;
using Microsoft.Data.Sqlite;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary>How the verbs of the harvest end when they cannot go on.</summary>
internal static class HarvestEndings
{
    public static async Task<int> GuardAsync(ParseResult line, Func<Task<ExitCode>> work)
    {
        try
        {
            return (int)await work();
        }
        catch (Exception e) when (Of(e) is { } code)
        {
            await line.InvocationConfiguration.Error.WriteLineAsync($"luolong: {(e is OperationCanceledException ? "stopped; the ledger knows what was finished, and the same command goes on from there" : e.Message)}");
            return (int)code;
        }
    }

    /// <summary>A night of the scheduler: what ends it must not end the scheduler, except a stop.</summary>
    public static async Task GuardNightAsync(TextWriter error, Func<Task<ExitCode>> night)
    {
        try
        {
            await night();
        }
        catch (Exception e) when (e is not OperationCanceledException && Of(e) is not null)
        {
            await error.WriteLineAsync($"luolong: {e.Message}");
        }
    }

    private static ExitCode? Of(Exception e) => e switch
    {
        SettingsException or InputException => ExitCode.Usage,
        OutputLockedException => ExitCode.OutputLocked,
        OperationCanceledException => ExitCode.Stopped,
        WorkerStartException => ExitCode.InternalError,
        IOException or UnauthorizedAccessException or SqliteException => ExitCode.OutputUnwritable,
        _ => null,
    };
}
