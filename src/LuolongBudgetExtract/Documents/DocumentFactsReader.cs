using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Documents;

/// <summary>Reads what a document says about itself: from its cover, its titles and its tables, never from its file name.</summary>
public static class DocumentFactsReader
{
    /// <returns>The facts, and for each table whose it is.</returns>
    public static (DocumentFacts Facts, ImmutableArray<TableOwner> Owners) Read(ImmutableArray<LogicalTable> tables, ImmutableArray<FormMatch> forms, ImmutableArray<OutsideLine> outside)
    {
        var front = FrontPages.Lines(outside);
        var title = FrontPages.Title(outside);
        (DocumentTitle Title, Evidence Evidence)? said = title is { } found ? (found.Title, found.Evidence) : null;
        var kind = KindOf(said, forms, front, tables);
        var year = FiscalYears.Of(said, front, tables, outside);
        var printed = Departments.Printed(tables, forms, outside);
        var department = Departments.Of(printed, title, front);
        var division = DivisionOfDocument.Of(department, said, front, tables, outside);
        var facts = new DocumentFacts(kind.Kind, year?.Year, department?.Text, Departments.Code(tables), division?.Division.Code, division?.Division.Name,
            ScopeOf(department, title, tables), new FactEvidence(kind.Evidence, year?.Evidence, department, division?.Evidence));
        return (facts, Departments.Owners(tables, printed, facts));
    }

    // The title of the document says it; else the forms; else the words of the cover and the titles.
    private static (string Kind, Evidence? Evidence) KindOf(
        (DocumentTitle Title, Evidence Evidence)? title, ImmutableArray<FormMatch> forms, ImmutableArray<Evidence> front, ImmutableArray<LogicalTable> tables)
    {
        if (title is { } said) return (said.Title.Kind, said.Evidence);
        int final = forms.Count(f => f.FinalAccount == true), budget = forms.Count(f => f.FinalAccount == false);
        var texts = front.Concat(tables.Where(t => t.Around.Title is not null).Select(t => new Evidence(t.Around.Title!, t.FirstPage))).ToList();
        if (final == budget)
        {
            final = texts.Count(t => Says(t, "决算"));
            budget = texts.Count(t => Says(t, "预算"));
        }
        var (kind, word) = final > budget ? ("final_account", "决算") : budget > 0 ? ("budget", "预算") : ("other", "");
        return (kind, word.Length == 0 ? null : texts.Find(t => Says(t, word)) ?? Heading(tables, word));
    }

    private static bool Says(Evidence text, string word) => LineKinds.Normal(text.Text).Contains(word, StringComparison.Ordinal);

    // 预算数 in a boxhead.
    private static Evidence? Heading(ImmutableArray<LogicalTable> tables, string word) =>
        tables.SelectMany(t => t.Paths.SelectMany(p => p).Select(p => new Evidence(p, t.FirstPage))).FirstOrDefault(e => Says(e, word));

    private static Scope? ScopeOf(Evidence? department, (DocumentTitle Title, Evidence Evidence, Evidence? Before)? title, ImmutableArray<LogicalTable> tables)
    {
        var words = DocumentWords.Default;
        // 汇总 and 本级 beside the name say more than the kind of the document.
        foreach (var name in (ReadOnlySpan<string?>)[department?.Text, title?.Before?.Text])
            if (name is not null && words.ScopeOfName(LineKinds.Normal(name)) is { } own) return own;
        return title?.Title.Scope
            ?? (department is null && tables.Any(t => t.Around.Title is { } text && words.ScopeOf(LineKinds.Normal(text)) == Scope.Government) ? Scope.Government : null);
    }
}
