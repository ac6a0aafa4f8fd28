using System.Collections.Immutable;
using LuolongBudgetExtract.Narrative;
using LuolongBudgetExtract.Reconciliation.Narrative;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Evaluates the rules of models/rules.json over the tables of one document.</summary>
public static class Reconciler
{
    // The rule whose words say which column is a total; others borrow them.
    private const string TotalColumns = "columns_under_header";

    // Its checks come from the evaluation of the totals above them.
    private const string Headings = "headings_by_sums";

    /// <summary>All checks: inside the tables, table by table in the order of the rules, then of the running text, then between the tables.</summary>
    /// <param name="year">Fiscal year of the document, for the codes in force.</param>
    public static ImmutableArray<Check> Check(ImmutableArray<TypedTable> tables, ImmutableArray<Statement> statements, int? year = null) =>
        Check(tables, statements, RuleFile.Embedded, year);

    /// <summary>As <see cref="Check(ImmutableArray{TypedTable}, ImmutableArray{Statement}, int?)"/>, with other rules.</summary>
    /// <exception cref="InvalidDataException">A rule names an evaluator or a reading that does not exist.</exception>
    public static ImmutableArray<Check> Check(ImmutableArray<TypedTable> tables, ImmutableArray<Statement> statements, RuleSet rules, int? year = null)
    {
        var log = new CheckLog(rules);
        var totals = Of(rules, TotalColumns);
        var indices = tables.Select(t => new TableIndex(t)).ToImmutableArray();
        var inside = rules.Rules.Where(r => !DocumentRules.Evaluators.Contains(r.Compute) && !NarrativeChecks.Knows(r.Compute)).ToList();
        foreach (var table in indices)
        {
            if (!table.Table.Rows.Any(r => r.Amounts.Length > 0)) continue;
            foreach (var rule in inside)
                if (rule.AppliesTo(table.Table.Form)) Evaluate(rule, rules, totals, table, log);
        }
        NarrativeChecks.Evaluate(rules, tables, statements, log);
        return Numbered([.. log.Checks, .. DocumentRules.Of(indices, rules, year)]);
    }

    private static ImmutableArray<Check> Numbered(ImmutableArray<Check> checks) => [.. checks.Select((c, i) => c with { Number = i + 1 })];

    private static Rule Of(RuleSet rules, string compute) =>
        rules.Rules.FirstOrDefault(r => r.Compute == compute) ?? throw new InvalidDataException($"rules.json: no rule for the evaluator \"{compute}\".");

    private static void Evaluate(Rule rule, RuleSet rules, Rule totals, TableIndex table, CheckLog log)
    {
        switch (rule.Compute)
        {
            case TotalColumns: RowSums.UnderHeader(rule, table, log); break;
            case "column_equation": RowSums.Equation(rule, table, log); break;
            case "column_at_most": RowSums.OfWhich(rule, totals, table, log); break;
            case "statement_sum": StatementSums.Side(rule, Of(rules, Headings), table, log); break;
            case "sides_equal": StatementSums.Sides(rule, totals, table, log); break;
            case "rows_by_code": FoldedPanels.ByCode(rule, table, log); break;
            case "rows_under_total": ColumnSums.UnderTotal(rule, Of(rules, Headings), table, log); break;
            case "rows_under_parent": ColumnSums.UnderParent(rule, table, log); break;
            case Headings: break;
            default: throw new InvalidDataException($"rules.json: the rule \"{rule.Id}\" names an unknown evaluator \"{rule.Compute}\".");
        }
    }
}
