namespace LuolongBudgetExtract.Documents;

/// <summary>Counts what texts say, and keeps for each value the text that says it with most weight.</summary>
internal sealed class Votes<T>
    where T : struct, IComparable<T>
{
    private readonly Dictionary<T, (int Weight, int Best, Evidence Evidence)> _votes = [];

    public void Add(T value, Evidence evidence, int weight)
    {
        var before = _votes.GetValueOrDefault(value);
        _votes[value] = (before.Weight + weight, Math.Max(before.Best, weight), before.Best >= weight ? before.Evidence : evidence);
    }

    /// <summary>The value with most votes, the larger one of two equals; null without votes.</summary>
    public (T Value, Evidence Evidence)? Most =>
        _votes.Count == 0 ? null : _votes.OrderByDescending(v => v.Value.Weight).ThenByDescending(v => v.Key).Select(v => (v.Key, v.Value.Evidence)).First();
}
