using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>A total column with what it may total: one reading a declared alternative, in order.</summary>
/// <param name="OnlyOfWhich">The parts all stand under 其中, or are one class of several, so that they need not exhaust the total.</param>
internal sealed record ColumnGroup(
    int Total, ImmutableArray<(string Reading, ImmutableArray<Addend> Columns)> Readings, bool OnlyOfWhich = false, string? Reason = null);

/// <summary>A column that takes part in a sum. Where a group's own total is left blank in a row, its parts stand for it.</summary>
internal sealed record Addend(int Column, ImmutableArray<int> Parts);

/// <summary>Finds the total columns of a boxhead and the columns that each of them adds up.</summary>
internal sealed class ColumnGroups(Rule rule, TypedTable table)
{
    private const string LeaveOut = "leaveOut.";

    public IEnumerable<ColumnGroup> Of(PanelIndex panel) => Under(HeaderNode.Of(table, panel));

    private IEnumerable<ColumnGroup> Under(HeaderNode node)
    {
        // Averages, rates and shares stand under headers like money, but do not add up.
        if (rule["notAdditive"].Matches(node.Name)) yield break;
        foreach (var child in node.Children)
            foreach (var group in Under(child))
                yield return group;
        if (TotalOf(node) is not { } total) yield break;
        // A total that is itself spread over columns (总计 over 一般公共预算, 政府性基金) adds up the same column of each sibling.
        foreach (var (path, column) in total.Leaves())
            foreach (var addends in Cuts(node, total))
                if (GroupOf(addends, path, column) is { } group)
                    yield return group;
    }

    // 资金总额 | 按收入性质分{…} | 按支出性质分{…}: each cuts the whole anew.
    private IEnumerable<List<HeaderNode>> Cuts(HeaderNode node, HeaderNode total)
    {
        var addends = node.Children.Where(c => c != total && !rule["memo"].Matches(c.Name) && !(rule["otherPeriod"].Matches(c.Name) && !rule["otherPeriod"].Matches(node.Name))).ToList();
        return addends.Count > 1 && addends.TrueForAll(c => rule["cut"].Matches(c.Name)) ? addends.Select(c => new List<HeaderNode> { c }) : [addends];
    }

    private ColumnGroup? GroupOf(List<HeaderNode> addends, string path, int column)
    {
        var period = PeriodClass(column);
        bool SamePeriod(int other) => period is null || PeriodClass(other) is not { } own || own == period;
        var years = addends.Select(c => YearOf(c.Name)).OfType<string>().Distinct().Count();
        if (years > 1) return new ColumnGroup(column, [], Reason: "several_periods");
        var readings = ImmutableArray.CreateBuilder<(string, ImmutableArray<Addend>)>();
        foreach (var term in rule.Terms.Where(t => t.Name.StartsWith(LeaveOut, StringComparison.Ordinal)))
        {
            var columns = addends.Where(c => !term.Matches(c.Name)).SelectMany(c => Values(c, path)).Where(c => SamePeriod(c.Column)).ToImmutableArray();
            if (columns.Length > 0 && !readings.Any(r => r.Item2.Select(a => a.Column).SequenceEqual(columns.Select(a => a.Column)))) readings.Add((term.Name[LeaveOut.Length..], columns));
        }
        return readings.Count == 0 ? null : new ColumnGroup(column, readings.ToImmutable(), addends.All(a => rule["ofWhichGroup"].Matches(a.Name)) || addends is [var only] && IsClass(only));
    }

    // 合计 beside 工资福利支出 alone: a wide table goes on with the other classes on pages that print no items.
    private bool IsClass(HeaderNode node) => node.Leaves().All(l => table.Columns[l.Column].Measure?.StartsWith("economic.", StringComparison.Ordinal) == true);

    /// <summary>The columns that stand for a node in a sum: its total column if it has one, else those of its parts.</summary>
    private IEnumerable<Addend> Values(HeaderNode node, string path)
    {
        if (node.IsLeaf) return path.Length == 0 ? [new Addend(node.Column, [])] : [];
        if (path.Length > 0)
        {
            var same = node.Leaves().Where(l => l.Path == path).Select(l => new Addend(l.Column, [])).ToList();
            if (same.Count > 0) return same;
            return TotalOf(node) is { } inner ? Values(inner, path) : node.Children.Where(c => !rule["memo"].Matches(c.Name)).SelectMany(c => Values(c, path));
        }
        if (TotalOf(node) is { IsLeaf: true } total)
            return [new Addend(total.Column, [.. node.Children.Where(c => c != total && !rule["memo"].Matches(c.Name)).SelectMany(c => Values(c, path)).Select(a => a.Column)])];
        return node.Children.Where(c => !rule["memo"].Matches(c.Name)).SelectMany(c => Values(c, path));
    }

    /// <summary>The child that totals its siblings: the only one named so, or among several the grand total.</summary>
    private HeaderNode? TotalOf(HeaderNode node)
    {
        if (node.Children.Count < 2) return null;
        var named = node.Children.Where(c => rule["total"].Matches(c.Name)).ToList();
        if (named.Count > 1)
        {
            var grand = named.Where(c => rule["grand"].Matches(c.Name)).ToList();
            return grand.Count == 1 ? grand[0] : null;
        }
        // A leaf total beside leaves or groups; a spread total only beside groups with the same columns.
        return named.Count == 0 ? null
            : named[0].IsLeaf || node.Children.All(c => c == named[0] || !c.IsLeaf) ? named[0]
            : null;
    }

    // Money of last year never adds to money of this year; carried-over money does. A header that was not understood tells nothing.
    private string? PeriodClass(int column) => table.Columns[column].Period switch
    {
        null => null,
        "current" or "carried_over" or "next_year" or "opening" or "closing" or "all" => "",
        var other => other,
    };

    private static string? YearOf(string name)
    {
        int at = name.IndexOf("20", StringComparison.Ordinal);
        return at >= 0 && at + 4 < name.Length && name[at + 4] == '年' && char.IsAsciiDigit(name[at + 2]) && char.IsAsciiDigit(name[at + 3]) ? name.Substring(at, 4) : null;
    }
}
