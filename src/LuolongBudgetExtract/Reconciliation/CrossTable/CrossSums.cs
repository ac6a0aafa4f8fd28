using System.Collections.Immutable;

namespace LuolongBudgetExtract.Reconciliation.CrossTable;

/// <summary>How one identity came out under one key.</summary>
internal readonly record struct Comparison(
    string Key, ImmutableArray<TableFigures> LeftTables, ImmutableArray<TableFigures> RightTables, ImmutableArray<Place> Left, ImmutableArray<Place> Right, CheckOutcome Outcome, decimal Expected, decimal Actual, decimal Tolerance)
{
    /// <summary>Actual less expected, in 元.</summary>
    public decimal Difference => Actual - Expected;
}

/// <summary>Evaluates one rule over the tables of one scope.</summary>
internal sealed class CrossSums(CrossRule rule, ImmutableArray<TableFigures> scope, CrossLog log)
{
    // Below this many compared rows a failing majority is no evidence that the two forms mean different things.
    private const int EnoughRows = 4;

    private readonly ImmutableArray<Operands> _left = [.. rule.Left.Select(s => new Operands(s, Of(s, scope)))];
    private readonly ImmutableArray<Operands> _right = [.. rule.Right.Select(s => new Operands(s, Of(s, scope)))];

    // A part was found in the whole and is no larger.
    private bool _fits;

    /// <summary>The tables that a selector may mean; those without amounts only where none has any.</summary>
    private static ImmutableArray<TableFigures> Of(Selector selector, ImmutableArray<TableFigures> scope)
    {
        var forms = scope.Where(t => selector.Forms.Contains(t.Index.Table.Form)).ToList();
        // In the order of the selector: the second form only stands in for the first.
        foreach (var form in selector.Forms)
            if (forms.Where(t => t.Index.Table.Form == form && t.HasAmounts).ToList() is { Count: > 0 } printed) return [.. printed];
        return [.. forms];
    }

    public void Evaluate()
    {
        var present = _left.Concat(_right).SelectMany(o => o.Tables).ToList();
        if (present.All(t => !t.HasAmounts)) return;
        if (_left.All(o => o.Tables.IsEmpty) || _right.All(o => o.Tables.IsEmpty)) return;
        var missing = _left.Concat(_right).FirstOrDefault(o => o.Tables.IsEmpty && !o.Selector.Optional);
        if (missing is not null)
        {
            log.NotApplicable(rule.Rule, present, "missing_form", missing.Selector.Forms[0]);
            return;
        }
        if (_left.Concat(_right).FirstOrDefault(o => o.Tables.Length > 1) is { } several)
        {
            log.NotApplicable(rule.Rule, [.. several.Tables], "several_tables", several.Selector.Forms[0]);
            return;
        }
        if (present.Any(t => t.HasAmounts && t.Factor is null))
        {
            log.NotApplicable(rule.Rule, present, "unit_unknown", "");
            return;
        }
        bool strict = rule.Zero.All(z => z.Any(IsZero)), any = false;
        var totals = rule.Measures.Select(m => (Measure: m, Total: Compare("", Dimension.Total, m))).ToList();
        // Two forms without one equal figure count different things (the department here, one of its units there).
        if (totals.Any(t => t.Total is { Outcome: CheckOutcome.Inconsistent }) && Tables(_left) is { IsEmpty: false } left && Tables(_right) is { IsEmpty: false } right
            && !left.Any(l => right.Any(l.SharesMoneyWith)))
        {
            log.NotApplicable(rule.Rule, present, "other_scope", "");
            return;
        }
        bool shown = totals.Any(t => t.Total is { Outcome: CheckOutcome.Exact or CheckOutcome.WithinRounding }), atLeast = false;
        foreach (var (measure, total) in totals)
        {
            // Other money explains a whole that is larger than these parts, never one that is smaller.
            bool open = !strict && (total is { Outcome: CheckOutcome.Inconsistent } && (total.Value.Difference > 0 || rule.IsOpenBothWays) || (total is null && !shown));
            if (total is { } compared && Reported(compared, open)) log.Add(rule, compared);
            bool compares = total is not null;
            foreach (var join in rule.Joins) compares |= Items(join, measure, open);
            any |= compares;
            atLeast |= open && compares;
        }
        if (!any) log.NotApplicable(rule.Rule, present, _fits ? "fits" : "no_common_figure", "");
        else if (atLeast) log.NotApplicable(rule.Rule, present, "other_money", "");
    }

    // A part that fits into the whole proves little and is not logged.
    private bool Reported(Comparison c, bool atLeast) => !atLeast || c.Outcome == CheckOutcome.Blocked || (c.Outcome == CheckOutcome.Inconsistent && c.Difference < 0 && !rule.IsOpenBothWays);

