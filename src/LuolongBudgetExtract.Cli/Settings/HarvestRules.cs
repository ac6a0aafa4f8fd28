using System.Text.RegularExpressions;
using Cronos;

namespace LuolongBudgetExtract.Cli.Settings;

/// <summary>What the schema cannot say about the section harvest: addresses, expressions, schedules, time zones.</summary>
internal static class HarvestRules
{
    private static readonly string[] Online = ["lists", "sitemaps", "urlLists"];
    private static readonly string[] Patterns = ["nextLink", "articleLinks", "fileLinks"];

    public static IEnumerable<SettingsError> Check(LinedJson settings, string file)
    {
        if (settings["harvest"] is not { } harvest || harvest["sources"] is not { Items.Length: > 0 } sources)
        {
            yield return new(file, settings["harvest"]?.Line ?? settings.Line, "harvest.sources", "no source to harvest; allowed: a list of at least one source");
            yield break;
        }

        if ((harvest["output"]?.Text ?? "harvest") == (settings["output"]?.Text ?? "out"))
            yield return new(file, harvest["output"]?.Line ?? harvest.Line, "harvest.output", "luolong run writes there; allowed: a folder of its own");
        var names = new HashSet<string>();
        for (var i = 0; i < sources.Items.Length; i++)
        {
            var (source, key) = (sources.Items[i], $"harvest.sources[{i}]");
            if (!names.Add(source["name"]!.Text)) yield return new(file, source["name"]!.Line, $"{key}.name", $"a second source is called \"{source["name"]!.Text}\"");
            foreach (var error in Source(source, key, file)) yield return error;
            if (IsOnline(source) && string.IsNullOrWhiteSpace(harvest["contact"]?.Text))
                yield return new(file, harvest.Line, "harvest.contact", "a source on the network needs it; allowed: a mail address or a web page that tells who you are");
        }
    }

    private static bool IsOnline(LinedJson source) =>
        Online.Any(name => source[name] is { Items.Length: > 0 });

    private static IEnumerable<SettingsError> Source(LinedJson source, string key, string file)
    {
        foreach (var name in Online)
        {
            foreach (var item in source[name]?.Items ?? [])
            {
                if (Address(item.Text, orPath: name == "urlLists") is { } wrong) yield return new(file, item.Line, $"{key}.{name}", $"\"{item.Text}\": {wrong}");
            }
        }

        foreach (var name in Patterns)
        {
            if (source[name] is { } pattern && Expression(pattern.Text) is { } wrong) yield return new(file, pattern.Line, $"{key}.{name}", wrong);
        }

        if (source["schedule"] is { Text.Length: > 0 } schedule && !CronExpression.TryParse(schedule.Text, out _))
            yield return new(file, schedule.Line, $"{key}.schedule", $"\"{schedule.Text}\" is no schedule; allowed: cron with five fields (minute, hour, day, month, weekday)");
        if (source["timeZone"] is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone.Text, out _))
            yield return new(file, zone.Line, $"{key}.timeZone", $"\"{zone.Text}\" is not known to this system; allowed: an IANA name, e.g. Asia/Shanghai");
        if (!IsOnline(source) && source["folders"] is not { Items.Length: > 0 })
            yield return new(file, source.Line, key, "the source names no list, sitemap, URL list or folder");
    }

    private static string? Address(string text, bool orPath)
    {
        if (!Uri.TryCreate(text.Replace("{page}", "1", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return orPath && !text.Contains("://", StringComparison.Ordinal) ? null : "not an address; allowed: http:// or https://";
        return address.UserInfo.Length > 0 ? "a password in an address ends in logs; allowed: an address without user name" : null;
    }

    private static string? Expression(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return $"not a regular expression (without look-around and back-references): {e.Message}";
        }
    }
}
