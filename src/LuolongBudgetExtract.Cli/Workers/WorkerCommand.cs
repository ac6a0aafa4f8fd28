using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using LuolongBudgetExtract.Cli.Settings;

namespace LuolongBudgetExtract.Cli.Workers;

/// <summary>How to start a worker: the program and its arguments.</summary>
internal sealed record WorkerCommand(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>This very program with another verb, whether it was started by its own name or by <c>dotnet x.dll</c>.</summary>
    public static WorkerCommand Self(string verb)
    {
        var program = Environment.ProcessPath!;
        var byDotnet = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return byDotnet ? new(program, [Environment.GetCommandLineArgs()[0], verb]) : new(program, [verb]);
    }

    public ProcessStartInfo StartInfo(Limits limits)
    {
        var info = new ProcessStartInfo(FileName, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        info.Environment["DOTNET_GCHeapHardLimit"] = ((long)limits.MemoryMegabytes << 20).ToString("X", CultureInfo.InvariantCulture);
        info.Environment["DOTNET_gcConcurrent"] = "0"; // One document at a time: a background collector only takes another worker's core.
        info.Environment["DOTNET_gcServer"] = "0";
        info.Environment["DOTNET_TieredPGO"] = "0"; // Compiled ahead; instrumenting a run of seconds costs a quarter of it (21.9 s against 16.9 s).
        info.Environment["DOTNET_DbgEnableMiniDump"] = "0"; // A crash is an outcome, not a dump of gigabytes.
        return info;
    }
}
