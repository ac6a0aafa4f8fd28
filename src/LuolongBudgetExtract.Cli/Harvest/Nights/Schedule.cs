using System.Collections.Immutable;
using Cronos;
using LuolongBudgetExtract.Cli.Settings;

namespace LuolongBudgetExtract.Cli.Harvest.Nights;

/// <summary>When sources are due.</summary>
internal static class Schedule
{
    /// <summary>The next time after <paramref name="after"/> at which a source is due; null when none has a schedule. Clock changes are the
    /// time zone's: a time that does not exist comes right after the gap, one that exists twice comes once.</summary>
    public static DateTimeOffset? Next(IEnumerable<SourceSettings> sources, DateTimeOffset after) => sources.Select(s => Next(s, after)).Min();

    /// <summary>The sources that came due, each once: a machine that slept for a week has one night to make up for, not seven.</summary>
    public static ImmutableArray<SourceSettings> Due(IEnumerable<SourceSettings> sources, DateTimeOffset after, DateTimeOffset until) =>
        [.. sources.Where(s => Next(s, after) <= until)];

    private static DateTimeOffset? Next(SourceSettings source, DateTimeOffset after) => source.Schedule.Length == 0
        ? null
        : CronExpression.Parse(source.Schedule).GetNextOccurrence(after, TimeZoneInfo.FindSystemTimeZoneById(source.TimeZone));
}
