using System.CommandLine;
using System.Text.Json;
using LuolongBudgetExtract.Cli.Log;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary>What the verbs that read a log share: opening it, and saying in one line why it cannot be read.</summary>
internal static class LogVerb
{
    public static async Task<int> RunAsync(ParseResult line, Composition composition, string output, Func<LogFile, ExitCode> read, CancellationToken stop)
    {
        try
        {
            return (int)read(new LogFile(output, await composition.Units(output, stop)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException or KeyNotFoundException)
        {
            await line.InvocationConfiguration.Error.WriteLineAsync($"luolong: {output}: no log of a run: {e.Message}");
            return (int)ExitCode.Usage;
        }
    }
}
