using System.Collections.Immutable;
using LuolongBudgetExtract.Narrative;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.Narrative;

/// <summary>Evaluates the rules that hold the running text against the tables and against itself (FORMS.md, Narrative rules).</summary>
internal static class NarrativeChecks
{
    private const string OtherUnit = "statement_unit";
    private const string UnitInside = "statement_unit_inside";
    private const string EmptyInTables = "empty_in_tables_alone";

    private static readonly string[] Known =
    [
        "statement_cell", OtherUnit, UnitInside, "statement_share", "statement_rate", "statement_zero_base", "statement_change", "statement_reason", "statement_fund_changes", "statement_parts", "statement_counts",
        "statement_none", "project_count", "note_with_data", "empty_without_note", EmptyInTables, "note_of_other_table",
    ];

    /// <summary>True for an evaluator of this folder; the others belong to single tables.</summary>
    public static bool Knows(string compute) => Known.Contains(compute);

    public static void Evaluate(RuleSet rules, ImmutableArray<TypedTable> tables, ImmutableArray<Statement> statements, CheckLog log)
    {
        var cells = new Cells(tables);
        Rule Of(string compute) => rules.Rules.FirstOrDefault(r => r.Compute == compute) ?? throw new InvalidDataException($"rules.json: no rule for the evaluator \"{compute}\".");
        foreach (var rule in rules.Rules)
        {
            switch (rule.Compute)
            {
                case "statement_cell": StatementCells.Check(rule, Of(OtherUnit), statements, tables, cells, log); break;
                case "statement_share": Percentages.Shares(rule, Of(UnitInside), statements, cells, log); break;
                case "statement_rate": Percentages.Rates(rule, Of("statement_zero_base"), Of(UnitInside), statements, log); break;
                case "statement_change": Changes.Check(rule, statements, cells, log); break;
                case "statement_reason": Changes.Reasons(rule, statements, log); break;
                case "statement_fund_changes": FundChanges.Check(rule, statements, log); break;
                case "statement_parts": TextSums.Amounts(rule, Of(UnitInside), statements, log); break;
                case "statement_counts": TextSums.Counts(rule, statements, log); break;
                case "statement_none": Notes.Said(rule, statements, cells, tables, log); break;
                case "project_count": Projects.Count(rule, statements, cells, tables, log); break;
                case "note_with_data": Notes.WithData(rule, tables, statements, log); break;
                case "empty_without_note": Notes.Missing(rule, Of(EmptyInTables), tables, statements, log); break;
                case "note_of_other_table": Notes.OfOtherTable(rule, tables, log); break;
            }
        }
    }
}
