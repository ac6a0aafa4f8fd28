using System.Collections.Immutable;
using Cronos;
using LuolongBudgetExtract.Cli.Settings;

namespace LuolongBudgetExtract.Cli.Harvest.Nights;

/// <summary>When sources are due.</summary>
internal static class Schedule
{
    /// <summary>The next time after <paramref name="after"/> at which sources are due, and which; null when none has a schedule.
    /// Clock changes are the time zone's: a time that does not exist comes right after the gap, one that exists twice comes once.</summary>
    public static (DateTimeOffset At, ImmutableArray<SourceSettings> Sources)? Next(IEnumerable<SourceSettings> sources, DateTimeOffset after)
    {
        var times = (from source in sources
                     where source.Schedule.Length > 0
                     let zone = TimeZoneInfo.FindSystemTimeZoneById(source.TimeZone)
                     let at = CronExpression.Parse(source.Schedule).GetNextOccurrence(after, zone)
                     where at is not null
                     select (At: at.Value, Source: source)).ToList();
        if (times.Count == 0) return null;
        var first = times.Min(t => t.At);
        return (first, [.. times.Where(t => t.At == first).Select(t => t.Source)]);
    }
}
