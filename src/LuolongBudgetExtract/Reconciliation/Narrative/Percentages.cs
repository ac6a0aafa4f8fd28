using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Narrative;

namespace LuolongBudgetExtract.Reconciliation.Narrative;

/// <summary>Computes the percentages of the text anew: shares and completions from part and whole, rates from the change and what it changed.</summary>
internal static class Percentages
{
    /// <param name="unit">The rule for figures of one sentence that agree only in one unit.</param>
    public static void Shares(Rule rule, Rule unit, ImmutableArray<Statement> statements, Cells cells, CheckLog log)
    {
        int loose = 0;
        Statement? first = null;
        foreach (var s in statements)
        {
            if (!s.IsLevel() || s.Percent is not { } percent || s.Sense.PercentKind is not (PercentKind.Share or PercentKind.Completion) || s.Yuan() is not { } part) continue;
            var wholes = s.Sense.Of.Select(n => statements[n - 1]).Where(w => w.Yuan() is > 0).ToList();
            if (wholes.Find(w => Compare(s, percent, part, w).Outcome != CheckOutcome.Inconsistent) is { } fits)
            {
                Write(rule, s, percent, Compare(s, percent, part, fits), fits.Said(), fits.Operand(), [], log);
                continue;
            }
            // 本年支出合计 and 支出总计 are two amounts where money is carried over: only the one that is named can contradict.
            wholes.RemoveAll(w => NamedWholes.IsOther(rule, s, w.Subject));
            if (wholes.Count == 0 && NamedWholes.Of(rule, s, cells, c => Compare(s, percent, part, c.Value!.Value, c.Half).Outcome != CheckOutcome.Inconsistent) is { } cell)
            {
                Write(rule, s, percent, Compare(s, percent, part, cell.Value!.Value, cell.Half), cell.Said, cell.Operand, [cell.Table.Number], log);
                continue;
            }
            // Without words that name the whole, and beyond the passage without an understood subject, a share that fits none is of something else.
            if (wholes.Count == 0 || !s.Sense.Named || !s.Sense.Understood && wholes[0].Section != s.Section)
            {
                first ??= s;
                loose++;
                continue;
            }
            var whole = wholes[0];
            if (s.Unit != whole.Unit && Compare(s, percent, s.Amount!.Value, whole with { Unit = "元" }, 0).Outcome != CheckOutcome.Inconsistent)
                log.Figures(unit, [], s.Page, s.Where(), null, CheckOutcome.Inconsistent, unit.Severity, [s.Operand(), whole.Operand()], ("statement", s.Said()), ("other", whole.Said()));
            else Write(rule, s, percent, Compare(s, percent, part, whole), whole.Said(), whole.Operand(), [], log);
        }
        if (first is not null) log.NotApplicable(rule, first.Page, first.Where(), "no_whole", loose);
    }

    private static void Write(Rule rule, Statement s, decimal percent, Comparison compared, string whole, Operand operand, ImmutableArray<int> tables, CheckLog log) =>
        log.Figures(rule, tables, s.Page, s.Where(), compared, compared.Outcome, rule.Severity, [PercentOf(s), s.Operand(), operand],
            ("statement", s.Said()), ("percent", Text(percent)), ("whole", whole), ("expected", Text(compared.Expected)));

