using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace LuolongBudgetExtract.Codes;

/// <summary>One classification with the history of its names.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, ImmutableArray<CodeEntry>> byCode;
    private readonly FrozenDictionary<string, ImmutableArray<CodeEntry>> byName;

    internal CodeList(IEnumerable<CodeEntry> entries)
    {
        var all = entries.ToImmutableArray();
        Starts = all.All(e => e.ValidFrom is not null) ? all.Min(e => e.ValidFrom) : null;
        byCode = all.GroupBy(e => e.Code).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(e => e.ValidTo ?? int.MaxValue).ToImmutableArray());
        byName = all.GroupBy(e => CodeNames.Key(e.Name)).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
    }

    public int Count => byCode.Count;

    /// <summary>First year that the list covers; null when it has entries without a beginning.</summary>
    public int? Starts { get; }

    /// <summary>The entry of <paramref name="code"/> in force in <paramref name="year"/>; without a year the newest. Null when the list lacks it.</summary>
    public CodeEntry? Find(string code, int? year = null)
    {
        if (!byCode.TryGetValue(code, out var entries))
        {
            return null;
        }

        foreach (var entry in entries)
        {
            if (entry.InForce(year))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>All entries of <paramref name="code"/>, the newest first; empty when the list lacks it.</summary>
    public ImmutableArray<CodeEntry> History(string code) => byCode.TryGetValue(code, out var entries) ? entries : [];

    /// <summary>Is the code known in any year?</summary>
    public bool Contains(string code) => byCode.ContainsKey(code);

    /// <summary>All entries whose name compares equal to <paramref name="name"/> (see <see cref="CodeNames"/>); 行政运行 has dozens.</summary>
    public ImmutableArray<CodeEntry> Named(string name) =>
        byName.TryGetValue(CodeNames.Key(name), out var entries) ? entries : [];

    internal static CodeList Read(string file, bool withBudget) => new(ModelFile.Rows(file).Select(r =>
    {
        var years = withBudget ? 5 : 4;
        return new CodeEntry(r[0], r[2], int.Parse(r[1], CultureInfo.InvariantCulture), Text(r[3]),
            withBudget ? Text(r[4]) : null, Year(r[years]), Year(r[years + 1]));
    }));

    private static string? Text(string field) => field.Length == 0 ? null : field;

    private static int? Year(string field) => field.Length == 0 ? null : int.Parse(field, CultureInfo.InvariantCulture);
}
