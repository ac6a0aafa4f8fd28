using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace LuolongBudgetExtract.Reconciliation.CrossTable;

/// <summary>Identities between the tables of one department.</summary>
internal static class CrossChecks
{
    // The selections of a rule set are read once, not once a document.
    private static readonly ConditionalWeakTable<RuleSet, List<CrossRule>> Declared = [];

    public static ImmutableArray<Check> Of(ImmutableArray<TableFigures> scope, RuleSet rules)
    {
        var log = new CrossLog(rules);
        foreach (var rule in Declared.GetValue(rules, static set => [.. set.Rules.Where(r => r.Compute is CrossRule.Agree or CrossRule.AtMost).SelectMany(CrossRule.Of)]))
            new CrossSums(rule, scope, log).Evaluate();
        return [.. log.Checks, .. rules.Rules.Where(r => r.Compute == SameFigures.Evaluator).SelectMany(r => SameFigures.Of(r, log.Held))];
    }
}
