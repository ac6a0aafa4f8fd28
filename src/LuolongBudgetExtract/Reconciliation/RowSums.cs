using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Identities among the columns of one row.</summary>
internal static class RowSums
{
    // Below this many compared rows a failing majority is no evidence against the structure: a table of one row may simply be wrong.
    private const int EnoughRows = 4;

    /// <summary>Total columns against the columns they total (compute: columns_under_header).</summary>
    public static void UnderHeader(Rule rule, TableIndex table, CheckLog log)
    {
        var groups = new ColumnGroups(rule, table.Table);
        foreach (var panel in table.Panels)
        {
            if (panel.Rows.Length == 0) continue;
            var tallies = groups.Of(panel).Select(g => (Group: g, Tally: Choose(table, panel, g))).ToList();
            // The same boxhead under another year (2025年预算数 | 2026年预算数) that adds up establishes the structure of both.
            var established = tallies.Where(t => t.Tally.Holds > t.Tally.Fails).Select(t => Signature(table, t.Group)).ToHashSet();
            foreach (var (group, tally) in tallies)
                Group(rule, table, panel, group, tally, established.Contains(Signature(table, group)), log);
        }
    }

    private static void Group(
        Rule rule, TableIndex table, PanelIndex panel, ColumnGroup group, (int Best, int Holds, int Fails) tally, bool established, CheckLog log)
    {
        var head = new Term(panel.Rows[0], group.Total);
        if (group.Reason is { } reason)
        {
            if (panel.Rows.Any(r => table.At(r, group.Total) is not null)) log.NotApplicable(rule, table, head, reason);
            return;
        }
        var (best, holds, fails) = tally;
        if ((fails > holds && holds + fails >= EnoughRows && !established) || (fails > 0 && group.OnlyOfWhich))
        {
            log.NotApplicable(rule, table, head, "structure", holds + fails, holds);
            return;
        }
        Emit(rule, table, panel.Rows, group.Total, row => Terms(table, row, group.Readings[best].Columns), best == 0 ? null : group.Readings[best].Reading, log);
    }

    private static string Signature(TableIndex table, ColumnGroup group) => string.Join(
        '|', group.Readings.SelectMany(r => r.Columns.Select(a => a.Column)).Prepend(group.Total).Select(c => table.Table.Columns[c].Path is { Length: > 0 } p ? p[^1] : ""));

    /// <summary>The reading that holds in most rows, the first declared among equals.</summary>
    private static (int Best, int Holds, int Fails) Choose(TableIndex table, PanelIndex panel, ColumnGroup group)
    {
        int best = 0, bestHolds = -1, bestFails = 0;
        for (int i = 0; i < group.Readings.Length; i++)
        {
            int holds = 0, fails = 0;
            foreach (int row in panel.Rows)
            {
                var result = SumTest.Of(table, new Term(row, group.Total), Terms(table, row, group.Readings[i].Columns));
                // 0.00 = 0.00 + 0.00 says nothing about the reading.
                if (result.Holds && result.Actual != 0) holds++;
                if (result.Fails) fails++;
            }
            if (holds > bestHolds) (best, bestHolds, bestFails) = (i, holds, fails);
        }
        return (best, bestHolds, bestFails);
    }

    private static ImmutableArray<Term> Terms(TableIndex table, int row, ImmutableArray<Addend> columns)
    {
        var terms = ImmutableArray.CreateBuilder<Term>(columns.Length);
        foreach (var (column, parts) in columns)
        {
            if (parts.IsEmpty || table.At(row, column) is not null || table.IsUnreadable(row, column)) terms.Add(new Term(row, column));
            else foreach (int part in parts) terms.Add(new Term(row, part));
        }
        return terms.ToImmutable();
    }

