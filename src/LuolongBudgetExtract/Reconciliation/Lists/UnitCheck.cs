using System.Collections.Immutable;
using LuolongBudgetExtract.Dataset;

namespace LuolongBudgetExtract.Reconciliation.Lists;

/// <summary>A unit label that the magnitudes contradict (compute: unit_of_magnitudes).</summary>
internal static class UnitCheck
{
    // Fewer equal figures (unless all are equal), or equal figures in few other forms, may be chance, as may short ones (45.00).
    private const int EnoughFigures = 2;
    private const int EnoughHits = 4;
    private const decimal Telling = 1000;

    /// <summary>
    /// The unit in which a table's figures are printed elsewhere in the document, where they are not printed in its own: the same digits stand
    /// under 元 here and under 万元 in every other form.
    /// </summary>
    /// <returns>Unit by number of table, for the tables whose label is wrong.</returns>
    public static Dictionary<int, string> Contradicted(ImmutableArray<TableIndex> tables)
    {
        var wrong = new Dictionary<int, string>();
        var figures = tables.Where(t => t.Table.Form != "other" && Yuan.Of(1, t.Table.Unit) is not null)
            .Select(t => (Unit: t.Table.Unit!, Number: t.Table.Number, Values: Values(t))).Where(t => t.Values.Count > 0).ToList();
        var units = figures.GroupBy(f => f.Unit).OrderByDescending(g => g.Count()).Select(g => g.Key).ToList();
        foreach (var (unit, number, values) in figures)
        {
            // Of two units that contradict each other the one that most forms print is right.
            if (units.Count < 2 || unit == units[0]) continue;
            int printed = 0, hits = 0, labelled = 0;
            foreach (var value in values)
            {
                int same = figures.Count(f => f.Unit == units[0] && f.Values.Contains(value));
                (printed, hits) = (printed + (same > 0 ? 1 : 0), hits + same);
                if (figures.Any(f => f.Number != number && Holds(f.Values, value * Yuan.Of(1, unit)!.Value / Yuan.Of(1, f.Unit)!.Value))) labelled++;
            }
            if ((printed >= EnoughFigures || printed == values.Count) && hits >= EnoughHits && printed > 2 * labelled) wrong[number] = units[0];
        }
        return wrong;
    }

    // To two decimals where the other form is in the larger unit.
    private static bool Holds(HashSet<decimal> values, decimal value) => values.Contains(value) || values.Contains(Math.Round(value, 2));

    public static IEnumerable<Check> Of(Rule rule, ImmutableArray<TableIndex> tables, IReadOnlyDictionary<int, string> wrong)
    {
        foreach (var table in tables.Where(t => wrong.ContainsKey(t.Table.Number)))
        {
            int row = Enumerable.Range(0, table.Table.Rows.Length).First(r => table.Row(r).Amounts.Length > 0);
            yield return Finding.Of(rule, table, row, CheckOutcome.Inconsistent, rule.Severity, Finding.First(table, row), ("printed", table.Table.Unit!), ("unit", wrong[table.Table.Number]));
        }
    }

    private static HashSet<decimal> Values(TableIndex table) =>
        [.. table.Table.Amounts.Where(a => Math.Abs(a.Value) * (a.Decimals > 0 ? 100 : 1) >= Telling).Select(a => a.Value)];
}
