using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Writes the checks of one document: numbers them, names their places, fills the message templates.</summary>
internal sealed class CheckLog(RuleSet rules)
{
    // More parts than a reader adds up in the head: the message names the first ones and the count, the operands hold all.
    private const int PartsShown = 6;

    private static readonly Bilingual Nothing = new("", "");

    private readonly ImmutableArray<Check>.Builder _checks = ImmutableArray.CreateBuilder<Check>();
    private readonly StringBuilder _zh = new(), _en = new(), _filled = new();

    public ImmutableArray<Check> Checks => _checks.ToImmutable();

    /// <summary>A compared or blocked sum.</summary>
    /// <param name="byRow">True when the parts are other columns of the row: they are then called by their header.</param>
    /// <param name="reading">The declared reading that was used, when it was not the first.</param>
    public void Sum(Rule rule, TableIndex table, Term total, ImmutableArray<Term> parts, SumResult result, bool byRow, string? reading = null)
    {
        var where = Where(table, total);
        if (result.State == SumState.Unreadable)
        {
            var at = SumTest.Unreadable(table, total, parts);
            var reason = rules.Reasons["unreadable"];
            var text = table.Row(at.Row).Cells[at.Column];
            Add(rule, table, Page(table, total), where, null, null, null, null, CheckOutcome.Blocked, Severity.Warning,
                Fill(reason.Zh, ("where", Where(table, at)), ("text", text)), Fill(reason.En, ("where", Where(table, at)), ("text", text)),
                Operands(table, total, parts, byRow));
            return;
        }
        bool same = Addends(table, parts, byRow, result.Expected, reading);
        var tail = rules.Tails[result.Outcome];
        string called = $"{Called(table, total, byRow)} {Printed(table, total)}", relation = rules.Relations[result.Outcome];
        var zh = Message(rule.Zh, _zh.ToString(), tail.Zh);
        // Most checks hold exactly and read the same in both languages.
        var en = same && rule.Zh == rule.En && tail.Zh == tail.En ? zh : Message(rule.En, (same ? _zh : _en).ToString(), tail.En);
        Add(rule, table, Page(table, total), where, result.Expected, result.Actual, result.Difference, result.Tolerance, result.Outcome,
            result.Fails ? rule.SeverityIn(table.Table.Form) : Severity.Info, zh, en, Operands(table, total, parts, byRow));

        string Message(string template, string addends, string outcome) => Fill(template, ("total", called), ("relation", relation), ("addends", addends),
            ("outcome", outcome.Length == 0 ? "" : Fill(outcome, ("difference", Number(result.Difference)), ("tolerance", Number(result.Tolerance)))));
    }

    /// <summary>An identity that does not apply to a whole group of rows or columns, once.</summary>
    public void NotApplicable(Rule rule, TableIndex table, Term at, string reason, int count = 0, int holds = 0, bool byRow = true)
    {
        var text = rules.Reasons[reason];
        (string, string)[] values =
        [
            ("total", Called(table, at, byRow)), ("count", count.ToString(CultureInfo.InvariantCulture)), ("holds", holds.ToString(CultureInfo.InvariantCulture)),
        ];
        Add(rule, table, Page(table, at), Where(table, at), null, null, null, null, CheckOutcome.NotApplicable, Severity.Info,
            Fill(text.Zh, values), Fill(text.En, values), []);
    }

    /// <summary>A part that is larger than the whole it belongs to.</summary>
    public void Exceeds(Rule rule, TableIndex table, Term total, Term part, decimal difference, decimal tolerance)
    {
        (string, string)[] values =
        [
            ("total", $"{Called(table, total, true)} {Printed(table, total)}"), ("part", $"{Called(table, part, true)} {Printed(table, part)}"),
        ];
        Add(rule, table, Page(table, total), Where(table, part), table.At(part.Row, part.Column)!.Value, table.At(total.Row, total.Column)!.Value,
            difference, tolerance, CheckOutcome.Inconsistent, rule.Severity, Fill(rule.Zh, values), Fill(rule.En, values), Operands(table, total, [part], true));
    }

    /// <summary>A check between figures of any origin; <paramref name="values"/> fill the message of the rule.</summary>
    public void Figures(
        Rule rule, ImmutableArray<int> tables, int page, string where, Comparison? compared, CheckOutcome outcome, Severity severity, ImmutableArray<Operand> operands,
        params ReadOnlySpan<(string Name, string Value)> values)
    {
        var tail = rules.Tails.GetValueOrDefault(outcome, Nothing);
        var zh = Fill(rule.Zh, values).Replace("{outcome}", Tail(tail.Zh), StringComparison.Ordinal);
        var en = Fill(rule.En, values).Replace("{outcome}", Tail(tail.En), StringComparison.Ordinal);
        var relation = rules.Relations.GetValueOrDefault(outcome, "");
        _checks.Add(new Check(_checks.Count + 1, rule.Id, rule.Kind, tables, page, where, compared?.Expected, compared?.Actual, compared?.Difference, compared?.Tolerance,
            outcome, outcome == CheckOutcome.Inconsistent ? severity : Severity.Info, null,
            zh.Replace("{relation}", relation, StringComparison.Ordinal), en.Replace("{relation}", relation, StringComparison.Ordinal), operands));

        string Tail(string template) => compared is not { } c || template.Length == 0 ? "" : Fill(template, ("difference", Number(c.Difference)), ("tolerance", Number(c.Tolerance)));
    }

