using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>Column borders (x) and row borders (y) of a lattice, ascending, in points.</summary>
internal sealed record Edges(double[] X, double[] Y)
{
    public int Columns => X.Length - 1;
    public int Rows => Y.Length - 1;

    /// <summary>Index of the edge nearest to a position.</summary>
    public static int Nearest(double[] edges, double position)
    {
        int at = Array.BinarySearch(edges, position);
        if (at >= 0) return at;
        at = ~at;
        if (at == 0) return 0;
        if (at == edges.Length) return edges.Length - 1;
        return position - edges[at - 1] <= edges[at] - position ? at - 1 : at;
    }

    /// <summary>Index of the band that holds a position, clamped to the lattice.</summary>
    public static int Band(double[] edges, double position)
    {
        int at = Array.BinarySearch(edges, position);
        if (at < 0) at = ~at - 1;
        return Math.Clamp(at, 0, edges.Length - 2);
    }
}

/// <summary>Finds the edges of a region: its rulings, and its open sides where text stands beyond the last ruling.</summary>
internal static class LatticeEdges
{
    /// <summary>Bands narrower than this are the thickness of a double rule, not a row or column (points): text is at least 5 pt high.</summary>
    private const double NarrowestBand = 3.2;

    public static Edges Of(TableRegion region)
    {
        var x = new List<double>();
        var y = new List<double>();
        foreach (var ruling in region.Rulings) (ruling.Horizontal ? y : x).Add(ruling.Position);
        // Open frame: horizontal rules that reach beyond the first or last vertical one, and the other way round.
        x.Add(region.Box.X0);
        x.Add(region.Box.X1);
        y.Add(region.Box.Y0);
        y.Add(region.Box.Y1);
        return new Edges(Distinct(x), Distinct(y));
    }

    private static double[] Distinct(List<double> positions)
    {
        positions.Sort();
        var edges = new List<double> { positions[0] };
        foreach (var position in positions)
            if (position - edges[^1] > NarrowestBand) edges.Add(position);
        if (edges.Count == 1) edges.Add(positions[^1]);
        return [.. edges];
    }
}
