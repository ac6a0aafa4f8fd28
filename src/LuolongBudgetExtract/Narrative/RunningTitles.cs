using System.Collections.Immutable;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Narrative;

/// <summary>Finds the lines that stand at the head or foot of page after page: they are no part of a sentence.</summary>
internal static class RunningTitles
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

    public static string Key(string text) => text.Trim();
}
