using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Narrative;

namespace LuolongBudgetExtract.Reconciliation.Narrative;

/// <summary>The change of all money against the changes of its funds, where the funds are all the money (compute: statement_fund_changes).</summary>
internal static class FundChanges
{
    public static void Check(Rule rule, ImmutableArray<Statement> statements, CheckLog log)
    {
        foreach (var section in statements.Where(s => IsOf(s, rule["parts"].Words)).GroupBy(s => (s.Section, s.Sense.Department)))
        {
            // A fund whose change is told twice, or only by its direction, leaves the sum open.
            ImmutableArray<Statement> parts = [.. section];
            if (parts.Length < 2 || parts.DistinctBy(p => p.Fund).Count() < parts.Length) continue;
            foreach (var whole in statements.Where(s => s.Sense.Department == section.Key.Department && IsOf(s, rule["whole"].Words)))
                if (Level(whole, statements) is { } all && all == parts.Sum(p => Level(p, statements) ?? 0)) Hold(rule, whole, parts, log);
        }
    }

    private static void Hold(Rule rule, Statement whole, ImmutableArray<Statement> parts, CheckLog log)
    {
        var compared = new Comparison(whole.InUnit(parts.Sum(Signed)), whole.InUnit(Signed(whole)), whole.InUnit(whole.HalfYuan() + parts.Sum(p => p.HalfYuan())));
        log.Figures(rule, [], whole.Page, whole.Where(), compared, compared.Outcome, rule.Severity, [whole.Operand(), .. parts.Select(p => p.Operand())],
            ("total", Said(whole)), ("addends", string.Join(" ", parts.Select(Said))));
    }

    // A change of the whole of a fund (一般公共预算收支预算增加 …), in figures or to nothing; "-" in the rule stands for no fund named.
    private static bool IsOf(Statement s, ImmutableArray<string> funds) =>
        s is { Sense: { Kind: StatementKind.Change, Item: null, Named: true, Understood: true }, Measure: "total", Change: { } change }
        && funds.Contains(s.Fund ?? "-") && (change == Change.Unchanged || s.Yuan() is not null);

    private static decimal? Level(Statement change, ImmutableArray<Statement> statements) =>
        change.Sense.Of is [var number, ..] && statements[number - 1] is { } level && level.IsLevel() ? level.Yuan() : null;

    private static decimal Signed(Statement s) => s.Change switch { Change.Increase => s.Yuan()!.Value, Change.Decrease => -s.Yuan()!.Value, _ => 0 };

    private static string Said(Statement s) =>
        s.Change == Change.Unchanged ? $"{s.Subject} 持平" : string.Create(CultureInfo.InvariantCulture, $"{s.Subject} {(s.Change == Change.Decrease ? "−" : "+")}{s.Amount}{s.Unit}");
}
