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

    /// <summary>All checks: inside the tables, table by table in the order of the rules, then of the running text.</summary>
    public static ImmutableArray<Check> Check(ImmutableArray<TypedTable> tables, ImmutableArray<Statement> statements) => Check(tables, statements, RuleFile.Embedded);

    /// <summary>As <see cref="Check(ImmutableArray{TypedTable}, ImmutableArray{Statement})"/>, with other rules.</summary>
    /// <exception cref="InvalidDataException">A rule names an evaluator or a reading that does not exist.</exception>
    public static ImmutableArray<Check> Check(ImmutableArray<TypedTable> tables, ImmutableArray<Statement> statements, RuleSet rules)
    {
        var log = new CheckLog(rules);
        var totals = Of(rules, TotalColumns);
        foreach (var table in tables)
        {
            if (!table.Rows.Any(r => r.Amounts.Length > 0)) continue;
            var index = new TableIndex(table);
            foreach (var rule in rules.Rules)
                if (rule.AppliesTo(table.Form) && !NarrativeChecks.Knows(rule.Compute)) Evaluate(rule, rules, totals, index, log);
        }
        NarrativeChecks.Evaluate(rules, tables, statements, log);
        return log.Checks;
    }

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
