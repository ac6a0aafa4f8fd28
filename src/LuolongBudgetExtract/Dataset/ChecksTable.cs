using LuolongBudgetExtract.Reconciliation;
using F = LuolongBudgetExtract.Dataset.Fields<LuolongBudgetExtract.Dataset.CheckRow>;
using O = LuolongBudgetExtract.Dataset.Fields<LuolongBudgetExtract.Dataset.OperandRow>;

namespace LuolongBudgetExtract.Dataset;

/// <summary>One evaluated check with its place in the dataset.</summary>
internal sealed record CheckRow(
    string DocumentId, string CheckId, Check Check, IReadOnlyList<string> Forms, IReadOnlyList<string> TableIds, IReadOnlyList<OperandRow> Operands);

/// <summary>One figure that takes part in a check.</summary>
internal sealed record OperandRow(string? AmountId, string? StatementId, Operand Operand);

/// <summary>The table <c>checks</c>, which is also the reconciliation log.</summary>
internal static class ChecksTable
{
    public static TableSchema<CheckRow> Schema { get; } = new(
        "checks", "One evaluated check a row: the reconciliation log.", ["check_id"],
        [
            F.Text("check_id", "<document_id>/c<n>.", r => r.CheckId),
            F.Text("document_id", "The document.", r => r.DocumentId),
            F.Text("rule_id", "The rule.", r => r.Check.RuleId),
            F.Text("kind", "Kind of the check.", r => r.Check.Kind,
            [
                "row_sum", "column_sum", "hierarchy", "balance", "cross_table", "narrative_amount", "narrative_percent", "narrative_change",
                "narrative_text", "empty_note", "code_name", "code_list", "crosswalk", "project_match", "unit", "label",
            ]),
            F.TextList("forms", "Canonical ids of the forms that take part.", r => r.Forms),
            F.TextList("table_ids", "The tables that take part.", r => r.TableIds),
            F.Integer("page", "Page where a reader looks first, from 1.", r => r.Check.Page),
            F.Text("where", "Readable place.", r => r.Check.Where),
            F.OptionalDecimal("expected", "The figure as computed from its parts.", r => r.Check.Expected, "that of the tables"),
            F.OptionalDecimal("actual", "The figure as printed.", r => r.Check.Actual, "that of the tables"),
            F.OptionalDecimal("difference", "Difference of the two.", r => r.Check.Difference, "that of the tables"),
            F.OptionalDecimal("tolerance", "Half the width of the interval that rounding allows.", r => r.Check.Tolerance, "that of the tables"),
            F.Text("outcome", "What came out.", r => Names.Of(r.Check.Outcome), Names.All<CheckOutcome>()),
            F.Text("severity", "How grave an inconsistency is.", r => Names.Of(r.Check.Severity), Names.All<Severity>()),
            F.OptionalText("cause_id", "<document_id>/k<n>: shared by the checks that one cause explains; k1 explains most.", r => r.Check.CauseId is { } cause ? Identifiers.Cause(r.DocumentId, cause) : null),
            F.Text("message_zh", "The finding in Chinese.", r => r.Check.MessageZh),
            F.Text("message_en", "The finding in English.", r => r.Check.MessageEn),
            F.StructList("operands", "The figures that take part, with their places.", r => r.Operands,
            [
                O.OptionalText("amount_id", "The amount; null for a blank cell.", o => o.AmountId),
                O.OptionalText("statement_id", "The statement.", o => o.StatementId),
                O.Text("label", "Name of the figure.", o => o.Operand.Label),
                O.Decimal("value", "Its value.", o => o.Operand.Value, "that of the tables"),
                O.Integer("page", "Page, from 1.", o => o.Operand.Page),
                .. O.Box("the figure", o => o.Operand.Box),
            ]),
        ]);
}
