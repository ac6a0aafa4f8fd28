using System.Collections.Immutable;
using LuolongBudgetExtract.Cli.Settings;
using LuolongBudgetExtract.Cli.Workers;

namespace LuolongBudgetExtract.Cli.Harvest.Nights;

/// <summary>Time and chance of a harvest; tests bring their own, so that they need not wait.</summary>
internal sealed record Surroundings(TimeProvider Time, Random Chance)
{
    public static Surroundings Real => new(TimeProvider.System, Random.Shared);
}

/// <summary>What a night is about to do.</summary>
/// <param name="Sources">Those that are due; all documents of the ledger are published, whatever their source.</param>
/// <param name="Output">Full path of the output folder of the harvest.</param>
internal sealed record HarvestPlan(
    LoadedSettings Settings, ImmutableArray<SourceSettings> Sources, string Output, WorkerCommand Worker, Surroundings Surroundings)
{
    public HarvestSettings Harvest => Settings.Settings.Harvest;

    public static HarvestPlan Of(LoadedSettings settings, IEnumerable<SourceSettings> sources, WorkerCommand worker, Surroundings surroundings) =>
        new(settings, [.. sources], Path.GetFullPath(Path.Combine(settings.Folder, settings.Settings.Harvest.Output)), worker, surroundings);
}

/// <summary>How a night ended.</summary>
/// <param name="Found">Addresses that the sources offer.</param>
/// <param name="Stored">Files that were fetched and not there before, or changed.</param>
/// <param name="Unchanged">Addresses that gave what they gave before.</param>
/// <param name="Refused">Addresses that another night will not change: robots.txt, limits, content.</param>
/// <param name="Failures">Addresses and pages that failed and are tried again.</param>
/// <param name="Published">False when nothing had changed.</param>
/// <param name="Documents">How the documents ended; null when nothing was published.</param>
internal sealed record NightReport(
    long Night, string Ending, int Found, int Stored, int Unchanged, int Gone, int Refused, int Failures, int Requests, bool Published, Batch.RunReport? Documents)
{
    public ExitCode ExitCode => Failures > 0 || Ending != "whole" ? ExitCode.HarvestIncomplete : Documents?.ExitCode ?? ExitCode.Success;
}
