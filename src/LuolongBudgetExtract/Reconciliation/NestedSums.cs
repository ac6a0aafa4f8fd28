using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>
/// Recovers the hierarchy of a list whose levels show only by indentation (货物 over 台式计算机, 部门 over 单位 over 项目): a row that equals
/// the sum of rows that follow it, in every column, may be their heading. Trusted only where the whole list then adds up to a printed total.
/// </summary>
internal sealed class NestedSums
{
    // Siblings of equal amounts branch the search. Real lists of 1,000 rows end far below this; beyond it the structure stays unknown.
    private const int MaxSteps = 20_000;

    private readonly int[] _rows;
    private readonly int _columns;
    private readonly decimal[] _values, _widths;
    private readonly Dictionary<int, List<(int End, ImmutableArray<int> Children)>> _extents = [];
    private readonly bool _exhaustive;
    private int _steps;

    private NestedSums(TableIndex table, ImmutableArray<int> columns, ImmutableArray<int> rows, bool exhaustive)
    {
        _exhaustive = exhaustive;
        _rows = [.. rows.Where(r => table.Row(r).Amounts.Any(a => a.Value != 0))];
        _columns = columns.Length;
        (_values, _widths) = (new decimal[_rows.Length * _columns], new decimal[_rows.Length * _columns]);
        for (int i = 0; i < _rows.Length; i++)
        {
            Values(table, columns, _rows[i], _values, i);
            Widths(table, columns, _rows[i], _widths, i);
        }
    }

    /// <summary>Each heading with its rows, the total first; null when the list does not add up to the total in every column.</summary>
    /// <param name="rows">The rows below the total in printed order, headings before their items.</param>
    public static List<(int Parent, ImmutableArray<int> Children)>? Parse(TableIndex table, ImmutableArray<int> columns, int total, ImmutableArray<int> rows) =>
        // Most lists have one way to nest; all ways are searched only when the first one of each heading leads nowhere.
        Parse(table, columns, total, new NestedSums(table, columns, rows, exhaustive: false))
        ?? Parse(table, columns, total, new NestedSums(table, columns, rows, exhaustive: true));

    private static List<(int Parent, ImmutableArray<int> Children)>? Parse(TableIndex table, ImmutableArray<int> columns, int total, NestedSums search)
    {
        if (search._rows.Length == 0) return null;
        var (rest, width) = (new decimal[columns.Length], new decimal[columns.Length]);
        Values(table, columns, total, rest, 0);
        Widths(table, columns, total, width, 0);
        var path = new List<(int, int)>();
        ImmutableArray<(int Node, int End)>? found = null;
        search.Explore(0, rest, width, path, search._rows.Length, p => { found ??= [.. p]; });
        if (found is not { } tops) return null;
        var headings = new List<(int, ImmutableArray<int>)> { (total, [.. tops.Select(t => search._rows[t.Node])]) };
        foreach (var (node, end) in tops) search.Collect(node, end, headings);
        return headings;
    }

    private void Collect(int node, int end, List<(int, ImmutableArray<int>)> headings)
    {
        if (end == node + 1) return;
        var children = Extents(node).First(e => e.End == end).Children;
        headings.Add((_rows[node], [.. children.Select(c => _rows[c])]));
        for (int k = 0; k < children.Length; k++) Collect(children[k], k + 1 < children.Length ? children[k + 1] : end, headings);
    }

    /// <summary>How far a node may reach: as a heading over the rows that follow, else as a single row.</summary>
    private List<(int End, ImmutableArray<int> Children)> Extents(int node)
    {
        if (_extents.TryGetValue(node, out var known)) return known;
        var extents = new List<(int, ImmutableArray<int>)>();
        var rest = _values.AsSpan(node * _columns, _columns).ToArray();
        var width = _widths.AsSpan(node * _columns, _columns).ToArray();
        Explore(node + 1, rest, width, [], null, p =>
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
        if (at >= _rows.Length) return false;
        var (less, wider) = (new decimal[_columns], new decimal[_columns]);
        for (int c = 0; c < _columns; c++) (less[c], wider[c]) = (rest[c] - _values[at * _columns + c], width[c] + _widths[at * _columns + c]);
        foreach (var (end, _) in Extents(at))
        {
            path.Add((at, end));
            bool success = Explore(end, less, wider, path, until, found);
            path.RemoveAt(path.Count - 1);
            if (success) return true;
        }
        return false;
    }

    private static void Values(TableIndex table, ImmutableArray<int> columns, int row, decimal[] into, int at)
    {
        for (int c = 0; c < columns.Length; c++) into[at * columns.Length + c] = table.At(row, columns[c])?.Value ?? 0;
    }

    private static void Widths(TableIndex table, ImmutableArray<int> columns, int row, decimal[] into, int at)
    {
        for (int c = 0; c < columns.Length; c++) into[at * columns.Length + c] = table.At(row, columns[c]) is { } a ? Interval.Half(a.Decimals) : 0;
    }
}
