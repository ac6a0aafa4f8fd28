namespace LuolongBudgetExtract.Grids;

/// <summary>A heading of a boxhead without vertical rulings, and the ranges of columns that it may stand over.</summary>
internal sealed record HeadingChoice(BoxheadName Name, List<(int First, int Last)> Ranges)
{
    /// <summary>A heading is centred to this part of its font size.</summary>
    private const double Centring = 0.4;

    public double Leeway => Centring * Name.Size;

    /// <summary>Distances of the heading from the middle of each range (points), in the order of the ranges.</summary>
    public List<double> Off { get; init; } = [];

    /// <summary>
    /// Leaves out the ranges that the heading cannot be centred over, wherever between the texts of two columns their border stands.
    /// </summary>
    public HeadingChoice Fitting(IReadOnlyList<TextColumn> columns, double[] edges)
    {
        var misfits = Ranges.ConvertAll(r => Misfit(r, columns, edges));
        double least = misfits.Min();
        var kept = Ranges.Where((_, i) => misfits[i] <= least + Leeway).ToList();
        return this with { Ranges = kept, Off = kept.ConvertAll(r => Math.Abs((edges[r.First] + edges[r.Last + 1]) / 2 - Name.Centre)) };
    }

    private double Misfit((int First, int Last) range, IReadOnlyList<TextColumn> columns, double[] edges)
    {
        // The outer cells reach beyond their text by some padding.
        double left0 = range.First > 0 ? columns[range.First - 1].X1 : edges[0] - Name.Size, left1 = columns[range.First].X0;
        double right0 = columns[range.Last].X1, right1 = range.Last + 1 < columns.Count ? columns[range.Last + 1].X0 : edges[^1] + Name.Size;
        double low = (Math.Min(left0, left1) + Math.Min(right0, right1)) / 2, high = (Math.Max(left0, left1) + Math.Max(right0, right1)) / 2;
        return Math.Max(0, Math.Max(low - Name.Centre, Name.Centre - high));
    }
}

/// <summary>Chooses the columns of all headings of one level together: no column is under two of them, and few are under none.</summary>
internal static class HeadingRanges
{
    private sealed record Plan(double Excess, int Covered, double Off, List<(BoxheadName Name, int First, int Last)> Chosen)
    {
        public bool IsBetterThan(Plan? other) => other is null
            || (Excess != other.Excess ? Excess < other.Excess : Covered != other.Covered ? Covered > other.Covered : Off < other.Off);
    }

    /// <param name="level">Headings from left to right.</param>
    public static List<(BoxheadName Name, int First, int Last)> Choose(List<HeadingChoice> level)
    {
        // The best plan for the headings so far, by the column that its last one ends with.
        var plans = new Dictionary<int, Plan> { [-1] = new Plan(0, 0, 0, []) };
        foreach (var heading in level)
        {
            var next = new Dictionary<int, Plan>();
            double nearest = heading.Off.Min();
            for (int i = 0; i < heading.Ranges.Count; i++)
            {
                var (first, last) = heading.Ranges[i];
                foreach (var (end, plan) in plans)
                {
                    if (end >= first) continue;
                    var longer = new Plan(plan.Excess + Math.Max(0, heading.Off[i] - nearest - heading.Leeway), plan.Covered + last - first + 1, plan.Off + heading.Off[i],
                        [.. plan.Chosen, (heading.Name, first, last)]);
                    if (longer.IsBetterThan(next.GetValueOrDefault(last))) next[last] = longer;
                }
            }
            // Two headings over one column: each stands where it fits best.
            if (next.Count == 0) return level.ConvertAll(Alone);
            plans = next;
        }
        return plans.Values.Aggregate((a, b) => b.IsBetterThan(a) ? b : a).Chosen;
    }

    // Borders are known to half a character only: of the ranges that fit as well, the widest.
    private static (BoxheadName Name, int First, int Last) Alone(HeadingChoice heading)
    {
        double nearest = heading.Off.Min();
        var (first, last) = heading.Ranges.Where((_, i) => heading.Off[i] <= nearest + heading.Leeway).MaxBy(r => r.Last - r.First);
        return (heading.Name, first, last);
    }
}
