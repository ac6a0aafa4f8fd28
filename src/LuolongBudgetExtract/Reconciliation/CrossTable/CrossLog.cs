using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Reconciliation.CrossTable;

/// <summary>Writes the checks between tables: names their places, fills the message templates of the rules. Numbers come with the whole log.</summary>
internal sealed class CrossLog(RuleSet rules)
{
    private const int PartsShown = 6;

    private readonly ImmutableArray<Check>.Builder _checks = ImmutableArray.CreateBuilder<Check>();

    /// <summary>Comparisons of equality that hold.</summary>
    public List<Comparison> Held { get; } = [];

    public ImmutableArray<Check> Checks => _checks.ToImmutable();

    public void Add(CrossRule rule, Comparison c)
    {
        if (!rule.IsAtMost && c.Outcome is CheckOutcome.Exact or CheckOutcome.WithinRounding) Held.Add(c);
        var all = c.Left.Concat(c.Right).ToList();
        var first = all.Find(p => p.Amount is not null) is { Figures: not null } printed ? printed : all[0];
        var where = Where(c, all);
        if (c.Outcome == CheckOutcome.Blocked)
        {
            var at = all.First(p => p.IsUnreadable);
            (string, string)[] values = [("where", Name(at)), ("text", at.Figures.Index.Row(at.Row).Cells[at.Column])];
            Write(rule.Rule, c, where, null, null, null, null, CheckOutcome.Blocked, Severity.Warning, new Bilingual(Template.Fill(rules.Reasons["unreadable"].Zh, values), Template.Fill(rules.Reasons["unreadable"].En, values)));
            return;
        }
        // In the unit of the first figure, as a reader sees it.
        var factor = first.Figures.Factor ?? 1;
        decimal expected = c.Expected / factor, actual = c.Actual / factor, difference = c.Difference / factor, tolerance = c.Tolerance / factor;
        var tail = rules.Tails[c.Outcome];
        (string, string)[] outcome = [("difference", Number(difference)), ("tolerance", Number(tolerance))];
        var unit = first.Figures.Unit;
        string left = Side(c.LeftTables, c.Left, actual), right = Side(c.RightTables, c.Right, expected), relation = rules.Relations[c.Outcome];
        Write(rule.Rule, c, where, expected, actual, difference, tolerance, c.Outcome, c.Outcome == CheckOutcome.Inconsistent ? rule.Rule.Severity : Severity.Info,
            new Bilingual(
                Template.Fill(rule.Rule.Zh, ("item", Item(c, all)), ("left", left), ("relation", relation), ("right", right), ("unit", unit), ("outcome", Template.Fill(tail.Zh, outcome))),
                Template.Fill(rule.Rule.En, ("item", Item(c, all)), ("left", left), ("relation", relation), ("right", right), ("unit", unit), ("outcome", Template.Fill(tail.En, outcome)))));
    }

    /// <summary>An identity that does not apply to a scope, once.</summary>
    public void NotApplicable(Rule rule, IReadOnlyList<TableFigures> tables, string reason, string name)
    {
        var text = rules.Reasons[reason];
        var where = string.Join(" ↔ ", tables.Select(t => t.Index.TableName).Distinct());
        _checks.Add(new Check(0, rule.Id, rule.Kind, Numbers(tables), tables[0].Index.Table.FirstPage, where, null, null, null, null, CheckOutcome.NotApplicable, Severity.Info, null,
            Template.Fill(text.Zh, ("name", name)), Template.Fill(text.En, ("name", name)), []));
    }

    private void Write(Rule rule, Comparison c, string where, decimal? expected, decimal? actual, decimal? difference, decimal? tolerance,
        CheckOutcome outcome, Severity severity, Bilingual message) => _checks.Add(new Check(
            0, rule.Id, rule.Kind, Numbers(c.LeftTables.Concat(c.RightTables)), Page([.. c.Left, .. c.Right]), where, expected, actual, difference, tolerance, outcome, severity, null,
            message.Zh, message.En, [.. c.Left.Where(p => p.Amount is not null).Select(p => Operand(p, 1)), .. c.Right.Where(p => p.Amount is not null).Select(p => Operand(p, -1))]));

    private static Operand Operand(Place p, int side)
    {
        var amount = p.Amount!;
        return new Operand(p.Figures.Index.Table.Number, p.Figures.Index.Row(p.Row).Number, amount.Column, Name(p), amount.Value, amount.Decimals, amount.Page, amount.Box, side * p.Sign);
    }

    private static int Page(List<Place> places) =>
        places.Select(p => p.Amount?.Page).FirstOrDefault(p => p is not null) ?? places[0].Figures.Index.Row(places[0].Row).Page;

    private static ImmutableArray<int> Numbers(IEnumerable<TableFigures> tables) => [.. tables.Select(t => t.Index.Table.Number).Distinct()];

    private static string Where(Comparison c, List<Place> all) =>
        string.Join(" ↔ ", all.Select(p => p.Figures).Distinct().Select(f => $"{f.Index.TableName} p.{all.Where(p => p.Figures == f).Min(p => p.Amount?.Page ?? f.Index.Row(p.Row).Page)}")) + " " + Item(c, all);

    private static string Item(Comparison c, List<Place> all)
    {
        var at = all.Find(p => p.Amount is not null) is { Figures: not null } printed ? printed : all[0];
        var name = at.Figures.Index.Name(at.Row);
        return $"{(c.Key.Length == 0 || name.Contains(c.Key, StringComparison.Ordinal) ? name : $"{c.Key} {name}")} × {at.Figures.Header(at.Column)}";
    }

    private static string Name(Place p) => $"{p.Figures.Index.TableName} {p.Figures.Index.Name(p.Row)} × {p.Figures.Header(p.Column)}";

    /// <summary>One side in words: 预算05表 2.16 + 预算09表 45.00.</summary>
    private static string Side(ImmutableArray<TableFigures> tables, ImmutableArray<Place> places, decimal sum)
    {
        var printed = places.Where(p => p.Amount is not null).ToList();
        if (printed.Count == 0) return $"{string.Join(" + ", tables.Select(t => t.Index.TableName))} {Template.Nothing}".TrimStart();
        var text = new StringBuilder();
        TableFigures? named = null;
        foreach (var p in printed.Take(PartsShown))
        {
            if (text.Length > 0 || p.Sign < 0) text.Append(p.Sign < 0 ? " − " : " + ");
            if (p.Figures != named) text.Append((named = p.Figures).Index.TableName).Append(' ');
            text.Append(Number(p.Amount!.Value));
            if (p.Figures.Factor is 1) text.Append('元');
        }
        if (printed.Count > PartsShown) text.Append(CultureInfo.InvariantCulture, $" + … ({printed.Count}; Σ {Number(sum)})");
        return text.ToString();
    }

    private static string Number(decimal value) => (value == 0 ? 0 : value).ToString("0.############", CultureInfo.InvariantCulture);
}