    /// <param name="zeroBase">The rule for a rate on a base of zero.</param>
    /// <param name="unit">As in <see cref="Shares"/>.</param>
    public static void Rates(Rule rule, Rule zeroBase, Rule unit, ImmutableArray<Statement> statements, CheckLog log)
    {
        int loose = 0;
        Statement? first = null;
        foreach (var s in statements)
        {
            if (s.Sense.Kind != StatementKind.Change || s.Percent is not { } percent || s.Yuan() is not { } delta || s.Change is null or Change.Unchanged) continue;
            var bases = s.Sense.Of.Select(n => Prior(s, statements[n - 1], statements)).OfType<Base>().ToList();
            var known = bases.Find(b => b.IsZero || Compare(s, percent, delta, b).Outcome != CheckOutcome.Inconsistent) ?? (s.Sense.Named && bases.Count > 0 && bases[0].Prior > 0 ? bases[0] : null);
            if (known is null)
            {
                first ??= s;
                loose++;
                continue;
            }
            if (known.IsZero)
            {
                if (delta != 0 && percent != 0)
                    log.Figures(zeroBase, [], s.Page, s.Where(), null, CheckOutcome.Inconsistent, zeroBase.Severity, [s.Operand(), known.Current.Operand()],
                        ("statement", s.Said()), ("percent", Text(percent)), ("current", known.Current.Said()));
                continue;
            }
            var compared = Compare(s, percent, delta, known);
            if (compared.Outcome == CheckOutcome.Inconsistent && s.Unit != known.Current.Unit && Prior(s with { Unit = known.Current.Unit }, known.Current, statements) is { } same
                && Compare(s with { Unit = known.Current.Unit }, percent, (s with { Unit = known.Current.Unit }).Yuan()!.Value, same).Outcome != CheckOutcome.Inconsistent)
                log.Figures(unit, [], s.Page, s.Where(), null, CheckOutcome.Inconsistent, unit.Severity, [s.Operand(), known.Current.Operand()], ("statement", s.Said()), ("other", known.Current.Said()));
            else
                log.Figures(rule, [], s.Page, s.Where(), compared, compared.Outcome, rule.Severity, [PercentOf(s), s.Operand(), known.Current.Operand()],
                    ("statement", s.Said()), ("percent", Text(percent)), ("current", known.Current.Said()), ("prior", Text(s.InUnit(known.Prior)) + s.Unit), ("expected", Text(compared.Expected)));
        }
        if (first is not null) log.NotApplicable(rule, first.Page, first.Where(), "no_current_amount", loose);
    }

    /// <summary>What a change started from, in yuan.</summary>
    private sealed record Base(Statement Current, decimal Prior, decimal Half)
    {
        public bool IsZero => Math.Abs(Prior) <= Half;
    }

    // As the text prints it, else the current amount less the change.
    private static Base? Prior(Statement s, Statement current, ImmutableArray<Statement> statements)
    {
        if (current.Yuan() is not { } now) return null;
        for (int i = current.Number; i < s.Number - 1; i++)
            if (statements[i] is { Sense.Kind: StatementKind.Base } stated && stated.Sense.Of.Contains(current.Number) && stated.Yuan() is { } printed) return new Base(current, printed, stated.HalfYuan());
        return new Base(current, s.Change == Change.Increase ? now - s.Yuan()!.Value : now + s.Yuan()!.Value, current.HalfYuan() + s.HalfYuan());
    }

    private static Comparison Compare(Statement s, decimal percent, decimal delta, Base b) =>
        new(Rounded(100 * delta / b.Prior, s), percent, Tolerance(s) + Spread(delta, s.HalfYuan(), b.Prior, b.Half));

    private static Comparison Compare(Statement s, decimal percent, decimal part, Statement whole, decimal? half = null) =>
        new(Rounded(100 * part / whole.Yuan()!.Value, s), percent, Tolerance(s) + (half ?? Spread(part, s.HalfYuan(), whole.Yuan()!.Value, whole.HalfYuan())));

    private static Comparison Compare(Statement s, decimal percent, decimal part, decimal whole, decimal half) =>
        new(Rounded(100 * part / whole, s), percent, Tolerance(s) + Spread(part, s.HalfYuan(), whole, half));

    // How far the quotient moves when both figures move by half a unit of their last digit.
    private static decimal Spread(decimal part, decimal half, decimal whole, decimal wholeHalf) =>
        whole > wholeHalf ? 100 * (half + Math.Abs(part / whole) * wholeHalf) / (whole - wholeHalf) : 0;

    // Shares are often adjusted by one unit so that they add up to 100.
    private static decimal Tolerance(Statement s) => 2 * Interval.Half(s.Sense.PercentDecimals);

    private static decimal Rounded(decimal percent, Statement s) => Math.Round(percent, Math.Max(2, s.Sense.PercentDecimals), MidpointRounding.AwayFromZero);

    private static Operand PercentOf(Statement s) => new(null, null, null, s.Subject + " %", s.Percent!.Value, s.Sense.PercentDecimals, s.Page, s.Box, 1, s.Number);

    private static string Text(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
