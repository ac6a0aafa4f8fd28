using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.Causes;

/// <summary>What would make a group of failing checks hold.</summary>
internal enum CauseKind
{
    /// <summary>One printed figure has another value.</summary>
    Value,

    /// <summary>One amount stands in one place here and in another there.</summary>
    Misplaced,

    /// <summary>One amount is missing or printed too often.</summary>
    Amount,

    /// <summary>A row is missing under a total.</summary>
    Row,

    /// <summary>One figure of the running text is wrong.</summary>
    Text,

    /// <summary>Nothing but the check itself explains it.</summary>
    Single,
}

/// <summary>One cause with the positions of the checks that it explains.</summary>
/// <param name="Cell">The figure that would have another value.</param>
/// <param name="Change">By how much, or the amount that is misplaced or missing; in 元.</param>
internal sealed record Cause(CauseKind Kind, ImmutableArray<int> Checks, Cell? Cell, decimal Change);

/// <summary>Finds a small set of causes for the failing checks of a document, those that explain most first.</summary>
internal static class CauseFinder
{
    // A value that mends a single check is no better explained than the check.
    private const int EnoughToRepair = 2;

    public static List<Cause> Find(ImmutableArray<Check> checks, ImmutableArray<TypedTable> tables)
    {
        var equations = Equation.Of(checks, tables);
        var open = equations.Where(e => e.Fails).ToList();
        var causes = new List<Cause>();
        if (open.Count > 0)
        {
            var byCell = equations.SelectMany(e => e.Terms.Select(t => (t.Cell, Equation: e))).ToLookup(x => x.Cell, x => x.Equation);
            while (Best(open, byCell) is { } value)
            {
                causes.Add(value);
                open.RemoveAll(e => value.Checks.Contains(e.Index));
            }
            foreach (var group in Groups.Of(open)) Add(causes, group, equations);
        }
        OtherChecks.Attach(causes, checks);
        return [.. causes.OrderByDescending(c => c.Checks.Length).ThenByDescending(c => Math.Abs(c.Change))];
    }

    /// <summary>The one change of one figure that mends most checks and breaks none that holds, or few against many.</summary>
    private static Cause? Best(List<Equation> open, ILookup<Cell, Equation> byCell)
    {
        Cause? best = null;
        int most = EnoughToRepair - 1;
        var left = open.Select(e => e.Index).ToHashSet();
        foreach (var equation in open)
            foreach (var (cell, coefficient) in equation.Terms)
            {
                var change = -equation.Difference / coefficient;
                var mended = byCell[cell].Where(e => left.Contains(e.Index) && e.HoldsWith(cell, change)).Select(e => e.Index).Distinct().ToImmutableArray();
                if (mended.Length <= most) continue;
                int broken = byCell[cell].Count(e => !e.Fails && !e.HoldsWith(cell, change));
                if (mended.Length - broken <= most) continue;
                (best, most) = (new Cause(CauseKind.Value, mended, cell, change), mended.Length - broken);
            }
        return best;
    }

    /// <summary>A group, with the value that lacks the same money: then not the value but the amount is the cause.</summary>
    private static void Add(List<Cause> causes, List<Equation> group, List<Equation> equations)
    {
        var same = causes.Where(c => c.Kind == CauseKind.Value && equations.First(e => e.Index == c.Checks[0]) is var of
            && group.Exists(e => Groups.SameMoney(e, of) && Groups.ShareTable(e, of))).ToList();
        causes.RemoveAll(same.Contains);
        causes.Add(Shared([.. same.SelectMany(c => equations.Where(e => c.Checks.Contains(e.Index))), .. group]));
    }

    private static Cause Shared(List<Equation> group)
    {
        var indices = group.Select(e => e.Index).ToImmutableArray();
        var amount = Math.Abs(group[0].Difference);
        if (group.Count == 1) return new Cause(CauseKind.Single, indices, null, amount);
        bool same = group.All(e => Groups.SameMoney(e, group[0]));
        return new Cause(!same ? CauseKind.Row : group.Select(e => Math.Sign(e.Difference)).Distinct().Count() > 1 ? CauseKind.Misplaced : CauseKind.Amount,
            indices, null, same ? amount : group.Max(e => Math.Abs(e.Difference)));
    }
}
