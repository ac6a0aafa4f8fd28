using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Narrative;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.Narrative;

/// <summary>Holds "there is none" against the tables: in the text, in the remark of a table, and where a remark is missing or names another table.</summary>
internal static class Notes
{
    private const string SubjectOf = "subject.";

    /// <summary>The text says that there is none, and the table has an amount.</summary>
    public static void Said(Rule rule, ImmutableArray<Statement> statements, Cells cells, ImmutableArray<TypedTable> tables, CheckLog log)
    {
        foreach (var s in statements)
        {
            if (s.Sense is not { Kind: StatementKind.None, Item: null, Period: null or "current" } || rule["ofTable"].Matches(s.Text)) continue;
            var like = cells.All.Where(c => cells.OfDepartment(c.Table, s.Sense) && Means(c, s)).ToList();
            var empty = tables.Where(t => cells.OfDepartment(t, s.Sense) && t.IsEmpty && s.Fund is not null && s.Measure is null && rule[SubjectOf + t.Form].Matches(FoldedText.Of(s.Text))).ToList();
            if (like.Count == 0 && empty.Count == 0) continue;
            var printed = like.FirstOrDefault(c => c.Amount.Value != 0);
            var table = printed?.Table ?? like.FirstOrDefault()?.Table ?? empty[0];
            log.Figures(rule, [table.Number], s.Page, s.Where(), null, printed is null ? CheckOutcome.Exact : CheckOutcome.Inconsistent, rule.Severity,
                printed is null ? [s.Operand()] : [s.Operand(), printed.Operand],
                ("statement", s.Subject), ("table", Name(table)), ("value", printed is null ? "" : $"{printed.Amount.Value}{printed.Amount.Unit}"), ("relation", printed is null ? "=" : "≠"));
        }
    }

    /// <summary>The remark says that the table has no data, and it has.</summary>
    public static void WithData(Rule rule, ImmutableArray<TypedTable> tables, ImmutableArray<Statement> statements, CheckLog log)
    {
        foreach (var table in tables)
        {
            if (table.Form == "other" || Remark(rule, table, statements) is not { } remark || NamesOther(rule, table, remark)) continue;
            var printed = table.Rows.Where(r => r.Role is not RowRole.Note).SelectMany(r => r.Amounts.Select(a => (Row: r, Amount: a))).FirstOrDefault(p => p.Amount.Value != 0);
            bool contradicts = printed.Amount is not null;
            log.Figures(rule, [table.Number], table.FirstPage, $"{Name(table)} p.{table.FirstPage}", null, contradicts ? CheckOutcome.Inconsistent : CheckOutcome.Exact, rule.Severity,
                contradicts ? [new Operand(table.Number, printed.Row.Number, printed.Amount!.Column, printed.Row.Label ?? "", printed.Amount.Value, printed.Amount.Decimals, printed.Amount.Page, printed.Amount.Box)] : [],
                ("table", Name(table)), ("remark", remark), ("value", contradicts ? $"{printed.Amount!.Value}{printed.Amount.Unit}" : "0"), ("relation", contradicts ? "≠" : "="));
        }
    }

    /// <summary>A table without data and without a remark, of which the text says nothing either. A file of tables alone has no text that could.</summary>
    public static void Missing(Rule rule, Rule tablesAlone, ImmutableArray<TypedTable> tables, ImmutableArray<Statement> statements, CheckLog log) =>
        Missing(statements.IsEmpty ? tablesAlone : rule, tables, statements, log);

    private static void Missing(Rule rule, ImmutableArray<TypedTable> tables, ImmutableArray<Statement> statements, CheckLog log)
    {
        foreach (var table in tables)
        {
            if (!rule.AppliesTo(table.Form) || !table.IsEmpty || !table.Columns.Any(c => c.Kind == ColumnKind.Amount) || table.Unplaced.Length > 0) continue;
            var subject = rule[SubjectOf + table.Form];
            bool noted = table.Note is not null || table.Rows.SelectMany(r => r.Cells).Any(c => c.StartsWith('无') || c.StartsWith("（无", StringComparison.Ordinal) || c.StartsWith("(无", StringComparison.Ordinal)) || statements.Any(s => Speaks(s) && (subject.Matches(FoldedText.Of(s.Text)) || subject.Matches(FoldedText.Of(s.Section))));
            if (!noted) log.Figures(rule, [table.Number], table.FirstPage, $"{Name(table)} p.{table.FirstPage}", null, CheckOutcome.Inconsistent, rule.Severity, [], ("table", Name(table)));
        }

        static bool Speaks(Statement s) => s.Sense.Kind == StatementKind.None || s.Amount == 0;
    }

    /// <summary>The remark of one table speaks of another.</summary>
    public static void OfOtherTable(Rule rule, ImmutableArray<TypedTable> tables, CheckLog log)
    {
        foreach (var table in tables)
        {
            if (table.Note is not { } note || Sentence(rule, note) is not { } remark || !NamesOther(rule, table, remark)) continue;
            log.Figures(rule, [table.Number], table.LastPage, $"{Name(table)} p.{table.LastPage}", null, CheckOutcome.Inconsistent, rule.Severity, [], ("table", Name(table)), ("remark", remark));
        }
    }

    private static bool Means(Cell c, Statement s) =>
        c.Item is null && c.Period is null or "current" or "all" && c.Measure == (s.Measure ?? "total")
        && (s.Measure?.StartsWith("three_public", StringComparison.Ordinal) == true || c.Fund == s.Fund && c.Table.Form is "government_fund_expenditure" or "state_capital_expenditure");

    // A remark that stands above its table, or on the page before it, is a line of the text for the reader of pages.
    private static string? Remark(Rule rule, TypedTable table, ImmutableArray<Statement> statements) =>
        Sentence(rule, table.Note) ?? statements.FirstOrDefault(s => s.Sense.Kind == StatementKind.None && s.Page >= table.FirstPage && s.Page <= table.LastPage
            && Sentence(rule, s.Text) is not null && rule[SubjectOf + table.Form].Matches(FoldedText.Of(s.Text)))?.Text;

    // The sentence of a remark that says it: 故此表无数据. Conditions (如此表为空…) say nothing.
    private static string? Sentence(Rule rule, string? note) =>
        note?.Split('。', '\n').FirstOrDefault(n => rule["noData"].Matches(FoldedText.Of(n)) && !rule["conditional"].Matches(FoldedText.Of(n)));

    private static bool NamesOther(Rule rule, TypedTable table, string remark)
    {
        var text = FoldedText.Of(remark);
        var own = rule[SubjectOf + table.Form];
        return own.Words.Length > 0 && !own.Matches(text) && rule.Terms.Any(t => t.Name.StartsWith(SubjectOf, StringComparison.Ordinal) && t.Matches(text));
    }

    private static string Name(TypedTable table) => $"{table.FormLabel} {table.Title ?? table.Form}".Trim();
}
