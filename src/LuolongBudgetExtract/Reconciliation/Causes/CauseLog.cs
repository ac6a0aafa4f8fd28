using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.Causes;

/// <summary>Names the causes of failing checks in their messages: one cause, one finding.</summary>
public static class CauseLog
{
    private const int PlacesShown = 4;

    /// <summary>The checks with <see cref="Check.CauseId"/> (k1 explains most) and, where one cause explains several, its words behind the message.</summary>
    public static ImmutableArray<Check> Explain(ImmutableArray<Check> checks, ImmutableArray<TypedTable> tables) => Explain(checks, tables, RuleFile.Embedded);

    /// <summary>As <see cref="Explain(ImmutableArray{Check}, ImmutableArray{TypedTable})"/>, with other texts.</summary>
    public static ImmutableArray<Check> Explain(ImmutableArray<Check> checks, ImmutableArray<TypedTable> tables, RuleSet rules)
    {
        if (!checks.Any(c => c.Outcome == CheckOutcome.Inconsistent)) return checks;
        var explained = checks.ToBuilder();
        int number = 0;
        foreach (var cause in CauseFinder.Find(checks, tables))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"k{++number}");
            var words = Words(cause, checks, tables, rules);
            foreach (int i in cause.Checks)
                explained[i] = checks[i] with { CauseId = id, MessageZh = checks[i].MessageZh + words.Zh, MessageEn = checks[i].MessageEn + words.En };
        }
        return explained.ToImmutable();
    }

    private static Bilingual Words(Cause cause, ImmutableArray<Check> checks, ImmutableArray<TypedTable> tables, RuleSet rules)
    {
        if (cause.Kind == CauseKind.Single) return new Bilingual("", "");
        var text = rules.Reasons[cause.Kind switch { CauseKind.Value => "cause_value", CauseKind.Misplaced => "cause_misplaced", CauseKind.Amount => "cause_amount", CauseKind.Text => "cause_text", _ => "cause_row" }];
        var count = cause.Checks.Length.ToString(CultureInfo.InvariantCulture);
        var first = checks[cause.Checks[0]];
        var values = new List<(string, string)> { ("count", count), ("where", first.Where), ("tables", Names(cause, checks, tables)) };
        if (cause.Cell is { } cell)
        {
            var table = tables.First(t => t.Number == cell.Table);
            var amount = table.Rows.First(r => r.Number == cell.Row).Amounts.First(a => a.Column == cell.Column);
            var needed = amount.Value + cause.Change / (Yuan.Of(1, amount.Unit ?? table.Unit) ?? 1);
            values.AddRange([("figure", Place(checks, cause, cell)), ("printed", Number(amount.Value)), ("needed", Number(needed)), ("page", Number(amount.Page))]);
            var doubt = Doubt.Of(amount, needed) is { } reason ? rules.Reasons[reason] : null;
            return new Bilingual(Template.Fill(text.Zh, [.. values]) + doubt?.Zh, Template.Fill(text.En, [.. values]) + doubt?.En);
        }
        if (cause.Kind == CauseKind.Text) return new Bilingual(Template.Fill(text.Zh, [.. values]), Template.Fill(text.En, [.. values]));
        values.Add(("places", Places(cause, checks, tables)));
        values.Add(("amount", Number(cause.Change / (Yuan.Of(1, tables.First(t => t.Number == first.Tables[0]).Unit) ?? 1)) + tables.First(t => t.Number == first.Tables[0]).Unit));
        return new Bilingual(Template.Fill(text.Zh, [.. values]), Template.Fill(text.En, [.. values]));
    }

    /// <summary>Where the misplaced amount itself is printed.</summary>
    private static string Places(Cause cause, ImmutableArray<Check> checks, ImmutableArray<TypedTable> tables)
    {
        var factors = tables.ToDictionary(t => t.Number, t => Yuan.Of(1, t.Unit) ?? 1);
        var places = cause.Checks.SelectMany(i => checks[i].Operands).Where(o => o.Table is { } t && Math.Abs(o.Value) * factors[t] == Math.Abs(cause.Change))
            .Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Label} p.{o.Page}")).Distinct().Take(PlacesShown);
        return string.Join("、", places) is { Length: > 0 } text ? text : Template.Nothing;
    }

    private static string Place(ImmutableArray<Check> checks, Cause cause, Cell cell) => cause.Checks.SelectMany(i => checks[i].Operands.Select(o => (Check: checks[i], o)))
        .Where(x => x.o.Table == cell.Table && x.o.Row == cell.Row && x.o.Column == cell.Column).Select(x => x.o.Label).MaxBy(l => l.Length) ?? "";

    private static string Names(Cause cause, ImmutableArray<Check> checks, ImmutableArray<TypedTable> tables) =>
        string.Join("、", cause.Checks.SelectMany(i => checks[i].Tables).Distinct().Order().Select(n => tables.First(t => t.Number == n)).Select(t => t.FormLabel ?? t.Title ?? t.Form));

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
