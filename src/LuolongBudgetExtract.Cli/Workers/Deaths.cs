using System.Collections.Immutable;

namespace LuolongBudgetExtract.Cli.Workers;

/// <summary>Names the cause when a worker ends without an answer.</summary>
internal static class Deaths
{
    public const string Memory = "memory: the document needs more than limits.memoryMegabytes allows";
    public const string StackOverflow = "crash: stack overflow";

    private const int SignalBase = 128;

    /// <param name="exitCode">As .NET gives it: 128 + signal for a worker that a signal ended.</param>
    /// <param name="errors">First and last lines that the worker wrote to standard error.</param>
    public static string Reason(int exitCode, ImmutableArray<string> errors)
    {
        if (errors.Any(line => line.StartsWith("Stack overflow", StringComparison.Ordinal))) return StackOverflow;
        if (errors.Any(line => line.StartsWith("Out of memory", StringComparison.Ordinal) || line.Contains("OutOfMemoryException", StringComparison.Ordinal))) return Memory;
        var signal = exitCode - SignalBase;
        return signal switch
        {
            6 => $"crash: the runtime gave up (exit code {exitCode}, SIGABRT)",
            9 => $"crash: killed from outside, most often by the system for want of memory (exit code {exitCode}, SIGKILL)",
            11 => $"crash: the runtime gave up (exit code {exitCode}, SIGSEGV)",
            _ => $"crash: the worker ended (exit code {exitCode})",
        };
    }
}