    /// <summary>One check a row; rows without parts, or without a total where the column has none at all, are reported once together.</summary>
    private static void Emit(Rule rule, TableIndex table, ImmutableArray<int> rows, int total, Func<int, ImmutableArray<Term>> parts, string? reading, CheckLog log)
    {
        Term? undivided = null, untotalled = null, mixed = null;
        int undividedCount = 0, untotalledCount = 0;
        foreach (int row in rows)
        {
            var at = new Term(row, total);
            var terms = parts(row);
            var result = SumTest.Of(table, at, terms);
            switch (result.State)
            {
                case SumState.Compared or SumState.Unreadable: log.Sum(rule, table, at, terms, result, byRow: true, reading); break;
                case SumState.NotBrokenDown: undivided ??= at; undividedCount++; break;
                case SumState.NoTotal: untotalled ??= at; untotalledCount++; break;
                case SumState.MixedUnits: mixed ??= at; break;
            }
        }
        if (undivided is { } u) log.NotApplicable(rule, table, u, "not_broken_down", undividedCount);
        if (untotalled is { } n) log.NotApplicable(rule, table, n, "no_total_printed", untotalledCount);
        if (mixed is { } m) log.NotApplicable(rule, table, m, "mixed_units");
    }

    /// <summary>A column that the rule states as plus and minus of others, found by header path (compute: column_equation).</summary>
    public static void Equation(Rule rule, TableIndex table, CheckLog log)
    {
        foreach (var panel in table.Panels)
        {
            var paths = panel.Columns.Select(c => (Column: c, Path: string.Join('|', table.Table.Columns[c].Path.Select(Folded.Text)))).ToList();
            foreach (var (total, path) in paths)
            {
                if (rule["total"].Match(path) is not { } match) continue;
                var plus = Find(rule["plus"], paths, match);
                var minus = Find(rule["minus"], paths, match);
                if (plus is null || minus is null) continue;
                Emit(rule, table, panel.Rows, total, row => [.. plus.Select(c => new Term(row, c)), .. minus.Select(c => new Term(row, c, -1))], null, log);
            }
        }
    }

    // Each pattern must find exactly one column: two (本年支出 and 本年支出|小计) leave the equation open.
    private static List<int>? Find(RuleTerm term, List<(int Column, string Path)> paths, Match total)
    {
        var found = new List<int>();
        foreach (var word in term.Words)
        {
            var pattern = word.Replace("{a}", Regex.Escape(total.Groups["a"].Value), StringComparison.Ordinal).Replace("{b}", Regex.Escape(total.Groups["b"].Value), StringComparison.Ordinal);
            var columns = paths.Where(p => Regex.IsMatch(p.Path, pattern)).ToList();
            if (columns.Count != 1) return null;
            found.Add(columns[0].Column);
        }
        return found;
    }

    /// <summary>A part (其中：…) larger than the total beside it (compute: column_at_most). A part that fits proves little and is not logged.</summary>
    public static void OfWhich(Rule rule, Rule totals, TableIndex table, CheckLog log)
    {
        foreach (var panel in table.Panels)
            foreach (var (total, part) in Parts(HeaderNode.Of(table.Table, panel)))
                foreach (int row in panel.Rows)
                    if (table.At(row, total) is { } whole && table.At(row, part) is { } amount && amount.Unit == whole.Unit)
                    {
                        var tolerance = Interval.Half(amount.Decimals) + Interval.Half(whole.Decimals);
                        if (whole.Value >= 0 && amount.Value - whole.Value > tolerance)
                            log.Exceeds(rule, table, new Term(row, total), new Term(row, part), whole.Value - amount.Value, tolerance);
                    }

        IEnumerable<(int Total, int Part)> Parts(HeaderNode node)
        {
            var whole = node.Children.Find(c => c.IsLeaf && totals["total"].Matches(c.Name));
            foreach (var child in node.Children)
            {
                if (whole is not null && child.IsLeaf && rule["part"].Matches(child.Name)) yield return (whole.Column, child.Column);
                foreach (var pair in Parts(child)) yield return pair;
            }
        }
    }
}
