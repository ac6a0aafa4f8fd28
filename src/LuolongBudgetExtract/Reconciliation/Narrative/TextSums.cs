using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Narrative;

namespace LuolongBudgetExtract.Reconciliation.Narrative;

/// <summary>Sums inside the text: procurement = goods + works + services, the three public expenses, vehicles by kind.</summary>
internal static class TextSums
{
    /// <summary>Amounts: each term of the rule is a measure with its parts, optional ones marked with a question mark.</summary>
    public static void Amounts(Rule rule, Rule unit, ImmutableArray<Statement> statements, CheckLog log)
    {
        foreach (var term in rule.Terms)
            for (int i = 0; i < statements.Length; i++)
                if (IsPart(statements[i], term.Name, null)) Sum(rule, unit, term, i, statements, log);
    }

    private static void Sum(Rule rule, Rule unit, RuleTerm term, int at, ImmutableArray<Statement> statements, CheckLog log)
    {
        var whole = statements[at];
        var parts = new List<Statement>();
        foreach (var measure in term.Words)
        {
            var name = measure.TrimEnd('?');
            Statement? part = null;
            for (int i = at + 1; i < statements.Length && part is null && statements[i].Section == whole.Section && !IsPart(statements[i], term.Name, whole); i++)
                if (IsPart(statements[i], name, whole)) part = statements[i];
            if (part is not null) parts.Add(part);
            else if (measure[^1] != '?') return;
        }
        decimal sum = parts.Sum(p => p.Yuan()!.Value), half = whole.HalfYuan() + parts.Sum(p => p.HalfYuan());
        var compared = new Comparison(whole.InUnit(sum), whole.Amount!.Value, whole.InUnit(half));
        if (compared.Outcome == CheckOutcome.Inconsistent && whole.Amount == parts.Sum(p => p.Amount))
        {
            log.Figures(unit, [], whole.Page, whole.Where(), null, CheckOutcome.Inconsistent, unit.Severity, [whole.Operand(), .. parts.Select(p => p.Operand())],
                ("statement", whole.Said()), ("other", string.Join(" + ", parts.Select(p => p.Said()))));
            return;
        }
        // A part that was not understood may stand among the others.
        if (compared.Outcome == CheckOutcome.Inconsistent && whole.Measure == "total"
            && statements.Skip(at + 1).TakeWhile(s => s.Section == whole.Section).Any(s => s.IsLevel() && !s.Sense.Understood)) return;
        log.Figures(rule, [], whole.Page, whole.Where(), compared, compared.Outcome, rule.Severity, [whole.Operand(), .. parts.Select(p => p.Operand())],
            ("total", whole.Said()), ("addends", string.Join(" + ", parts.Select(p => p.Said()))));
    }

    private static bool IsPart(Statement s, string measure, Statement? whole) =>
        s.IsLevel() && s.Sense is { Understood: true, Item: null, Period: null or "current" } && s.Measure == measure && s.Yuan() is not null
        && (whole is null || s.Fund == whole.Fund && s.Sense.Department == whole.Sense.Department);

    /// <summary>Counts: 车辆 4 辆，其中：… 1 辆、… 3 辆.</summary>
    public static void Counts(Rule rule, ImmutableArray<Statement> statements, CheckLog log)
    {
        for (int i = 0; i < statements.Length; i++)
        {
            var whole = statements[i];
            if (whole.Sense.Kind != StatementKind.Count || !rule["total"].Matches(whole.Subject)) continue;
            var kinds = statements.Skip(i + 1).TakeWhile(s => s.Sense.Kind == StatementKind.Count && s.Unit == whole.Unit && s.Text == whole.Text && rule["kind"].Matches(s.Subject)).ToList();
            if (kinds.Count < 2) continue;
            var compared = new Comparison(kinds.Sum(k => k.Amount!.Value), whole.Amount!.Value, 0);
            log.Figures(rule, [], whole.Page, whole.Where(), compared, compared.Outcome, rule.Severity, [whole.Operand(), .. kinds.Select(k => k.Operand())],
                ("total", whole.Said()), ("addends", string.Join(" + ", kinds.Select(k => $"{k.Subject} {k.Amount?.ToString(CultureInfo.InvariantCulture)}"))));
        }
    }
}
