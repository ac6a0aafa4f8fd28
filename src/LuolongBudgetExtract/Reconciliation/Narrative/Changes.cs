using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Narrative;

namespace LuolongBudgetExtract.Reconciliation.Narrative;

/// <summary>Holds the changes of the text against the two amounts that they lie between, and against the reasons given for them.</summary>
internal static class Changes
{
    public static void Check(Rule rule, ImmutableArray<Statement> statements, Cells cells, CheckLog log)
    {
        int loose = 0;
        Statement? first = null;
        foreach (var s in statements)
        {
            if (s.Sense.Kind != StatementKind.Change || s.Change is null || s.Change != Change.Unchanged && s.Yuan() is null) continue;
            if (!s.Sense.Named || s.Sense.Of is not [var number, ..] || statements[number - 1] is not { } current || current.Yuan() is not { } now || Prior(s, current, statements, cells) is not { } prior)
            {
                first ??= s;
                loose++;
                continue;
            }
            decimal change = s.Change switch { Change.Increase => s.Yuan()!.Value, Change.Decrease => -s.Yuan()!.Value, _ => 0 };
            var compared = new Comparison(current.InUnit(now - prior.Yuan), current.InUnit(change), current.InUnit(current.HalfYuan() + prior.Half + s.HalfYuan()));
            // 基本持平 is no figure.
            bool roughly = s.Change == Change.Unchanged && s.Text.Contains("基本持平", StringComparison.Ordinal);
            log.Figures(rule, prior.Tables, s.Page, s.Where(), compared, compared.Outcome, roughly ? Severity.Info : rule.Severity, [s.Operand(), current.Operand(), prior.Operand],
                ("statement", s.Change == Change.Unchanged ? s.Subject + " 持平" : $"{s.Subject} {(change < 0 ? "−" : "+")}{s.Amount}{s.Unit}"), ("current", current.Said()),
                ("prior", current.InUnit(prior.Yuan).ToString("0.####", CultureInfo.InvariantCulture) + current.Unit));
        }
        if (first is not null) log.NotApplicable(rule, first.Page, first.Where(), "no_prior_amount", loose);
    }

    // What the text itself prints as the base, else a column of the year before.
    private static (decimal Yuan, decimal Half, Operand Operand, ImmutableArray<int> Tables)? Prior(Statement s, Statement current, ImmutableArray<Statement> statements, Cells cells)
    {
        for (int i = current.Number; i < s.Number - 1; i++)
            if (statements[i] is { Sense.Kind: StatementKind.Base } stated && stated.Sense.Of.Contains(current.Number) && stated.Yuan() is { } yuan) return (yuan, stated.HalfYuan(), stated.Operand(), []);
        if (!current.Sense.Understood || current.Measure is null) return null;
        var before = cells.Like(current, "prior_year").Where(c => current.Sense.Forms.Contains(c.Table.Form) && c.Value is not null).ToList();
        return before.Select(c => c.Value).Distinct().Count() == 1 ? (before[0].Value!.Value, before[0].Half, before[0].Operand, [before[0].Table.Number]) : null;
    }

    public static void Reasons(Rule rule, ImmutableArray<Statement> statements, CheckLog log)
    {
        foreach (var s in statements)
        {
            if (s.Sense is not { Kind: StatementKind.Change, Reason: { } reason } || s.Change is null or Change.Unchanged || s.Amount == 0 || s.Amount is null && s.Percent is null or 0) continue;
            var (against, unless) = s.Change == Change.Increase ? ("againstIncrease", "unlessIncrease") : ("againstDecrease", "unlessDecrease");
            bool contradicts = rule[against].Matches(reason) && !rule[unless].Matches(reason) && !rule["figures"].Matches(reason);
            if (!contradicts) continue;
            log.Figures(rule, [], s.Page, s.Where(), null, CheckOutcome.Inconsistent, rule.Severity, [s.Operand()],
                ("statement", $"{s.Subject} {(s.Change == Change.Increase ? "增加" : "减少")} {(s.Amount is null ? $"{s.Percent}%" : $"{s.Amount}{s.Unit}")}"), ("reason", reason));
        }
    }
}
