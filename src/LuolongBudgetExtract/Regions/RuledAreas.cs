using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Regions;

/// <summary>Rulings that touch each other form one area: the connected components of a page's rulings.</summary>
internal static class RuledAreas
{
    /// <summary>Ends of crossing lines may miss each other by this much (points): the thickness of a rule and its snapping.</summary>
    public const double Touch = 3.5;

    public static List<List<Ruling>> Find(IReadOnlyList<Ruling> rulings)
    {
        var parent = new int[rulings.Count];
        for (int i = 0; i < parent.Length; i++) parent[i] = i;
        var vertical = new List<int>();
        for (int i = 0; i < rulings.Count; i++)
            if (!rulings[i].Horizontal) vertical.Add(i);
        vertical.Sort((a, b) => rulings[a].Position.CompareTo(rulings[b].Position));
        var positions = vertical.ConvertAll(i => rulings[i].Position);
        for (int h = 0; h < rulings.Count; h++)
        {
            if (!rulings[h].Horizontal) continue;
            // Verticals are sorted by x: only those within the horizontal line's extent can cross it.
            int first = positions.BinarySearch(rulings[h].Start - Touch);
            for (int k = first < 0 ? ~first : first; k < vertical.Count && positions[k] <= rulings[h].End + Touch; k++)
            {
                var v = rulings[vertical[k]];
                if (v.Start - Touch <= rulings[h].Position && rulings[h].Position <= v.End + Touch) Join(h, vertical[k]);
            }
        }
        var areas = new Dictionary<int, List<Ruling>>();
        for (int i = 0; i < rulings.Count; i++)
        {
            var root = Root(i);
            if (!areas.TryGetValue(root, out var area)) areas[root] = area = [];
            area.Add(rulings[i]);
        }
        return [.. areas.Values];

        int Root(int i)
        {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        }

        void Join(int a, int b) => parent[Root(a)] = Root(b);
    }

    public static Box BoxOf(List<Ruling> area)
    {
        double x0 = double.MaxValue, y0 = double.MaxValue, x1 = double.MinValue, y1 = double.MinValue;
        foreach (var r in area)
        {
            x0 = Math.Min(x0, r.Horizontal ? r.Start : r.Position);
            x1 = Math.Max(x1, r.Horizontal ? r.End : r.Position);
            y0 = Math.Min(y0, r.Horizontal ? r.Position : r.Start);
            y1 = Math.Max(y1, r.Horizontal ? r.Position : r.End);
        }
        return new Box(x0, y0, x1, y1);
    }
}
