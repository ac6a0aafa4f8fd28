using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Reconciliation.CrossTable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.Lists;

/// <summary>The projects of the expenditure form against those of the performance targets: fuzzy names, exact years and amounts (compute: projects_match).</summary>
internal static partial class ProjectMatch
{
    // 用于社会福利的彩票公益金项目 and …专项 are one project; two projects of a department share less.
    private const double Alike = 0.6;

    private static readonly Selector Money = Selector.Parse("* measure=project period=all|current|none");

    private sealed record Project(TableIndex Table, int Row, Amount Amount, string Name, string Key, decimal Yuan, decimal Width);

    public static IEnumerable<Check> Of(Rule rule, ImmutableArray<TableFigures> scope)
    {
        var expenditure = Projects(scope, "project_expenditure", "general_budget_project_expenditure");
        var targets = Projects(scope, "project_performance_targets");
        if (expenditure.Count == 0 || targets.Count == 0) yield break;
        // Equal names first, so that only names that have no counterpart are compared.
        var names = targets.Select(t => t.Key).ToHashSet();
        var byName = expenditure.ToLookup(p => p.Key);
        foreach (var group in targets.GroupBy(t => t.Key))
            if (byName[group.Key].ToList() is { Count: > 0 } same) yield return Amounts(rule, same, [.. group]);
        var left = expenditure.Where(p => !names.Contains(p.Key)).ToList();
        foreach (var target in targets.Where(t => !byName.Contains(t.Key)))
        {
            var best = left.Where(p => p.Yuan != 0 && Math.Abs(p.Yuan - target.Yuan) <= p.Width + target.Width).Select(p => (Project: p, Likeness: NameLikeness.Of(p.Key, target.Key))).OrderByDescending(p => p.Likeness).FirstOrDefault();
            if (best.Project is not { } found || best.Likeness < Alike) continue;
            left.Remove(found);
            // Another word for the same thing is worth a look, another year is an error.
            bool sameYears = YearsOf(found.Key).SequenceEqual(YearsOf(target.Key));
            yield return Pair(rule, [found], [target], CheckOutcome.Inconsistent, found.Name, target.Name, sameYears ? "" : rule["years"].Words[0], sameYears ? Severity.Warning : rule.Severity);
        }
    }

    /// <summary>One name; its money in both forms, added up where several units carry the project.</summary>
    private static Check Amounts(Rule rule, List<Project> expenditure, List<Project> targets)
    {
        var outcome = Interval.Compare(expenditure.Sum(p => p.Yuan) - targets.Sum(p => p.Yuan), expenditure.Concat(targets).Sum(p => p.Width));
        // The sheet of a fund (专项资金) may be of more than the projects of that name.
        bool isSheet = targets.Exists(t => t.Table.Row(t.Row).Role == RowRole.Total);
        return Pair(rule, expenditure, targets, outcome, $"{expenditure[0].Name} {Sum(expenditure)}", Sum(targets), "", isSheet ? Severity.Warning : rule.Severity);

        static string Sum(List<Project> projects) => string.Join(" + ", projects.Select(p => $"{p.Amount.RawText.Trim()}{p.Amount.Unit}"));
    }

    private static Check Pair(Rule rule, List<Project> expenditure, List<Project> targets, CheckOutcome outcome, string left, string right, string note, Severity severity)
    {
        var at = expenditure[0];
        (string, string)[] values = [("left", left), ("right", right), ("relation", outcome == CheckOutcome.Inconsistent ? "≠" : "="), ("note", note)];
        decimal factor = at.Amount.Value == 0 ? 1 : at.Yuan / at.Amount.Value, expected = targets.Sum(p => p.Yuan) / factor, actual = expenditure.Sum(p => p.Yuan) / factor;
        return new Check(0, rule.Id, rule.Kind, [.. expenditure.Concat(targets).Select(p => p.Table.Table.Number).Distinct()], at.Table.Row(at.Row).Page,
            $"{at.Table.TableName} p.{at.Amount.Page} ↔ {targets[0].Table.TableName} p.{targets[0].Amount.Page} {at.Name}", expected, actual, actual - expected,
            expenditure.Concat(targets).Sum(p => p.Width) / factor, outcome, outcome == CheckOutcome.Inconsistent ? severity : Severity.Info, null,
            Template.Fill(rule.Zh, values), Template.Fill(rule.En, values), [.. expenditure.Select(p => Operand(p, 1)), .. targets.Select(p => Operand(p, -1))]);
    }

    private static Operand Operand(Project p, int sign) => new(
        p.Table.Table.Number, p.Table.Row(p.Row).Number, p.Amount.Column, $"{p.Table.TableName} {p.Name}", p.Amount.Value, p.Amount.Decimals, p.Amount.Page, p.Amount.Box, sign);

    private static List<Project> Projects(ImmutableArray<TableFigures> scope, params ReadOnlySpan<string> forms)
    {
        var projects = new List<Project>();
        foreach (var figures in scope)
        {
            if (!forms.Contains(figures.Index.Table.Form) || figures.Columns(Money, "project") is not [var column] || figures.Factor is not { } factor) continue;
            // A sheet of fields names its project once; of its amounts only the sum of the year is the project's money.
            var role = figures.Index.Table.Columns.Any(c => c.Kind is ColumnKind.ProjectName or ColumnKind.ProjectCode) ? RowRole.Detail : RowRole.Total;
            bool counted = false;
            for (int r = 0; r < figures.Index.Table.Rows.Length; r++)
            {
                // 合计 of the sources, of the estimate and of the purchases of a sheet are the same money told again.
                if (role == RowRole.Total && figures.Index.Row(r).Cells.Any(IndicatorWords.Default.IsProjectField)) counted = false;
                if (!counted && figures.Index.Row(r) is { Dimensions.ProjectName: { } name } row && row.Role == role && (role == RowRole.Total || !figures.Index.HasChildren(r))
                    && figures.At(r, column) is { } amount && amount.Meaning?.Period is null or "current" or "all")
                {
                    counted = role == RowRole.Total;
                    projects.Add(new Project(figures.Index, r, amount, name, KeyOf(name), amount.Value * factor, Interval.Half(amount, figures.Finest) * factor));
                }
            }
        }
        return projects;
    }

    // Without the code before it; 2026年信访专项经费 and 2026信访专项经费 are one name.
    private static string KeyOf(string name) => WordOfYear().Replace(LeadingCode().Replace(FoldedText.Of(name), ""), "$1");

    private static IEnumerable<string> YearsOf(string name) => Year().Matches(name).Select(m => m.Value);

    [GeneratedRegex(@"20\d\d")]
    private static partial Regex Year();

    [GeneratedRegex(@"(20\d\d)年度?")]
    private static partial Regex WordOfYear();

    // 11000022T000000444194-法律援助办案补贴
    [GeneratedRegex(@"^[0-9A-Z]{10,}-?")]
    private static partial Regex LeadingCode();
}
