using System.Collections.Immutable;
using LuolongBudgetExtract.Reconciliation.CrossTable;
using LuolongBudgetExtract.Reconciliation.Lists;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Evaluates the rules that look at a whole document: between tables, codes, units, projects.</summary>
internal static class DocumentRules
{
    /// <summary>Evaluators that do not stay inside one table.</summary>
    public static readonly ImmutableHashSet<string> Evaluators =
        [CrossRule.Agree, CrossRule.AtMost, SameFigures.Evaluator, Projects, Units, "code_names", "name_variants", "codes_known", "codes_of_fund", "code_pairs", PrintedYears.Evaluator];

    private const string Projects = "projects_match";
    private const string Units = "unit_of_magnitudes";

    /// <param name="year">Fiscal year of the document, for the codes in force.</param>
    public static IEnumerable<Check> Of(ImmutableArray<TableIndex> tables, RuleSet rules, int? year)
    {
        var wrong = UnitCheck.Contradicted(tables);
        ImmutableArray<PrintedCode> codes = [.. tables.Where(t => t.Table.Form != "other").SelectMany(PrintedCodes.Of)];
        foreach (var scope in Scopes.Of(tables))
        {
            ImmutableArray<TableFigures> figures = [.. scope.Where(t => t.Table.Form != "other").Select(t => new TableFigures(t, wrong.GetValueOrDefault(t.Table.Number)))];
            foreach (var check in CrossChecks.Of(figures, rules)) yield return check;
            foreach (var rule in rules.Rules.Where(r => r.Compute == Projects))
                foreach (var check in ProjectMatch.Of(rule, figures)) yield return check;
        }
        foreach (var rule in rules.Rules.Where(r => Evaluators.Contains(r.Compute) && r.Compute is not (CrossRule.Agree or CrossRule.AtMost or SameFigures.Evaluator or Projects)))
        {
            var found = rule.Compute switch
            {
                Units => UnitCheck.Of(rule, tables, wrong),
                PrintedYears.Evaluator => PrintedYears.Of(rule, tables, year),
                _ => CodeChecks.Of(rule, codes, year),
            };
            foreach (var check in found) yield return check;
        }
    }
}
