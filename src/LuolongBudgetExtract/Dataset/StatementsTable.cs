using LuolongBudgetExtract.Narrative;
using F = LuolongBudgetExtract.Dataset.Fields<LuolongBudgetExtract.Dataset.StatementRow>;

namespace LuolongBudgetExtract.Dataset;

/// <summary>One figure that the narrative states, with its identity.</summary>
internal sealed record StatementRow(string DocumentId, string StatementId, Statement Statement);

/// <summary>The table <c>statements</c>.</summary>
internal static class StatementsTable
{
    public static TableSchema<StatementRow> Schema { get; } = new(
        "statements", "One figure that the narrative states a row.", ["statement_id"],
        [
            F.Text("statement_id", "Identity of the statement.", r => r.StatementId),
            F.Text("document_id", "The document.", r => r.DocumentId),
            F.Integer("page", "Page of the figure, from 1.", r => r.Statement.Page),
            F.Text("section", "Headings above the sentence, the outermost first, joined with |.", r => r.Statement.Section),
            F.Text("text", "The sentence as printed, up to a full stop or semicolon.", r => r.Statement.Text),
            F.Text("subject", "What the figure is of, as printed.", r => r.Statement.Subject),
            F.OptionalText("measure", "Canonical id of what the figure means.", r => r.Statement.Measure),
            F.OptionalText("fund", "Source of the money.", r => r.Statement.Fund),
            F.OptionalDecimal("amount", "The amount, the difference of a change, or the number of a count, in its unit; null for a percentage alone, 持平 and 无.", r => r.Statement.Amount, "as in the field unit"),
            F.OptionalText("unit", "Unit of the amount; the measure word of a count.", r => r.Statement.Unit),
            F.OptionalDecimal("amount_yuan", "The amount in yuan.", r => r.Statement.Amount is { } a ? Yuan.Of(a, r.Statement.Unit) : null, "元", 24, 4),
            F.OptionalInteger("decimals", "Digits printed after the decimal point.", r => r.Statement.Decimals),
            F.OptionalDecimal("percent", "The percentage that goes with it: share of a whole, completion of a budget, rate of a change.", r => r.Statement.Percent, "%"),
            F.OptionalText("change", "Direction of the change.", r => r.Statement.Change is { } c ? Names.Of(c) : null, Names.All<Change>()),
            F.OptionalInteger("base_year", "Year that the change is measured against.", r => r.Statement.BaseYear),
            .. F.Box("the sentence", r => r.Statement.Box),
        ]);
}
