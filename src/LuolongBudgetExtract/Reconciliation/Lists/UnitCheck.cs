using System.Collections.Immutable;
using LuolongBudgetExtract.Dataset;

namespace LuolongBudgetExtract.Reconciliation.Lists;

/// <summary>A unit label that the magnitudes contradict (compute: unit_of_magnitudes).</summary>
internal static class UnitCheck
{
    // Fewer equal figures may be chance, as may short ones (45.00).
    private const int EnoughFigures = 3;
    private const decimal Telling = 1000;

    /// <summary>
    /// The unit in which a table's figures are printed elsewhere in the document, where they are not printed in its own: the same digits stand
    /// under 元 here and under 万元 in every other form.
    /// </summary>
    /// <returns>Unit by number of table, for the tables whose label is wrong.</returns>
    public static Dictionary<int, string> Contradicted(ImmutableArray<TableIndex> tables)
    {
        var wrong = new Dictionary<int, string>();
        var figures = tables.Where(t => t.Table.Form != "other" && t.Table.Unit is not null).Select(t => (Table: t, Values: Values(t))).Where(t => t.Values.Count >= EnoughFigures).ToList();
        if (figures.Select(f => f.Table.Table.Unit).Distinct().Count() < 2) return wrong;
        foreach (var (table, values) in figures)
        {
            var unit = table.Table.Unit!;
            var others = figures.Where(f => f.Table != table).ToList();
            // The label is wrong when the table agrees with others digit by digit, and with none in money.
            var asPrinted = others.Where(f => f.Table.Table.Unit != unit).Select(f => (Unit: f.Table.Table.Unit!, Same: f.Values.Count(values.Contains))).Where(f => f.Same >= EnoughFigures).ToList();
            var asLabelled = others.Count(f => Agree(table, values, f.Table, f.Values));
            if (asPrinted.Count > asLabelled) wrong[table.Table.Number] = asPrinted.GroupBy(f => f.Unit).OrderByDescending(g => g.Count()).First().Key;
        }
        return wrong;
    }

    public static IEnumerable<Check> Of(Rule rule, ImmutableArray<TableIndex> tables, IReadOnlyDictionary<int, string> wrong)
    {
        foreach (var table in tables.Where(t => wrong.ContainsKey(t.Table.Number)))
        {
            int row = Enumerable.Range(0, table.Table.Rows.Length).First(r => table.Row(r).Amounts.Length > 0);
            yield return Finding.Of(rule, table, row, CheckOutcome.Inconsistent, rule.Severity, Finding.First(table, row), ("printed", table.Table.Unit!), ("unit", wrong[table.Table.Number]));
        }
    }

    private static bool Agree(TableIndex table, HashSet<decimal> values, TableIndex other, HashSet<decimal> others)
    {
        if (Yuan.Of(1, table.Table.Unit) is not { } factor || Yuan.Of(1, other.Table.Unit) is not { } factorOfOther) return false;
        int same = 0;
        foreach (var value in values)
        {
            // To two decimals when the other table is in the larger unit.
            var converted = value * factor / factorOfOther;
            if (others.Contains(converted) || others.Contains(Math.Round(converted, 2))) same++;
        }
        return same >= EnoughFigures;
    }

    private static HashSet<decimal> Values(TableIndex table) =>
        [.. table.Table.Amounts.Where(a => Math.Abs(a.Value) * (a.Decimals > 0 ? 100 : 1) >= Telling).Select(a => a.Value)];
}
