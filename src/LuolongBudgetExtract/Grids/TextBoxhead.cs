namespace LuolongBudgetExtract.Grids;

/// <summary>One cell of a boxhead set without vertical rulings: the columns that it heads, and its band (points).</summary>
internal sealed record BoxheadCell(int First, int Last, double Y0, double Y1);

/// <summary>Reads the spans of a boxhead from what its headings are centred over.</summary>
internal static class TextBoxhead
{
    private sealed record Span(BoxheadName Name, int First, int Last);

    /// <param name="columns">The extents of the columns, whose borders lie somewhere between them.</param>
    /// <param name="bottoms">Where the names of each column end (y, points).</param>
    public static List<BoxheadCell> Read(
        IReadOnlyList<BoxheadName> names, IReadOnlyList<BoxheadName> headings, IReadOnlyList<TextColumn> columns, double[] edges, double top, double[] bottoms)
    {
        var spans = new List<Span>();
        foreach (var level in Levels(headings))
        {
            var choices = level.ConvertAll(h => new HeadingChoice(h, Ranges(h, names, headings, edges, bottoms, spans)).Fitting(columns, edges));
            spans.AddRange(HeadingRanges.Choose(choices).Select(c => new Span(c.Name, c.First, c.Last)));
        }
        var cells = new List<BoxheadCell>();
        for (int c = 0; c + 1 < edges.Length; c++)
        {
            // Under each heading the next one or the leaf begins.
            double y = top;
            foreach (var span in spans.Where(s => s.First <= c && c <= s.Last).OrderBy(s => s.Name.Y0))
            {
                double below = Below(span, names, edges, bottoms[c]);
                if (c == span.First) cells.Add(new BoxheadCell(span.First, span.Last, y, below));
                y = below;
            }
            cells.Add(new BoxheadCell(c, c, y, bottoms[c]));
        }
        return cells;
    }

    // Headings that stand beside each other, from left to right; the levels from top to bottom.
    private static IEnumerable<List<BoxheadName>> Levels(IReadOnlyList<BoxheadName> headings)
    {
        var left = headings.OrderBy(h => h.Y0).ToList();
        while (left.Count > 0)
        {
            var level = left.FindAll(h => h.Y0 < left[0].Y1);
            left.RemoveAll(level.Contains);
            yield return [.. level.OrderBy(h => h.X0)];
        }
    }

    // The ranges of columns around the heading that it may be centred over.
    private static List<(int First, int Last)> Ranges(
        BoxheadName heading, IReadOnlyList<BoxheadName> names, IReadOnlyList<BoxheadName> headings, double[] edges, double[] bottoms, List<Span> above)
    {
        int first = Edges.Band(edges, heading.X0 + 0.2 * heading.Size), last = Edges.Band(edges, heading.X1 - 0.2 * heading.Size);
        double level = names.Where(n => n.Y0 > heading.Y1 - 0.25 * heading.Size && n.X1 > edges[first] && n.X0 < edges[last + 1]).Select(MiddleOf).DefaultIfEmpty(heading.Y1).Min();
        double bottom = names.Where(n => n.Y0 < bottoms[first]).Max(n => n.Y1);
        double under = names.Where(n => n.Y0 > heading.Y1 - 0.25 * heading.Size && n.X1 > edges[first] && n.X0 < edges[last + 1]).Select(n => n.Y0).DefaultIfEmpty(heading.Y1).Min();
        int low = first, high = last;
        while (low > 0 && MayHead(low - 1)) low--;
        while (high + 2 < edges.Length && MayHead(high + 1)) high++;
        var ranges = new List<(int First, int Last)>();
        for (int a = low; a <= first; a++)
            for (int b = last; b <= high; b++)
                // A heading over one column alone would not be set apart from its name.
                if (a < b || low == high) ranges.Add((a, b));
        return ranges;

        // A column with a name on the level below the heading, or further down, and none beside it, under the same heading of the
        // level above. A name that is centred over both levels stands higher than the level below.
        bool MayHead(int column)
        {
            bool below = names.Any(n => MiddleOf(n) > level - 0.45 * heading.Size && n.Centre > edges[column] && n.Centre < edges[column + 1]);
            bool beside = names.Any(n => n != heading && !headings.Contains(n) && n.Y0 < heading.Y1 && n.Y1 > heading.Y0 && n.Centre > edges[column] && n.Centre < edges[column + 1]);
            bool taken = headings.Any(h => h != heading && h.Y0 < heading.Y1 && h.Y1 > heading.Y0 && h.X0 < edges[column + 1] && h.X1 > edges[column]);
            bool other = above.Any(s => s.First <= first && last <= s.Last && (column < s.First || column > s.Last));
            return below && !beside && !taken && !other && !ReachesUp(column);
        }

        // The only name of a column is centred over all levels that it takes: from the heading's own level down, or from the one below it.
        bool ReachesUp(int column)
        {
            var inside = names.Where(n => n.Y1 > heading.Y0 && n.Centre > edges[column] && n.Centre < edges[column + 1]).ToList();
            return inside is [var leaf] && !headings.Contains(leaf)
                && Math.Abs(MiddleOf(leaf) - (heading.Y0 + bottom) / 2) < Math.Abs(MiddleOf(leaf) - (under + bottom) / 2);
        }
    }

    private static double MiddleOf(BoxheadName name) => (name.Y0 + name.Y1) / 2;

    private static double Below(Span span, IReadOnlyList<BoxheadName> names, double[] edges, double bottom)
    {
        double next = bottom;
        foreach (var name in names)
            if (name.Y0 > span.Name.Y1 - 0.25 * span.Name.Size && name.Centre > edges[span.First] && name.Centre < edges[span.Last + 1])
                next = Math.Min(next, name.Y0);
        return (span.Name.Y1 + next) / 2;
    }
}
