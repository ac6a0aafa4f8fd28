using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Cli.Harvest.Politeness;

/// <summary>robots.txt as RFC 9309 reads it: the groups of our name together, else those of *; the longest matching rule wins, and at
/// equal length the allowing one. Crawl-delay is no part of the RFC, but written and meant.</summary>
internal sealed record RobotsRules(ImmutableArray<(bool Allow, string Pattern)> Rules, double CrawlDelaySeconds)
{
    public static RobotsRules AllowAll { get; } = new([], 0);

    /// <summary>For a host whose robots.txt cannot be had because the server fails: it may say anything (RFC 9309, 2.3.1.4).</summary>
    public static RobotsRules DisallowAll { get; } = new([(false, "/")], 0);

    /// <param name="product">Our name, lower case.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var groups = new Dictionary<string, List<(string Key, string Value)>>();
        var agents = new List<string>();
        var inRules = false;
        foreach (var line in text.Split('\n'))
        {
            var content = line.Split('#')[0].Split(':', 2);
            if (content.Length < 2) continue;
            var (key, value) = (content[0].Trim().ToLowerInvariant(), content[1].Trim());
            if (key == "user-agent")
            {
                if (inRules) agents.Clear();
                inRules = false;
                agents.Add(value.ToLowerInvariant().Split('/')[0]);
                groups.TryAdd(agents[^1], []);
            }
            else if (key is "allow" or "disallow" or "crawl-delay")
            {
                inRules = true;
                foreach (var agent in agents) groups[agent].Add((key, value));
            }
        }

        var own = groups.GetValueOrDefault(product) ?? groups.GetValueOrDefault("*") ?? [];
        return new(
            [.. own.Where(r => r.Key != "crawl-delay" && r.Value.Length > 0).Select(r => (r.Key == "allow", Normal(r.Value)))],
            own.Where(r => r.Key == "crawl-delay").Select(r => double.TryParse(r.Value, CultureInfo.InvariantCulture, out var d) ? d : 0).DefaultIfEmpty(0).Max());
    }

    public bool Allows(Uri address)
    {
        var path = Normal(address.PathAndQuery);
        if (path == "/robots.txt") return true;
        var matching = Rules.Where(r => Matches(r.Pattern, path)).ToList();
        if (matching.Count == 0) return true;
        var longest = matching.Max(r => r.Pattern.Length);
        return matching.Any(r => r.Pattern.Length == longest && r.Allow);
    }

    // Escapes are compared unescaped, so that /预算/ and /%E9%A2%84%E7%AE%97/ are the same.
    private static string Normal(string path) => Uri.UnescapeDataString(path);

    private static bool Matches(string pattern, string path)
    {
        var end = pattern.EndsWith('$');
        var body = end ? pattern[..^1] : pattern;
        var regex = "^" + string.Join(".*", body.Split('*').Select(Regex.Escape)) + (end ? "$" : "");
        return Regex.IsMatch(path, regex, RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }
}
