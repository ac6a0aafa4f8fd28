using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Narrative;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.Narrative;

/// <summary>Ties each amount of the text to the cells of the tables that mean the same.</summary>
internal static class StatementCells
{
    /// <summary>Small figures agree with anything once their last digit is worth ten thousand: two figures are close within this part.</summary>
    private const decimal Close = 200;

    /// <param name="unit">The rule for a figure whose digits are right and whose unit is not.</param>
    public static void Check(Rule rule, Rule unit, ImmutableArray<Statement> statements, ImmutableArray<TypedTable> tables, Cells cells, CheckLog log)
    {
        int strange = 0, loose = 0;
        Statement? firstStrange = null, firstLoose = null;
        foreach (var s in statements)
        {
            if (!s.IsLevel() || s.Yuan() is not { } said) continue;
            if (!s.Sense.Understood || s.Measure is null)
            {
                var (project, fits) = Best(s, said, [.. cells.OfProject(s).Where(c => c.Value is not null)]);
                if (project.Count > 0)
                {
                    Write(rule, s, project, Compare(s, said, project), fits, log);
                    continue;
                }
                firstStrange ??= s;
                strange++;
                continue;
            }
            var like = cells.Like(s, s.Sense.Period).Where(c => c.Value is not null).ToList();
            var (fit, outcome) = Best(s, said, like);
            if (fit.Count > 0)
            {
                Write(rule, s, fit, Compare(s, said, fit), outcome, log);
                // The section's own table can have the wrong unit where another one has the right.
                if (like.Find(c => said != 0 && s.Sense.Forms.Contains(c.Table.Form) && IsOtherUnit(s, said, c)) is { } other) Write(unit, s, [other], null, CheckOutcome.Inconsistent, log, unit.Severity);
                continue;
            }
            if (like.Count == 0 && Blank(s, tables, cells) is { } blank)
            {
                // A blank cell is zero; an amount that the table leaves out altogether may still be ours to find.
                log.Figures(rule, [blank.Number], s.Page, s.Where(), new Comparison(0, s.Amount!.Value, s.InUnit(s.HalfYuan())), said == 0 ? CheckOutcome.Exact : CheckOutcome.Inconsistent,
                    Severity.Warning, [s.Operand()], ("statement", s.Said()), ("cell", blank.FormLabel ?? blank.Title ?? blank.Form), ("value", "空白"), ("page", blank.FirstPage.ToString(CultureInfo.InvariantCulture)));
                continue;
            }
            if (like.Count == 0 && tables.FirstOrDefault(t => s.Sense.Forms.Contains(t.Form) && t.Unplaced.Length > 0 && cells.OfDepartment(t, s.Sense)) is { } unread)
            {
                log.Blocked(rule, unread.Number, s.Page, s.Where(), unread.Unplaced[0], [s.Operand()]);
                continue;
            }
            var strong = Narrow(rule, s, like).Where(c => s.Sense.Forms.Contains(c.Table.Form)).ToList();
            var values = strong.Select(c => c.Value).Distinct().ToList();
            // Rows of one item in several units, columns of several years under one name: nothing tells which is meant.
            bool clear = strong.Count > 0 && strong.GroupBy(c => (c.Table.Number, c.Amount.Column)).All(g => g.Count() == 1);
            if (!clear)
            {
                firstLoose ??= s;
                loose++;
                continue;
            }
            var nearest = strong.MinBy(c => Math.Abs(c.Value!.Value - said))!;
            var compared = Compare(s, said, [nearest]);
            var severity = values.Count > 1 ? Severity.Warning : Math.Abs(compared.Difference) <= 2 * Interval.Half(s.Decimals ?? 0) ? Severity.Info : rule.Severity;
            if (strong.Find(c => said != 0 && IsOtherUnit(s, said, c)) is { } misprinted) Write(unit, s, [misprinted], null, CheckOutcome.Inconsistent, log, unit.Severity);
            else Write(rule, s, [nearest], compared, CheckOutcome.Inconsistent, log, severity);
        }
        if (firstStrange is { } a) log.NotApplicable(rule, a.Page, a.Where(), "subject_not_understood", strange);
        if (firstLoose is { } b) log.NotApplicable(rule, b.Page, b.Where(), "no_cell", loose);
    }

    // The form of the section, printed without the amount: an empty table, or a blank cell for a zero.
    private static TypedTable? Blank(Statement s, ImmutableArray<TypedTable> tables, Cells cells) =>
        tables.FirstOrDefault(t => s.Sense.Forms.Contains(t.Form) && s.Sense.Item is null && cells.OfDepartment(t, s.Sense) && t is { Unassigned: 0, Unplaced.Length: 0 }
            && (t.IsEmpty && t.Columns.Any(c => c.Measure == s.Measure) || s.Amount == 0 && t.Columns.Any(c => c.Kind == ColumnKind.Amount)));

    // 总计 and 合计 of one column are two amounts where money is carried over: the word tells, where the rows have it.
    private static List<Cell> Narrow(Rule rule, Statement s, List<Cell> like)
    {
        foreach (var term in rule.Terms)
            if (term.Matches(s.Subject) && like.Where(c => term.Matches(c.Row.Label ?? "")).ToList() is { Count: > 0 } narrower) return narrower;
        return like;
    }

    // 元 where 万元 is meant, or the other way about, on either side.
    private static bool IsOtherUnit(Statement s, decimal said, Cell cell)
    {
        foreach (var factor in (ReadOnlySpan<decimal>)[10_000m, 0.0001m])
            if (Math.Abs(said - cell.Value!.Value * factor) <= Math.Min(s.HalfYuan() + cell.Half * factor, Math.Abs(said) / Close)) return true;
        return false;
    }

    // The cell that agrees, those of the section's own forms first; or the rows of one item that agree together.
    private static (List<Cell> Cells, CheckOutcome Outcome) Best(Statement s, decimal said, List<Cell> like)
    {
        foreach (var cell in like.OrderBy(c => s.Sense.Forms.IndexOf(c.Table.Form) is >= 0 and var at ? at : int.MaxValue))
            if (Compare(s, said, [cell]).Outcome is not CheckOutcome.Inconsistent and var outcome) return ([cell], outcome);
        foreach (var rows in like.GroupBy(c => (c.Table.Number, c.Amount.Column)).Where(g => g.Count() > 1))
            if (rows.ToList() is var parts && Compare(s, said, parts).Outcome is not CheckOutcome.Inconsistent and var outcome) return (parts, outcome);
        return ([], CheckOutcome.Inconsistent);
    }

    // In the unit of the text; where the table prints more digits, the text may have cut them off rather than rounded.
    private static Comparison Compare(Statement s, decimal said, List<Cell> cells) =>
        new(s.InUnit(cells.Sum(c => c.Value!.Value)), s.InUnit(said), s.InUnit((cells.All(c => c.Half < s.HalfYuan()) ? 2 : 1) * s.HalfYuan() + cells.Sum(c => c.Half)));

    private static void Write(Rule rule, Statement s, List<Cell> cells, Comparison? compared, CheckOutcome outcome, CheckLog log, Severity severity = Severity.Info) =>
        log.Figures(rule, [.. cells.Select(c => c.Table.Number).Distinct()], s.Page, s.Where(), compared, outcome, severity,
            [s.Operand(), .. cells.Select(c => c.Operand)],
            ("statement", s.Said()), ("cell", cells[0].Name), ("value", $"{cells.Sum(c => c.Amount.Value).ToString(CultureInfo.InvariantCulture)}{cells[0].Amount.Unit}"),
            ("page", cells[0].Amount.Page.ToString(CultureInfo.InvariantCulture)));
}
