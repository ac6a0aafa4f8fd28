using System.Collections.Immutable;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Recovers the hierarchy of a list whose levels show only by indentation (货物 over 台式计算机, 部门 over 单位 over 项目): a row that equals
/// the sum of rows that follow it, in every column, may be their heading. Trusted only where the whole list then adds up to a printed total.
/// </summary>
internal sealed class NestedSums
{
    // Siblings of equal amounts branch the search. Real lists of 1,000 rows end far below this; beyond it the structure stays unknown.
    private const int MaxSteps = 20_000;

    private readonly IReadOnlyList<decimal[]> _values, _widths;
    private readonly int _columns;
    private readonly Dictionary<int, List<(int End, ImmutableArray<int> Children)>> _extents = [];
    private readonly bool _exhaustive;
    private int _steps;

    private NestedSums(IReadOnlyList<decimal[]> values, IReadOnlyList<decimal[]> widths, int columns, bool exhaustive) =>
        (_values, _widths, _columns, _exhaustive) = (values, widths, columns, exhaustive);

    /// <summary>Each heading with its rows, the total (null) first; null when the list does not add up to the total in every column.</summary>
    /// <param name="values">Amounts of the rows below the total by column, in printed order, headings before their items; rows without any amount left out.</param>
    /// <param name="widths">Half a unit of the last printed digit of each.</param>
    public static List<(int? Parent, ImmutableArray<int> Children)>? Parse(IReadOnlyList<decimal[]> values, IReadOnlyList<decimal[]> widths, decimal[] total, decimal[] width) =>
        // Most lists have one way to nest; all ways are searched only when the first one of each heading leads nowhere.
        Parse(total, width, new NestedSums(values, widths, total.Length, exhaustive: false))
        ?? Parse(total, width, new NestedSums(values, widths, total.Length, exhaustive: true));

    private static List<(int? Parent, ImmutableArray<int> Children)>? Parse(decimal[] total, decimal[] width, NestedSums search)
    {
        if (search._values.Count == 0) return null;
        var path = new List<(int, int)>();
        ImmutableArray<(int Node, int End)>? found = null;
        search.Explore(0, total, width, path, search._values.Count, p => { found ??= [.. p]; });
        if (found is not { } tops) return null;
        var headings = new List<(int?, ImmutableArray<int>)> { (null, [.. tops.Select(t => t.Node)]) };
        foreach (var (node, end) in tops) search.Collect(node, end, headings);
        return headings;
    }

    private void Collect(int node, int end, List<(int?, ImmutableArray<int>)> headings)
    {
        if (end == node + 1) return;
        var children = Extents(node).First(e => e.End == end).Children;
        headings.Add((node, children));
        for (int k = 0; k < children.Length; k++) Collect(children[k], k + 1 < children.Length ? children[k + 1] : end, headings);
    }

    /// <summary>How far a node may reach: as a heading over the rows that follow, else as a single row.</summary>
    private List<(int End, ImmutableArray<int> Children)> Extents(int node)
    {
        if (_extents.TryGetValue(node, out var known)) return known;
        var extents = new List<(int, ImmutableArray<int>)>();
        Explore(node + 1, _values[node], _widths[node], [], null, p =>
        {
            if (!extents.Any(e => e.Item1 == p[^1].End)) extents.Add((p[^1].End, [.. p.Select(x => x.Node)]));
        });
        extents.Add((node + 1, []));
        _extents[node] = extents;
        return extents;
    }

    /// <summary>Lays siblings one after another from <paramref name="at"/> until nothing of the total is left.</summary>
    /// <param name="until">Where the siblings must end; null for anywhere.</param>
    private bool Explore(int at, decimal[] rest, decimal[] width, List<(int Node, int End)> path, int? until, Action<List<(int Node, int End)>> found)
    {
        if (++_steps > MaxSteps) return false;
        bool done = true;
        for (int c = 0; c < _columns; c++)
        {
            done &= Math.Abs(rest[c]) <= width[c];
            // Amounts are hardly ever negative: once beyond the heading, more rows do not lead back to it.
            if (rest[c] < -width[c]) return false;
        }
        if (done && path.Count > 0 && (until is null || until == at))
        {
            found(path);
            // A heading may end in several places (its only item may be a heading too): all are kept.
            return until is not null || !_exhaustive;
        }
        if (at >= _values.Count) return false;
        var (less, wider) = (new decimal[_columns], new decimal[_columns]);
        for (int c = 0; c < _columns; c++) (less[c], wider[c]) = (rest[c] - _values[at][c], width[c] + _widths[at][c]);
        foreach (var (end, _) in Extents(at))
        {
            path.Add((at, end));
            bool success = Explore(end, less, wider, path, until, found);
            path.RemoveAt(path.Count - 1);
            if (success) return true;
        }
        return false;
    }
}
