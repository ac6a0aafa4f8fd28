using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Identities among the rows of one panel: a total and the rows that hang under it.</summary>
internal static class ColumnSums
{
    // Below this many parents a failing majority is no evidence against the hierarchy.
    private const int EnoughParents = 4;

    /// <summary>Total rows against their rows (compute: rows_under_total). Statements have rules of their own.</summary>
    /// <param name="nested">The rule for headings that only the amounts reveal.</param>
    public static void UnderTotal(Rule rule, Rule nested, TableIndex table, CheckLog log)
    {
        if (table.IsStatement) return;
        if (FoldedPanels.Are(table))
        {
            FoldedPanels.UnderTotal(rule, table, log);
            return;
        }
        foreach (var panel in table.Panels)
        {
            var totals = panel.Rows.Where(r => table.Row(r).Role == RowRole.Total && HasAmounts(table, r)).ToList();
            var leftovers = new Leftovers();
            foreach (int total in totals)
            {
                var readings = Readings.Distinct(rule["readings"].Words.Select(w => new Reading(w, Rows(table, panel, total, w))));
                if (readings.Count == 0) continue;
                var (best, tally) = Readings.Choose(table, total, panel.Columns, readings);
                var at = new Term(total, panel.Columns[0]);
                if (tally.Holds == 0 && tally.Fails > 0 && (tally.IsMultiple || !RowKinds.AreOfOneLevel(table, best.Rows))
                    && Nested(rule, nested, table, panel, total, readings[0], leftovers, log)) continue;
                if (tally.IsMultiple) log.NotApplicable(rule, table, at, "multiple", tally.Factor, byRow: false);
                else if (tally.Holds == 0 && tally.Fails > 0 && totals.Count > 1) log.NotApplicable(rule, table, at, "several_totals", totals.Count, byRow: false);
                else if (tally.Holds == 0 && tally.Fails > 0 && !RowKinds.AreOfOneLevel(table, best.Rows)) log.NotApplicable(rule, table, at, "structure", tally.Fails, byRow: false);
                else Readings.Emit(rule, table, total, panel.Columns, best, best == readings[0], log, leftovers);
            }
            leftovers.Write(rule, table, log, byRow: false);
        }
    }

    /// <summary>Where levels show only by indentation: the hierarchy that the amounts reveal, if it adds up to the total in every column.</summary>
    private static bool Nested(Rule rule, Rule nested, TableIndex table, PanelIndex panel, int total, Reading list, Leftovers leftovers, CheckLog log)
    {
        if (NestedHeadings.Parse(table, panel.Columns, total, list.Rows) is not { } headings) return false;
        foreach (var (parent, children) in headings)
            Readings.Emit(parent == total ? rule : nested, table, parent, panel.Columns, new Reading("nested_sums", children), isFirst: parent != total, log, leftovers);
        return true;
    }

    /// <summary>Parents other than totals against their children (compute: rows_under_parent).</summary>
    public static void UnderParent(Rule rule, TableIndex table, CheckLog log)
    {
        if (FoldedPanels.Are(table))
        {
            FoldedPanels.UnderParent(rule, table, log);
            return;
        }
        foreach (var panel in table.Panels)
        {
            var parents = panel.Rows.Where(r => table.Row(r).Role != RowRole.Total && table.HasChildren(r) && HasAmounts(table, r)).ToList();
            var chosen = parents.ConvertAll(p =>
            {
                var readings = Readings.Distinct(rule["readings"].Words.Select(w => new Reading(w, Rows(table, panel, p, w))));
                return readings.Count == 0 ? (Parent: p, Reading: null, IsFirst: true, Tally: default)
                    : Readings.Choose(table, p, panel.Columns, readings) is var (best, tally) ? (Parent: p, Reading: best, IsFirst: best == readings[0], Tally: tally)
                    : default;
            });
            int holding = chosen.Count(c => c.Tally.Holds > 0 && c.Tally.Fails == 0), failing = chosen.Count(c => c.Tally.Fails > 0);
            if (failing > holding && failing + holding >= EnoughParents)
            {
                log.NotApplicable(rule, table, new Term(chosen.First(c => c.Tally.Fails > 0).Parent, panel.Columns[0]), "structure", failing + holding, holding, byRow: false);
                continue;
            }
            var leftovers = new Leftovers();
            foreach (var (parent, reading, isFirst, tally) in chosen)
            {
                if (reading is null) continue;
                // Levels that nothing shows stand side by side, each of them adding up to the parent.
                if (tally is { IsMultiple: true, Holds: 0 }) log.NotApplicable(rule, table, new Term(parent, panel.Columns[0]), "multiple", tally.Factor, byRow: false);
                else Readings.Emit(rule, table, parent, panel.Columns, reading, isFirst, log, leftovers);
            }
            leftovers.Write(rule, table, log, byRow: false);
        }
    }

    /// <summary>The rows that a reading adds up to <paramref name="total"/>. Of-which rows never take part.</summary>
    private static ImmutableArray<int> Rows(TableIndex table, PanelIndex panel, int total, string reading)
    {
        // Without a named parent the rows that hang under nothing belong to the total.
        var children = (table.HasChildren(total) ? table.Children(total)
            : table.Row(total).Role == RowRole.Total ? panel.Rows.Where(r => table.Parent(r) < 0 && table.Row(r).Role is not (RowRole.Total or RowRole.OfWhich))
            : []).Where(r => RowKinds.IsNamed(table.Row(r))).ToImmutableArray();
        return reading switch
        {
            "children" => children,
            // 小计 lines in a list repeat what stands above them.
            "without_subtotals" => [.. children.Where(r => table.Row(r).Role != RowRole.Subtotal || table.HasChildren(r))],
            "departments" => [.. children.Where(r => table.Row(r).Role == RowRole.Department)],
            "units" => [.. panel.Rows.Where(r => table.Row(r).Role == RowRole.Unit)],
            "details" => [.. panel.Rows.Where(r => table.Row(r).Role == RowRole.Detail && !table.HasChildren(r))],
            // A single department or unit between the total and its items.
            "without_repeated_total" => [.. children.Where(r => !panel.Columns.All(c => table.At(r, c)?.Value == table.At(total, c)?.Value))],
            // 其中：（1）… followed by （2）… is a list, and only its first item carries the word.
            "with_numbered_of_which" => [.. panel.Rows.Where(r => table.Parent(r) == total && RowKinds.IsNamed(table.Row(r)) && (table.Row(r).Role != RowRole.OfWhich || IsNumberedOfWhich(table, r)))],
            _ => throw new InvalidDataException($"rules.json: the reading \"{reading}\" is unknown to {nameof(ColumnSums)}."),
        };
    }

    private static bool IsNumberedOfWhich(TableIndex table, int row) =>
        table.Label(row) is var label && label.IndexOf('：') is var colon && colon >= 0 && Folded.Numbering(label[(colon + 1)..]) > 0;

    private static bool HasAmounts(TableIndex table, int row) => table.Row(row).Amounts.Length > 0;
}
