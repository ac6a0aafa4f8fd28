using LuolongBudgetExtract.Cli.Verbs;
using LuolongBudgetExtract.Cli.Workers;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace LuolongBudgetExtract.Tests.Cli;

/// <summary>What xunit would generate, and before it the worker whose extractor crashes, hangs and fills memory on demand:
/// such a hook has no place in the product.</summary>
internal static class TestMain
{
    public const string WorkerVerb = "faulty-worker";
    public const string HostVerb = "host";
    public const string HarvestVerb = "harvest-host";
    public const string HarvestWorkerVerb = "harvest-worker";

    public static async Task<int> Main(string[] args)
    {
        if (args is [WorkerVerb]) return WorkerEntry.Run(FaultyExtractor.Composition);
        if (args is [HostVerb, ..]) return await LuolongCommand.RunAsync(args[1..], FaultyExtractor.Composition, Workbench.Worker, Console.Out, Console.Error);
        if (args is [HarvestVerb, ..]) return await Harvest.KillTests.HostAsync(args[1..]);
        if (args is [HarvestWorkerVerb]) return WorkerEntry.Run(Harvest.KillTests.Product);
        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