    /// <summary>A figure of the text whose cell was printed but not read.</summary>
    public void Blocked(Rule rule, int table, int page, string where, string text, ImmutableArray<Operand> operands)
    {
        var reason = rules.Reasons["unreadable"];
        _checks.Add(new Check(_checks.Count + 1, rule.Id, rule.Kind, [table], page, where, null, null, null, null, CheckOutcome.Blocked, Severity.Warning, null,
            Fill(reason.Zh, ("where", where), ("text", text)), Fill(reason.En, ("where", where), ("text", text)), operands));
    }

    /// <summary>A rule of the whole document that does not apply to <paramref name="count"/> figures, once.</summary>
    public void NotApplicable(Rule rule, int page, string where, string reason, int count)
    {
        var text = rules.Reasons[reason];
        var number = count.ToString(CultureInfo.InvariantCulture);
        _checks.Add(new Check(_checks.Count + 1, rule.Id, rule.Kind, [], page, where, null, null, null, null, CheckOutcome.NotApplicable, Severity.Info, null,
            Fill(text.Zh, ("count", number)), Fill(text.En, ("count", number)), []));
    }

    /// <summary>Fills both builders with the parts; true when they are the same in both languages.</summary>
    private bool Addends(TableIndex table, ImmutableArray<Term> parts, bool byRow, decimal sum, string? reading)
    {
        _zh.Clear();
        int printed = 0;
        foreach (var part in parts)
        {
            if (table.At(part.Row, part.Column) is not { } amount || printed++ >= PartsShown) continue;
            if (printed > 1 || part.Sign < 0) _zh.Append(part.Sign < 0 ? (printed > 1 ? " − " : "−") : " + ");
            _zh.Append(Called(table, part, byRow)).Append(' ').Append(CultureInfo.InvariantCulture, $"{amount.Value}");
        }
        if (printed <= PartsShown && reading is null) return true;
        _en.Clear().Append(_zh);
        if (printed > PartsShown)
        {
            _zh.Append(CultureInfo.InvariantCulture, $" + …（共 {printed} 项，和 {sum}）");
            _en.Append(CultureInfo.InvariantCulture, $" + … ({printed} parts, sum {sum})");
        }
        if (reading is null) return false;
        var name = rules.Readings[reading];
        _zh.Append("［口径：").Append(name.Zh).Append('］');
        _en.Append(" [reading: ").Append(name.En).Append(']');
        return false;
    }

    private void Add(
        Rule rule, TableIndex table, int page, string where, decimal? expected, decimal? actual, decimal? difference, decimal? tolerance,
        CheckOutcome outcome, Severity severity, string zh, string en, ImmutableArray<Operand> operands) =>
        _checks.Add(new Check(_checks.Count + 1, rule.Id, rule.Kind, [table.Table.Number], page, where, expected, actual, difference, tolerance,
            outcome, severity, null, zh, en, operands));

    private static ImmutableArray<Operand> Operands(TableIndex table, Term total, ImmutableArray<Term> parts, bool byRow)
    {
        var operands = ImmutableArray.CreateBuilder<Operand>(parts.Length + 1);
        Add(total);
        foreach (var part in parts) Add(part);
        return operands.ToImmutable();

        void Add(Term term)
        {
            if (table.At(term.Row, term.Column) is { } a)
                operands.Add(new Operand(table.Table.Number, table.Row(term.Row).Number, term.Column, Called(table, term, byRow), a.Value, a.Decimals, a.Page, a.Box, term.Sign));
        }
    }

    private static string Called(TableIndex table, Term term, bool byRow) => byRow ? table.Header(term.Column) : table.Name(term.Row);

    private static string Where(TableIndex table, Term at) =>
        $"{table.TableName} p.{Page(table, at)} {table.Name(at.Row)} × {table.Header(at.Column)}";

    private static int Page(TableIndex table, Term at) => table.At(at.Row, at.Column)?.Page ?? table.Row(at.Row).Page;

    private static string Printed(TableIndex table, Term at) => table.At(at.Row, at.Column) is { } a ? Number(a.Value) : "";

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Replaces each {name}; a name without a value stays as it is.</summary>
    private string Fill(string template, params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (!template.Contains('{')) return template;
        _filled.Clear();
        int from = 0;
        for (int open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{', open + 1))
        {
            foreach (var (name, value) in values)
            {
                if (template.Length <= open + name.Length + 1 || template[open + name.Length + 1] != '}' || string.CompareOrdinal(template, open + 1, name, 0, name.Length) != 0) continue;
                _filled.Append(template, from, open - from).Append(value);
                from = open + name.Length + 2;
                break;
            }
        }
        return _filled.Append(template, from, template.Length - from).ToString();
    }
}
