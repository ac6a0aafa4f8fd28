using System.Collections.Immutable;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Makes a check that compares no sum: a code, a name, a unit.</summary>
internal static class Finding
{
    public static Check Of(
        Rule rule, TableIndex table, int row, CheckOutcome outcome, Severity severity, ImmutableArray<Operand> operands, params (string Name, string Value)[] values) =>
        new(0, rule.Id, rule.Kind, [table.Table.Number], table.Row(row).Page, $"{table.TableName} p.{table.Row(row).Page} {table.Name(row)}", null, null, null, null,
            outcome, severity, null, Template.Fill(rule.Zh, values), Template.Fill(rule.En, values), operands);

    /// <summary>The amounts of a row, so that a reader sees how much money stands under it.</summary>
    public static ImmutableArray<Operand> First(TableIndex table, int row) =>
        table.Row(row).Amounts.Select(a => new Operand(table.Table.Number, table.Row(row).Number, a.Column, table.Name(row), a.Value, a.Decimals, a.Page, a.Box)).Take(1).ToImmutableArray();
}
