using LuolongBudgetExtract.Pages;
using F = LuolongBudgetExtract.Dataset.Fields<LuolongBudgetExtract.Dataset.StatementRow>;

namespace LuolongBudgetExtract.Dataset;

/// <summary>One figure that the narrative states.</summary>
/// <param name="Change">increase, decrease or unchanged.</param>
internal sealed record StatementRow(
    string StatementId, string DocumentId, int Page, string Section, string Text, string Subject, string? Measure, string? Fund,
    decimal? Amount, string? Unit, int? Decimals, decimal? Percent, string? Change, int? BaseYear, Box Box);

/// <summary>The table <c>statements</c>.</summary>
internal static class StatementsTable
{
    public static TableSchema<StatementRow> Schema { get; } = new(
        "statements", "One figure that the narrative states a row.", ["statement_id"],
        [
            F.Text("statement_id", "Identity of the statement.", r => r.StatementId),
            F.Text("document_id", "The document.", r => r.DocumentId),
            F.Integer("page", "Page, from 1.", r => r.Page),
            F.Text("section", "Heading above the sentence.", r => r.Section),
            F.Text("text", "The sentence.", r => r.Text),
            F.Text("subject", "What the sentence is about, as printed.", r => r.Subject),
            F.OptionalText("measure", "Canonical id of what the figure means.", r => r.Measure),
            F.OptionalText("fund", "Source of the money.", r => r.Fund),
            F.OptionalDecimal("amount", "The amount in its unit.", r => r.Amount, "as in the field unit"),
            F.OptionalText("unit", "Unit of the amount.", r => r.Unit),
            F.OptionalDecimal("amount_yuan", "The amount in yuan.", r => r.Amount is { } a ? Yuan.Of(a, r.Unit) : null, "元", 24, 4),
            F.OptionalInteger("decimals", "Digits printed after the decimal point.", r => r.Decimals),
            F.OptionalDecimal("percent", "The percentage that the sentence states.", r => r.Percent, "%"),
            F.OptionalText("change", "Direction of the change.", r => r.Change, ["increase", "decrease", "unchanged"]),
            F.OptionalInteger("base_year", "Year that the change is measured against.", r => r.BaseYear),
            .. F.Box("the sentence", r => r.Box),
        ]);
}
