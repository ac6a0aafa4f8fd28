using System.Collections.Immutable;

namespace LuolongBudgetExtract.Pages;

/// <summary>
/// Merges the fragments of printed lines. One rule of a table may be cut into hundreds of pieces (one a cell), or be printed
/// twice a hair apart (the border of this cell and of its neighbour).
/// </summary>
public static class RulingMerge
{
    /// <summary>Lines nearer than this are one line (points): borders of neighbouring cells stand up to 1.5 pt apart, rows never below 5 pt.</summary>
    public const double SnapDistance = 1.6;

    /// <summary>A gap along a line up to this is drawing noise (points): pieces stop short of a crossing line's thickness.</summary>
    public const double JoinGap = 3.0;

    /// <summary>Shorter merged lines are dashes, ticks or parts of pictures, never the side of a cell (points).</summary>
    public const double ShortestRuling = 5.0;

    public static ImmutableArray<Ruling> Merge(List<Ruling> fragments)
    {
        var merged = ImmutableArray.CreateBuilder<Ruling>();
        fragments.Sort(static (a, b) =>
        {
            var byDirection = a.Horizontal.CompareTo(b.Horizontal);
            return byDirection != 0 ? byDirection : a.Position.CompareTo(b.Position);
        });
        for (int first = 0; first < fragments.Count;)
        {
            int end = first + 1;
            while (end < fragments.Count
                && fragments[end].Horizontal == fragments[first].Horizontal
                && fragments[end].Position - fragments[end - 1].Position <= SnapDistance
                && fragments[end].Position - fragments[first].Position <= 2 * SnapDistance)
                end++;
            JoinCollinear(fragments, first, end, merged);
            first = end;
        }
        return merged.ToImmutable();
    }

    private static void JoinCollinear(List<Ruling> fragments, int first, int end, ImmutableArray<Ruling>.Builder merged)
    {
        double weight = 0, sum = 0;
        for (int i = first; i < end; i++)
        {
            var length = Math.Max(fragments[i].Length, 0.1);
            weight += length;
            sum += length * fragments[i].Position;
        }
        var position = sum / weight;
        fragments.Sort(first, end - first, ByStart);
        var open = fragments[first] with { Position = position };
        for (int i = first + 1; i < end; i++)
        {
            if (fragments[i].Start <= open.End + JoinGap)
            {
                if (fragments[i].End > open.End) open = open with { End = fragments[i].End };
                continue;
            }
            if (open.Length >= ShortestRuling) merged.Add(open);
            open = fragments[i] with { Position = position };
        }
        if (open.Length >= ShortestRuling) merged.Add(open);
    }

    private static readonly Comparer<Ruling> ByStart = Comparer<Ruling>.Create(static (a, b) => a.Start.CompareTo(b.Start));
}
