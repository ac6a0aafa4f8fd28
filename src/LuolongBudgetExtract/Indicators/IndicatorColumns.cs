using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Indicators;

/// <summary>Where one indicator of a row stands; numbers of leaf columns, -1 for what the form does not print.</summary>
/// <param name="Level1Name">成本指标 over 三级指标 | 指标值: the level that the boxhead names for the column.</param>
/// <param name="Combined">The name column holds all levels one after the other.</param>
internal sealed record IndicatorColumns(
    int Level1, string? Level1Name, int Level2, int Name, bool Combined, int Comparator, int Target, int Unit, int Explanation)
{
    /// <summary>The indicators that a row under this header holds: one, or one for each pair of name and target.</summary>
    /// <param name="header">Lowest header text of each leaf column.</param>
    /// <param name="above">The header text above it; empty where there is none.</param>
    public static ImmutableArray<IndicatorColumns> Of(IReadOnlyList<string> header, IReadOnlyList<string> above)
    {
        var roles = header.Select(IndicatorWords.Default.ColumnOf).ToArray();
        int First(IndicatorColumn role) => Array.IndexOf(roles, role);
        int combined = First(IndicatorColumn.Combined), level3 = First(IndicatorColumn.Level3);
        var targets = Enumerable.Range(0, roles.Length).Where(c => roles[c] == IndicatorColumn.Target).ToList();
        if (targets.Count == 0) return [];
        if (targets.Count > 1)
            return [.. targets.Where(t => t > 0 && roles[t - 1] == IndicatorColumn.Level3)
                .Select(t => new IndicatorColumns(-1, Level1NameOf(above[t - 1]), -1, t - 1, false, -1, t, -1, -1))];
        int name = level3 >= 0 ? level3 : combined;
        return name < 0 ? [] : [new IndicatorColumns(First(IndicatorColumn.Level1), null, First(IndicatorColumn.Level2), name, level3 < 0,
            First(IndicatorColumn.Comparator), targets[0], First(IndicatorColumn.Unit), First(IndicatorColumn.Explanation))];
    }

    private static string? Level1NameOf(string above) =>
        IndicatorWords.Default.Level1Names.Contains(FoldedText.Of(above)) ? above : null;
}
