using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>The extent of the text of one column (points).</summary>
internal sealed record TextColumn(double X0, double X1);

/// <summary>Finds columns by white space.</summary>
internal static class TextColumns
{
    /// <summary>Extents nearer than this are one column (points); neighbouring right-aligned numbers stand at least a digit apart.</summary>
    private const double NarrowestGap = 1.0;

    /// <summary>Columns of the body's tokens, and those that exist in the boxhead only because no row has anything in them.</summary>
    public static List<TextColumn> Find(IEnumerable<Token> body, IReadOnlyList<BoxheadName> leaves, IReadOnlyList<BoxheadName> headings) => Widen(Named(body, leaves), headings);

    // A name over its column number (本年支出合计 over 1) is wider than what stands below it, and belongs to its column whole.
    private static List<TextColumn> Widen(List<TextColumn> columns, IReadOnlyList<BoxheadName> headings)
    {
        foreach (var heading in headings)
        {
            int at = columns.FindIndex(c => c.X1 > heading.X0 && c.X0 < heading.X1);
            // The middle of a heading over two columns is between them.
            if (at < 0 || at + 1 < columns.Count && columns[at + 1].X0 < heading.X1 || heading.Centre < columns[at].X0 || heading.Centre > columns[at].X1) continue;
            columns[at] = new TextColumn(Math.Min(columns[at].X0, heading.X0), Math.Max(columns[at].X1, heading.X1));
        }
        return columns;
    }

    private static List<TextColumn> Named(IEnumerable<Token> body, IReadOnlyList<BoxheadName> leaves)
    {
        var tokens = body.ToList();
        var columns = Merge(tokens);
        var names = leaves.OrderBy(l => l.X0).ToList();
        if (names.Count < columns.Count && BlankMarks.Merge(tokens) is var marked && names.Count >= marked.Count) columns = marked;
        if (names.Count < columns.Count) return columns;
        var nameOf = Match(columns, names);
        var found = new List<TextColumn>();
        for (int n = 0; n < names.Count; n++)
        {
            int at = Array.IndexOf(nameOf, n);
            found.Add(at < 0 ? new TextColumn(names[n].X0, names[n].X1)
                : new TextColumn(Math.Min(columns[at].X0, names[n].X0), Math.Max(columns[at].X1, names[n].X1)));
        }
        return found;
    }

    /// <summary>
    /// The name of each column, in order, so that together they stand as near as can be: a short name centred over right-aligned
    /// amounts stands beside them, and may be nearer to the wrong column when taken alone.
    /// </summary>
    private static int[] Match(List<TextColumn> columns, List<BoxheadName> names)
    {
        int m = columns.Count, n = names.Count;
        var cost = new double[m + 1, n + 1];
        for (int c = 1; c <= m; c++)
            for (int k = 0; k <= n; k++)
                cost[c, k] = k < c ? double.PositiveInfinity : Math.Min(k > c ? cost[c, k - 1] : double.PositiveInfinity, cost[c - 1, k - 1] + Distance(columns[c - 1], names[k - 1]));
        var nameOf = new int[m];
        for (int c = m, k = n; c > 0; c--)
        {
            while (k > c && cost[c, k] == cost[c, k - 1]) k--;
            nameOf[c - 1] = --k;
        }
        return nameOf;
    }

    private static double Distance(TextColumn column, BoxheadName name)
    {
        double apart = Math.Max(0, Math.Max(name.X0 - column.X1, column.X0 - name.X1));
        // Among names that overlap, the one whose middle is nearer; far less than any distance apart.
        return apart * 100 + Math.Abs((column.X0 + column.X1) / 2 - name.Centre) * 0.01;
    }

    /// <summary>Borders in the middle of the white space between columns, the region's own sides outside.</summary>
    public static double[] Edges(List<TextColumn> columns, Box box)
    {
        var edges = new double[columns.Count + 1];
        edges[0] = Math.Min(box.X0, columns[0].X0 - 1);
        edges[^1] = Math.Max(box.X1, columns[^1].X1 + 1);
        for (int i = 1; i < columns.Count; i++) edges[i] = (columns[i - 1].X1 + columns[i].X0) / 2;
        return edges;
    }

    /// <summary>The extents that the tokens cover together.</summary>
    public static List<TextColumn> Merge(IEnumerable<Token> tokens)
    {
        var columns = new List<TextColumn>();
        foreach (var token in tokens.OrderBy(t => t.X0))
        {
            if (columns.Count > 0 && token.X0 <= columns[^1].X1 + NarrowestGap)
            {
                if (token.X1 > columns[^1].X1) columns[^1] = columns[^1] with { X1 = token.X1 };
            }
            else columns.Add(new TextColumn(token.X0, token.X1));
        }
        return columns;
    }
}
