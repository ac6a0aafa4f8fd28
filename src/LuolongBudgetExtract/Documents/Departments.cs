using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Documents;

/// <summary>Finds the organisation that publishes a document, and that of each table.</summary>
internal static partial class Departments
{
    private const int LongestName = 60;

    /// <summary>A name cut by a line break lacks few characters: 中国共产党江苏省委员会办 | 公厅.</summary>
    private const int LongestRest = 8;

    /// <summary>Rows of a form in which its field 部门名称 stands.</summary>
    private const int FieldRows = 4;

    /// <summary>Tables, then the cover, then the title of the document, then the field 部门名称 of a form; null when none tells or two tell alike often.</summary>
    public static Evidence? Of(
        ImmutableArray<Evidence?> ofTables, (DocumentTitle Title, Evidence Evidence, Evidence? Before)? title, ImmutableArray<Evidence> front)
    {
        if (title is { Title.Scope: Scope.Government }) return null;
        var cover = front.Where(l => LineKinds.Department(l.Text) is not null).Select(l => l with { Text = Name(LineKinds.Department(l.Text)!) })
            .FirstOrDefault(l => DocumentTitle.NameOf(l.Text) is not null);
        var titled = title is not { } t ? null
            : t.Title.Name is { } name ? new Evidence(name, t.Evidence.Page)
            : t.Before is { } before && DocumentTitle.NameOf(before.Text) is { } above ? before with { Text = above } : null;
        var counts = ofTables.OfType<Evidence>().GroupBy(e => e.Text).OrderByDescending(g => g.Count()).ToList();
        var own = counts.Count == 0 || counts.Count > 1 && counts[0].Count() == counts[1].Count() ? null : counts[0].First();
        var said = cover ?? titled;
        // Tables of several units do not outvote the cover of their department.
        return said is not null && counts.Count != 1 ? said : own;
    }

    /// <summary>Whose each table is: what it says itself, else the document where no table says another.</summary>
    public static ImmutableArray<TableOwner> Owners(ImmutableArray<LogicalTable> tables, ImmutableArray<Evidence?> printed, DocumentFacts facts)
    {
        bool single = printed.All(p => p is null || p.Text == facts.Department);
        return [.. printed.Select((p, i) => p is null
            ? single ? new TableOwner(facts.Department, facts.Scope) : new TableOwner(null, null)
            : new TableOwner(p.Text, (tables[i].Around.Department is { } name ? DocumentWords.Default.ScopeOfName(LineKinds.Normal(name)) : null)
                ?? DocumentWords.Default.ScopeOfName(LineKinds.Normal(p.Text)) ?? (p.Text == facts.Department ? facts.Scope : null)))];
    }

    /// <summary>The organisation printed at each table, or in its field 部门名称, without code and 汇总; null where none is.</summary>
    public static ImmutableArray<Evidence?> Printed(ImmutableArray<LogicalTable> tables, ImmutableArray<FormMatch> forms, ImmutableArray<OutsideLine> outside)
    {
        var named = tables.Select((t, i) => t.Around.Department is { } printed ? new Evidence(Name(printed), t.FirstPage)
            : forms[i].Form == "department_performance_targets" ? Field(t) : null).ToList();
        var names = named.OfType<Evidence>().Select(e => e.Text).Distinct().ToList();
        var lines = outside.Where(l => l.Line.Text.Length <= LongestRest).Select(l => (l.Page, l.Line.Text)).ToHashSet();
        return [.. named.Select(e => e is null || e.Text.Length is < 2 or > LongestName ? null : e with { Text = Whole(e, names, lines) })];
    }

    /// <summary>The code printed before the first name; null when none is.</summary>
    public static string? Code(ImmutableArray<LogicalTable> tables)
    {
        foreach (var table in tables)
            if (table.Around.Department is { } printed && LeadingCode().Match(printed) is { Success: true } match) return match.Groups[1].Value;
        return null;
    }

    private static string Name(string printed) => Summary().Replace(LeadingCode().Replace(printed, ""), "").Trim();

    // The longer name that another table prints, when what this one lacks stands on the page as a line of its own.
    private static string Whole(Evidence name, List<string> names, HashSet<(int, string)> lines) =>
        names.Find(n => n.Length > name.Text.Length && n.StartsWith(name.Text, StringComparison.Ordinal) && lines.Contains((name.Page, n[name.Text.Length..]))) ?? name.Text;

    // 部门名称 | 北京市公安局
    private static Evidence? Field(LogicalTable table)
    {
        foreach (var row in table.Rows.Take(FieldRows))
            for (int c = 0; c + 1 < row.Cells.Length; c++)
            {
                if (!DocumentWords.Default.DepartmentFields.Contains(LineKinds.Normal(row.Cells[c].Text).TrimEnd(':'))) continue;
                var value = row.Cells.Skip(c + 1).FirstOrDefault(cell => cell != row.Cells[c] && cell.Text.Length > 0);
                if (value is not null && DocumentTitle.NameOf(Name(value.Text)) is { } name) return new Evidence(name, value.Page);
            }
        return null;
    }

    [GeneratedRegex(@"^[\[【(（]?(\d{3,9})[\]】)）]?[\-—_ ]*")]
    private static partial Regex LeadingCode();

    [GeneratedRegex(@"[（(](?:部门)?汇总[）)]$")]
    private static partial Regex Summary();
}
