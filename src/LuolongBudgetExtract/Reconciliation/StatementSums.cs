using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Identities of the income | expenditure forms (收支总表): a side adds up to its totals, and both sides balance.</summary>
internal static class StatementSums
{
    /// <summary>本年收入合计 = items; 收入总计 = 本年收入合计 + carry-over (compute: statement_sum).</summary>
    /// <param name="nested">The rule for headings that only the amounts reveal.</param>
    public static void Side(Rule rule, Rule nested, TableIndex table, CheckLog log)
    {
        if (!table.IsStatement) return;
        foreach (var panel in table.Panels)
        {
            int at = LastLabelled(table, panel, rule["total"]);
            if (at < 0) continue;
            int total = panel.Rows[at];
            var (fixedRows, others) = Addends(rule, table, panel, at);
            var tops = Readings.Distinct(rule["readings"].Words.Select(w => new Reading(w, Top(rule, table, others, w, panel))));
            var readings = tops.ConvertAll(t => t with { Rows = [.. fixedRows, .. t.Rows] });
            if (readings.Count == 0 && fixedRows.Length > 0) readings.Add(new Reading("hierarchy", fixedRows));
            if (readings.Count == 0) continue;
            var (best, tally) = Readings.Choose(table, total, panel.Columns, readings);
            var head = new Term(total, panel.Columns[0]);
            var leftovers = new Leftovers();
            // 补助下级支出 over its kinds, shown by indentation alone.
            if (tally.Fails > 0 && fixedRows.IsEmpty && NestedHeadings.Parse(table, panel.Columns, total, others) is { } headings)
            {
                foreach (var (parent, children) in headings)
                    Readings.Emit(parent == total ? rule : nested, table, parent, panel.Columns, new Reading("nested_sums", children), isFirst: parent != total, log, leftovers);
                leftovers.Write(rule, table, log, byRow: false);
                continue;
            }
            if (tally.Holds == 0 && tally.Fails > 0)
            {
                if (tally.IsMultiple)
                {
                    log.NotApplicable(rule, table, head, "multiple", tally.Factor, byRow: false);
                    continue;
                }
                if (Undisputed(table, others, readings) is not { } undisputed)
                {
                    log.NotApplicable(rule, table, head, "structure", tally.Fails, byRow: false);
                    continue;
                }
                best = undisputed;
            }
            Readings.Emit(rule, table, total, panel.Columns, best, best.Name == "hierarchy", log, leftovers);
            leftovers.Write(rule, table, log, byRow: false);
            if (best.Name == "outer_numbering") Segments(nested, table, panel, best, others, log);
        }
    }

    /// <summary>Between two numbered items the levels show only by indentation (一、一般公共服务支出 over 海关事务 over 口岸管理).</summary>
    private static void Segments(Rule nested, TableIndex table, PanelIndex panel, Reading items, ImmutableArray<int> rows, CheckLog log)
    {
        var leftovers = new Leftovers();
        for (int i = 0; i < rows.Length; i++)
        {
            if (!items.Rows.Contains(rows[i]) || table.HasChildren(rows[i])) continue;
            ImmutableArray<int> below = [.. rows.Skip(i + 1).TakeWhile(r => !items.Rows.Contains(r)).Where(r => RowKinds.IsNamed(table.Row(r)))];
            foreach (var (parent, children) in NestedHeadings.Parse(table, panel.Columns, rows[i], below) ?? [])
                Readings.Emit(nested, table, parent, panel.Columns, new Reading("nested_sums", children), isFirst: true, log, leftovers);
        }
    }

    /// <summary>收入总计 = 支出总计 (compute: sides_equal).</summary>
    public static void Sides(Rule rule, Rule totals, TableIndex table, CheckLog log)
    {
        if (!table.IsStatement) return;
        foreach (var revenue in table.Panels.Where(p => p.Side == Rows.Side.Revenue))
            foreach (var expenditure in table.Panels.Where(p => p.Side == Rows.Side.Expenditure))
            {
                int left = LastLabelled(table, revenue, rule["total"]), right = LastLabelled(table, expenditure, rule["total"]);
                if (left < 0 || right < 0) continue;
                int income = revenue.Rows[left], spending = expenditure.Rows[right];
                if (table.Row(income).RowIndex != table.Row(spending).RowIndex || table.Row(spending).Amounts.IsEmpty) continue;
                if (!Balance(rule, table, revenue, left) || !Balance(rule, table, expenditure, right)) continue;
                var pairs = Counterparts(totals, table, revenue, expenditure);
                if (pairs.Count == 0) log.NotApplicable(rule, table, new Term(income, revenue.Columns[0]), "no_counterpart", byRow: false);
                foreach (var (a, b) in pairs)
                {
                    ImmutableArray<Term> parts = [new Term(spending, b)];
                    var result = SumTest.Of(table, new Term(income, a), parts);
                    if (result.State is SumState.Compared or SumState.Unreadable) log.Sum(rule, table, new Term(income, a), parts, result, byRow: false);
                }
            }
    }

