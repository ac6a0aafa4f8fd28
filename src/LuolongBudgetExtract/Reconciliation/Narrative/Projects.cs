using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Narrative;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.Narrative;

/// <summary>Holds the number of projects that the text gives against the lists of projects.</summary>
internal static class Projects
{
    public static void Count(Rule rule, ImmutableArray<Statement> statements, Cells cells, ImmutableArray<TypedTable> tables, CheckLog log)
    {
        int loose = 0;
        Statement? first = null;
        foreach (var s in statements)
        {
            if (s.Sense.Kind != StatementKind.Count || s.Amount is not { } said || !rule["counted"].Matches(FoldedText.Of(s.Text))) continue;
            // The money in the same sentence shows that the same set of projects is meant: 涉及预算拨款 3859.00 万元，共 7 个项目.
            var money = statements.Where(m => m.Sense.Kind == StatementKind.Level && m.Text == s.Text && m.Page <= s.Page && m.Number < s.Number).ToList();
            var lists = tables.Where(t => rule.AppliesTo(t.Form) && cells.OfDepartment(t, s.Sense)).GroupBy(t => t.Form)
                .Select(g => (Tables: g.ToList(), Projects: g.SelectMany(t => t.Rows).Where(r => r.Dimensions.ProjectName is not null).ToList())).Where(l => l.Projects.Count > 0).ToList();
            var fits = lists.FirstOrDefault(l => Count(l.Projects, said) == said);
            var list = fits.Tables is not null ? fits : lists.FirstOrDefault(l => money.Any(m => IsSum(m, l.Projects)));
            if (list.Tables is null)
            {
                first ??= s;
                loose++;
                continue;
            }
            int count = Count(list.Projects, said);
            var compared = new Comparison(count, said, 0);
            log.Figures(rule, [.. list.Tables.Select(t => t.Number)], s.Page, s.Where(), compared, compared.Outcome, rule.Severity, [s.Operand()],
                ("statement", s.Said()), ("table", list.Tables[0].FormLabel ?? list.Tables[0].Title ?? list.Tables[0].Form), ("count", $"{count}"));
        }
        if (first is not null) log.NotApplicable(rule, first.Page, first.Where(), "other_projects", loose);
    }

    // A project of several units is one project to some departments, and one of each unit to others.
    private static int Count(List<TypedRow> rows, decimal said)
    {
        int names = rows.Select(r => FoldedText.Of(r.Dimensions.ProjectName)).Distinct().Count();
        return names == said ? names : rows.Select(r => (r.Dimensions.UnitCode, r.Dimensions.UnitName, FoldedText.Of(r.Dimensions.ProjectName))).Distinct().Count();
    }

    private static bool IsSum(Statement money, List<TypedRow> projects)
    {
        if (money.Yuan() is not { } said) return false;
        var firsts = projects.Where(p => p.Amounts.Length > 0).Select(p => p.Amounts[0]).ToList();
        return Math.Abs(firsts.Sum(a => Dataset.Yuan.Of(a.Value, a.Unit) ?? 0) - said) <= money.HalfYuan() + firsts.Sum(a => Dataset.Yuan.Of(Interval.Half(a.Decimals), a.Unit) ?? 0);
    }
}
