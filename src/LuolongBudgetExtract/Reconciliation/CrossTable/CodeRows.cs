using System.Collections.Immutable;

namespace LuolongBudgetExtract.Reconciliation.CrossTable;

/// <summary>The rows of one table by their code, with the hierarchy that the codes themselves tell (201 over 20103 over 2010301).</summary>
internal sealed class CodeRows
{
    private readonly SortedDictionary<string, List<int>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<int>?> _found = [];

    /// <summary>Codes as printed, in order.</summary>
    public IEnumerable<string> Codes => _rows.Keys;

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>True when the code stands on one row, so that nothing has to be added up.</summary>
    public bool IsOneRow(string code) => _rows.TryGetValue(code, out var rows) && rows.Count == 1;

    public void Add(string code, int row)
    {
        if (!_rows.TryGetValue(code, out var rows)) _rows[code] = rows = [];
        rows.Add(row);
    }

    /// <summary>True when printed rows bear no code that we know: a code that is missing here may be one of theirs.</summary>
    public bool HasUnknown { get; set; }

    /// <summary>
    /// The rows that make up a code: its own, else those of the codes below it. Empty when the table has none; null when nothing can be
    /// said, because the table ends at a code above or has rows whose code is unknown.
    /// </summary>
    public ImmutableArray<int>? Of(string code)
    {
        if (_found.TryGetValue(code, out var known)) return known;
        return _found[code] = Find(code);
    }

    private ImmutableArray<int>? Find(string code)
    {
        if (HasUnknown && !IsOneRow(code)) return null;
        if (_rows.TryGetValue(code, out var own)) return [.. own];
        var below = _rows.Keys.Where(k => k.Length > code.Length && k.StartsWith(code, StringComparison.Ordinal)).ToList();
        if (below.Count > 0) return [.. below.Where(k => !below.Any(o => o.Length < k.Length && k.StartsWith(o, StringComparison.Ordinal))).SelectMany(k => _rows[k])];
        for (int length = code.Length - 1; length >= 3; length--)
        {
            var above = code[..length];
            if (_rows.ContainsKey(above)) return _rows.Keys.Any(k => k.Length > length && k.StartsWith(above, StringComparison.Ordinal)) ? [] : null;
        }
        return [];
    }

    /// <summary>The rows of the codes that stand under no other.</summary>
    public ImmutableArray<int> Roots() =>
        [.. _rows.Keys.Where(k => !Enumerable.Range(3, Math.Max(0, k.Length - 3)).Any(n => _rows.ContainsKey(k[..n]))).SelectMany(k => _rows[k])];
}
