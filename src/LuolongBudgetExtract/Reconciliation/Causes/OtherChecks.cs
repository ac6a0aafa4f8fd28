using System.Collections.Immutable;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Reconciliation.Causes;

/// <summary>Causes of failing checks that compare no two sums of cells: the figures of the running text, unit labels, codes, names.</summary>
internal static class OtherChecks
{
    // A sentence is in 万元 where its table is in 元.
    private static readonly ImmutableArray<decimal> Factors = [1m, 10_000m];

    /// <summary>Gives the checks that are still open to the causes found, and groups the others.</summary>
    public static List<Cause> Attach(List<Cause> causes, ImmutableArray<Check> checks)
    {
        var explained = causes.SelectMany(c => c.Checks).ToHashSet();
        var open = Enumerable.Range(0, checks.Length).Where(i => checks[i].Outcome == CheckOutcome.Inconsistent && !explained.Contains(i)).ToList();
        // The text has the right figure where one value of a table is wrong.
        for (int k = 0; k < causes.Count; k++)
        {
            var repeated = open.Where(i => Repeats(checks[i], causes[k])).ToList();
            if (repeated.Count == 0) continue;
            causes[k] = causes[k] with { Checks = [.. causes[k].Checks, .. repeated] };
            open.RemoveAll(repeated.Contains);
        }
        // A wrong amount of the text makes its share and its change wrong too.
        var wrong = open.Where(i => checks[i].Kind == "narrative_amount").SelectMany(i => Said(checks[i]).Take(1).Select(p => (p, i))).GroupBy(x => x.p).ToDictionary(g => g.Key, g => g.First().i);
        causes.AddRange(open.GroupBy(Key).Select(g => new Cause(g.Count() > 1 && g.Key is int ? CauseKind.Text : CauseKind.Single, [.. g], null, 0)));
        return causes;

        object Key(int i) =>
            checks[i].Kind == "unit" && checks[i].Tables is [var table, ..] ? ("unit", table)
            : checks[i].Kind.StartsWith("narrative", StringComparison.Ordinal) && Said(checks[i]).FirstOrDefault(wrong.ContainsKey) is { Page: > 0 } place ? wrong[place]
            : (checks[i].RuleId, checks[i].MessageZh);
    }

    private static bool Repeats(Check check, Cause cause) =>
        cause is { Kind: CauseKind.Value, Cell: { } cell } && check is { Kind: "narrative_amount", Difference: { } difference, Tolerance: { } tolerance }
        && check.Operands.Any(o => o.Table == cell.Table && o.Row == cell.Row && o.Column == cell.Column)
        && Factors.Any(f => Math.Abs(Math.Abs(difference) * f - Math.Abs(cause.Change)) <= Math.Max(tolerance, 0.005m) * f);

    /// <summary>Where the figures of the text stand that take part.</summary>
    private static IEnumerable<(int Page, Box Box)> Said(Check check) => check.Operands.Where(o => o.Table is null).Select(o => (o.Page, o.Box));
}
