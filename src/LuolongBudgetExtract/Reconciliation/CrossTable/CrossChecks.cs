using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace LuolongBudgetExtract.Reconciliation.CrossTable;

/// <summary>Identities between the tables of one document.</summary>
internal static class CrossChecks
{
    // The selections of a rule set are read once, not once a document.
    private static readonly ConditionalWeakTable<RuleSet, List<CrossRule>> Declared = [];

    /// <param name="units">Units that the magnitudes show, by table number, where they contradict the label.</param>
    public static ImmutableArray<Check> Of(ImmutableArray<TableIndex> tables, RuleSet rules, IReadOnlyDictionary<int, string> units)
    {
        var log = new CrossLog(rules);
        var declared = Declared.GetValue(rules, static set => [.. set.Rules.Where(r => r.Compute is CrossRule.Agree or CrossRule.AtMost).SelectMany(CrossRule.Of)]);
        foreach (var scope in Scopes.Of(tables))
        {
            ImmutableArray<TableFigures> figures = [.. scope.Where(t => t.Table.Form != "other").Select(t => new TableFigures(t, units.GetValueOrDefault(t.Table.Number)))];
            foreach (var rule in declared) new CrossSums(rule, figures, log).Evaluate();
        }
        return log.Checks;
    }
}
