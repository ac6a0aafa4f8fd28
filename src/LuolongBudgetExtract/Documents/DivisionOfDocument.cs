using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Documents;

/// <summary>Finds the administrative division whose government publishes a document.</summary>
internal static class DivisionOfDocument
{
    /// <summary>Lines of the cover that name the place if any do.</summary>
    private const int CoverLines = 12;

    /// <summary>Different counties of one prefecture (or prefectures of one province) that a report names when it goes through them all.</summary>
    private const int FewestParts = 5;

    /// <summary>The department's name, then the title, the cover, the titles of tables, the names of its parts, the codes of projects.</summary>
    public static (Division Division, Evidence Evidence)? Of(
        Evidence? department, (DocumentTitle Title, Evidence Evidence)? title, ImmutableArray<Evidence> front,
        ImmutableArray<LogicalTable> tables, ImmutableArray<OutsideLine> outside)
    {
        foreach (var said in (ReadOnlySpan<Evidence?>)[department, title?.Evidence])
            if (said is not null && Divisions.Named(said.Text) is { } named) return (named, said);
        if (Divisions.Named(string.Join('\n', front.Take(CoverLines).Select(l => l.Text))) is { } cover)
            return (cover, front.FirstOrDefault(l => Divisions.Named(l.Text) == cover) ?? front.First(l => Divisions.Mentions(l.Text, cover)));
        return OfTitles(tables) ?? (title is { Title.Scope: Scope.Government } ? OfParts(tables, outside) : null) ?? OfProjects(tables);
    }

    private static (Division, Evidence)? OfTitles(ImmutableArray<LogicalTable> tables)
    {
        var named = tables.Where(t => t.Around.Title is not null).Select(t => (Division: Divisions.Named(t.Around.Title!), Table: t)).Where(t => t.Division is not null)
            .GroupBy(t => t.Division!).OrderByDescending(g => g.Count()).ToList();
        return named.Count == 0 || named.Count > 1 && named[0].Count() < 2 * named[1].Count() ? null
            : (named[0].Key, new Evidence(named[0].First().Table.Around.Title!, named[0].First().Table.FirstPage));
    }

    // A report that says only 全市 names its counties one after the other.
    private static (Division, Evidence)? OfParts(ImmutableArray<LogicalTable> tables, ImmutableArray<OutsideLine> outside)
    {
        var texts = outside.Select(l => new Evidence(l.Line.Text, l.Page))
            .Concat(tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells.Take(2)).Select(c => new Evidence(c.Text, c.Page))).ToList();
        if (Divisions.WholeOf(texts.Select(t => t.Text), FewestParts) is not { } whole) return null;
        var evidence = texts.FirstOrDefault(t => Divisions.Named(t.Text) == whole)
            ?? texts.First(t => Divisions.Mentions(t.Text, whole, orPart: true));
        return (whole, evidence);
    }

    // Codes of projects begin with the six digits of the division (预算管理一体化).
    private static (Division, Evidence)? OfProjects(ImmutableArray<LogicalTable> tables)
    {
        var codes = tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => (Cell: c, CodeText.Split(c.Text).Code))
            .Where(c => c.Code is not null && CodeText.Classify(c.Code) == CodeSystem.Project).ToList();
        var starts = codes.Select(c => c.Code![..6]).Distinct().ToList();
        return starts is [var only] && Divisions.Find(only) is { } division ? (division, new Evidence(codes[0].Cell.Text, codes[0].Cell.Page)) : null;
    }
}
