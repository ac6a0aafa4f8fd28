using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Headers;

/// <summary>Finds the lines that stand at the head or foot of page after page: they are no part of a sentence and end no table.</summary>
internal static partial class RunningTitles
{
    /// <summary>A running title stands on this many pages that are followed by another with it (the next, or the next but one: left and right pages) …</summary>
    private const int Pages = 2;

    /// <summary>… and within this distance of the first or last line of each (points).</summary>
    private const double Reach = 4;

    public static HashSet<string> Of(ImmutableArray<OutsideLine> outside)
    {
        var edges = new Dictionary<int, (double Top, double Bottom)>();
        foreach (var line in outside)
        {
            if (line.Kind == OutsideKind.Footer) continue;
            var box = line.Line.Box;
            edges[line.Page] = edges.TryGetValue(line.Page, out var edge) ? (Math.Min(edge.Top, box.Y0), Math.Max(edge.Bottom, box.Y1)) : (box.Y0, box.Y1);
        }
        var seen = new Dictionary<string, HashSet<int>>();
        foreach (var line in outside)
        {
            if (line.Kind != OutsideKind.Narrative || line.Line.Text.Length > 60) continue;
            var (top, bottom) = edges[line.Page];
            if (line.Line.Box.Y0 > top + Reach && line.Line.Box.Y1 < bottom - Reach) continue;
            var key = Key(line.Line.Text);
            if (!seen.TryGetValue(key, out var pages)) seen[key] = pages = [];
            pages.Add(line.Page);
        }
        return [.. seen.Where(s => s.Value.Count(p => s.Value.Contains(p + 1) || s.Value.Contains(p + 2)) >= Pages).Select(s => s.Key)];
    }

    /// <summary>The fragments as they follow each other when such lines are left out. A title, a label or a unit that page after page prints is a heading.</summary>
    public static IEnumerable<TableFragment> LeaveOut(HashSet<string> running, IEnumerable<TableFragment> fragments)
    {
        return fragments.Select(f => f with { Above = [.. f.Above.Where(IsOther)], Below = [.. f.Below.Where(IsOther)] });

        bool IsOther(string text) => !running.Contains(Key(text)) || LineKinds.IsTitle(text) || LineKinds.IsLabel(text) || LineKinds.Unit(text) is not null;
    }

    /// <summary>What a running title has in common with itself on other pages: a line without words (2025 | 8 / 14) counts the pages.</summary>
    public static string Key(string text) => Counter().IsMatch(text) ? Digits().Replace(text.Trim(), "#") : text.Trim();

    [GeneratedRegex(@"^(?:[^\p{IsCJKUnifiedIdeographs}]|[第页共年])*$(?<=\d.*[|/第页共].*)")]
    private static partial Regex Counter();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