    // A government prints what it takes in (税收收入, 非税收入 … 收入合计) beside all that it spends: the rest comes from elsewhere.
    private static bool Balance(Rule rule, TableIndex table, PanelIndex panel, int total) =>
        table.Table.Form != FormCatalog.Other || rule["grand"].Matches(Folded.Name(table.Label(panel.Rows[total])))
        || panel.Rows.Take(total).Any(r => rule["balancing"].Matches(Folded.Name(table.Label(r))));

    private static int LastLabelled(TableIndex table, PanelIndex panel, RuleTerm label)
    {
        for (int i = panel.Rows.Length - 1; i >= 0; i--)
            if (label.Matches(Folded.Name(table.Label(panel.Rows[i])))) return i;
        return -1;
    }

    /// <summary>Rows that surely take part, and the rows among which the readings choose.</summary>
    private static (ImmutableArray<int> Fixed, ImmutableArray<int> Others) Addends(Rule rule, TableIndex table, PanelIndex panel, int at)
    {
        if (rule["addends"].Words.Contains("rows_before")) return ([], [.. panel.Rows.Take(at).Where(IsItem)]);
        int subtotal = -1;
        for (int i = at - 1; i >= 0 && subtotal < 0; i--)
            if (rule["subtotal"].Matches(table.Label(panel.Rows[i]))) subtotal = i;
        return subtotal < 0 ? ([], [.. panel.Rows.Where((_, i) => i != at).Where(IsItem)])
            : ([panel.Rows[subtotal]], [.. panel.Rows.Skip(subtotal + 1).Take(at - subtotal - 1).Where(IsItem)]);

        bool IsItem(int row) => table.Row(row).Role is not (RowRole.OfWhich or RowRole.Total);
    }

    /// <summary>The outermost of some rows, as one reading understands them.</summary>
    private static ImmutableArray<int> Top(Rule rule, TableIndex table, ImmutableArray<int> rows, string reading, PanelIndex panel)
    {
        switch (reading)
        {
            case "hierarchy":
                return [.. rows.Where(r => table.Parent(r) is var p && (p < 0 || table.Row(p).Role == RowRole.Total || !rows.Contains(p)))];
            case "outer_numbering":
                var ranks = rows.Select(r => Folded.Numbering(table.Label(r))).Where(n => n > 0).ToList();
                return ranks.Count == 0 ? [] : [.. rows.Where(r => Folded.Numbering(table.Label(r)) == ranks.Min())];
            case "unnumbered":
                return [.. rows.Where(r => Folded.Numbering(table.Label(r)) == 0)];
            case "heads":
                return [.. rows.Where(r => rule["heads"].Matches(Folded.Name(table.Label(r))))];
            case "all":
                return rows;
            default:
                throw new InvalidDataException($"rules.json: the reading \"{reading}\" is unknown to {nameof(StatementSums)}.");
        }
    }

    /// <summary>Where no reading holds: the one that is beyond doubt, or null. Then the side itself is wrong, not our reading of it.</summary>
    private static Reading? Undisputed(TableIndex table, ImmutableArray<int> others, List<Reading> readings)
    {
        if (readings.Count == 1) return readings[0];
        // 上年结转 followed by its numbered parts.
        if (Folded.Numbering(table.Label(others[0])) == 0) return readings.Find(r => r.Name == "unnumbered");
        var outer = readings.Find(r => r.Name == "outer_numbering");
        var hierarchy = readings.Find(r => r.Name == "hierarchy");
        // Equal sets of rows are kept once, under the first name.
        return outer is null ? hierarchy : Printed(outer).SetEquals(Printed(hierarchy ?? outer)) ? outer : null;

        HashSet<int> Printed(Reading reading) => [.. reading.Rows.Where(r => table.Row(r).Amounts.Any(a => a.Value != 0))];
    }

    /// <summary>Columns of both sides that hold the same kind of money: the same leaf name, else the only income column and the total of the other side.</summary>
    private static List<(int Revenue, int Expenditure)> Counterparts(Rule totals, TableIndex table, PanelIndex revenue, PanelIndex expenditure)
    {
        if (revenue.Columns.Length == 1 && expenditure.Columns.Length == 1) return [(revenue.Columns[0], expenditure.Columns[0])];
        var byName = expenditure.Columns.ToLookup(Leaf);
        var same = revenue.Columns.Where(c => byName[Leaf(c)].Count() == 1).Select(c => (c, byName[Leaf(c)].First())).ToList();
        if (same.Count > 0 || revenue.Columns.Length > 1) return same;
        var groups = new ColumnGroups(totals, table.Table).Of(expenditure).ToList();
        return groups.Count > 0 ? [(revenue.Columns[0], groups[^1].Total)] : [];

        string Leaf(int column) => Folded.Text(table.Table.Columns[column].Path is { Length: > 0 } p ? p[^1] : "");
    }
}
