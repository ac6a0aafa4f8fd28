using System.Collections.Immutable;

namespace LuolongBudgetExtract.Reconciliation.CrossTable;

/// <summary>An identity between tables as rules.json declares it (compute: figures_agree, figures_at_most): Σ left = (≤) Σ right.</summary>
/// <param name="Left">The figures that are checked.</param>
/// <param name="Right">Those that they must equal.</param>
/// <param name="Joins">By which the rows are matched, besides the totals.</param>
/// <param name="Measures">Measures that are compared one by one, where both sides print them.</param>
/// <param name="Zero">
/// Figures that must be nothing, each with its alternatives (" or "). Otherwise the left side may be larger, unless the totals agree: it
/// then also holds other money.
/// </param>
/// <param name="IsOpenBothWays">Where <paramref name="Zero"/> does not hold, either side may hold other money.</param>
internal sealed record CrossRule(
    Rule Rule, ImmutableArray<Selector> Left, ImmutableArray<Selector> Right, ImmutableArray<Dimension> Joins, ImmutableArray<string> Measures, ImmutableArray<ImmutableArray<Selector>> Zero, bool IsOpenBothWays)
{
    public const string Agree = "figures_agree";
    public const string AtMost = "figures_at_most";

    public bool IsAtMost => Rule.Compute == AtMost;

    /// <summary>The identities of one declaration: one for each line of the term "each", whose words stand for {0}, {1} in the selections.</summary>
    public static IEnumerable<CrossRule> Of(Rule rule) =>
        rule["each"].Words is { IsEmpty: false } lines ? lines.Select(line => Of(rule, line.Split(';'))) : [Of(rule, [])];

    private static CrossRule Of(Rule rule, string[] words)
    {
        return new CrossRule(rule, Selectors("left"), Selectors("right"), [.. rule["join"].Words.Select(w => Enum.Parse<Dimension>(w, ignoreCase: true))],
            rule["measures"].Words is { IsEmpty: false } measures ? measures : ["total"], [.. rule["zero"].Words.Select(w => w.Split(" or ").Select(Selector.Parse).ToImmutableArray())], rule["open"].Words.Contains("both"));

        ImmutableArray<Selector> Selectors(string term) => [.. rule[term].Words.Select(w => Selector.Parse(
            words.Select((word, i) => (word, i)).Aggregate(w, (text, x) => text.Replace($"{{{x.i}}}", x.word, StringComparison.Ordinal))))];
    }
}