    private bool Items(Dimension join, string measure, bool atLeast)
    {
        var codes = _left.Concat(_right).Where(o => !o.Selector.HasFixedRow).SelectMany(o => o.Tables).SelectMany(t => t.Codes(join).Codes).Distinct().Order(StringComparer.Ordinal).ToList();
        var compared = codes.Select(code => Compare(code, join, measure)).OfType<Comparison>().ToList();
        int fails = compared.Count(c => c.Outcome == CheckOutcome.Inconsistent && Reported(c, atLeast)), decided = compared.Count(c => c.Outcome != CheckOutcome.Blocked);
        if (fails * 2 > decided && decided >= EnoughRows)
        {
            log.NotApplicable(rule.Rule, [.. compared.SelectMany(c => c.Left.Concat(c.Right)).Select(p => p.Figures).Distinct()], "other_structure", measure);
            return true;
        }
        foreach (var comparison in compared.Where(c => Reported(c, atLeast))) log.Add(rule, comparison);
        return compared.Count > 0;
    }

    /// <summary>One identity under one key; null when it cannot be asked or both sides are nothing.</summary>
    private Comparison? Compare(string key, Dimension join, string measure)
    {
        if (Places(_left, key, join, measure) is not { } left || Places(_right, key, join, measure) is not { } right) return null;
        if (left.Concat(right).Any(p => p.IsUnreadable)) return new Comparison(key, Tables(_left), Tables(_right), left, right, CheckOutcome.Blocked, 0, 0, 0);
        var (actual, a) = Sum(left);
        var (expected, b) = Sum(right);
        if (actual == 0 && expected == 0) return null;
        var outcome = Interval.Compare(actual - expected, a + b);
        if (outcome == CheckOutcome.Inconsistent && key.Length > 0 && !IsCertain(key, join, measure, actual - expected, a + b)) return null;
        if (rule.IsAtMost && actual <= expected + a + b)
        {
            _fits = true;
            return null;
        }
        return new Comparison(key, Tables(_left), Tables(_right), left, right, outcome, expected, actual, a + b);
    }

    /// <summary>
    /// Rows that a table does not add up to its total may be missing from it on purpose: then only a code printed on one row is a figure, and a
    /// missing code an error only when it is exactly what the total lacks.
    /// </summary>
    private bool IsCertain(string key, Dimension join, string measure, decimal difference, decimal width) => _left.Concat(_right).All(o =>
        o.Tables is not [{ HasAmounts: true } table] || table.Codes(join).IsOneRow(key) || table.Gap(o.Selector, join, o.Selector.Measure ?? measure) is not { } gap
        || (table.Codes(join).Of(key) is { IsEmpty: true } && Math.Abs(Math.Abs(gap * (table.Factor ?? 1)) - Math.Abs(difference)) <= width));

    private static ImmutableArray<TableFigures> Tables(ImmutableArray<Operands> side) => [.. side.SelectMany(o => o.Tables).Where(t => t.HasAmounts)];

    private static ImmutableArray<Place>? Places(ImmutableArray<Operands> side, string key, Dimension join, string measure)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        foreach (var operands in side)
        {
            if (operands.Tables is [{ HasAmounts: false, IsFieldForm: true }]) return null;
            // A form without data counts as nothing.
            if (operands.Tables is not [{ HasAmounts: true } table]) continue;
            var own = operands.Selector.Measure ?? measure;
            if (table.Columns(operands.Selector, own) is not { } columns) return null;
            if (table.Rows(operands.Selector, join, key) is not { } rows) return null;
            places.AddRange(InOnePanel(table, rows, columns, operands.Selector.Sign));
        }
        return places.ToImmutable();
    }

    /// <summary>The same expenditure cut in several ways stands in several panels of a 收支 form: one of them is enough.</summary>
    private static IEnumerable<Place> InOnePanel(TableFigures table, ImmutableArray<int> rows, ImmutableArray<int> columns, int sign)
    {
        var places = from row in rows from column in columns where table.IsPrinted(row, column) select new Place(table, row, column, sign);
        if (!table.Index.IsStatement) return places;
        var all = places.ToList();
        var first = all.Find(p => p.Amount is not null) is { Figures: not null } printed ? printed : all.FirstOrDefault();
        return all.Where(p => table.Index.Row(p.Row).Panel == table.Index.Row(first.Row).Panel);
    }

    /// <summary>Sum and half the width of its interval, in 元. Blank counts as nothing.</summary>
    private static (decimal Sum, decimal Width) Sum(ImmutableArray<Place> places)
    {
        decimal sum = 0, width = 0;
        foreach (var place in places)
        {
            if (place.Amount is not { } amount) continue;
            var factor = place.Figures.Factor ?? 1;
            sum += place.Sign * amount.Value * factor;
            width += Interval.Half(amount, place.Figures.Finest) * factor;
        }
        return (sum, width);
    }

    private bool IsZero(Selector selector)
    {
        var tables = Of(selector, scope);
        if (tables.IsEmpty) return selector.Optional;
        return tables.All(t => !t.HasAmounts || t.PrintsNothing(selector));
    }
}

/// <summary>One selector with the tables that it finds.</summary>
internal sealed record Operands(Selector Selector, ImmutableArray<TableFigures> Tables);
