using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Narrative;

namespace LuolongBudgetExtract.Reconciliation.Narrative;

/// <summary>The whole of a share as the sentence names it (占本年支出合计的90%), told from others and found in the tables.</summary>
internal static class NamedWholes
{
    /// <summary>True when the words of an amount are those of another total than the named one: 支出总计 for 本年支出合计.</summary>
    public static bool IsOther(Rule rule, Statement share, string words) =>
        share.Sense.Whole is { } whole && KindOf(rule, whole.Words) is { } named && KindOf(rule, FoldedText.Of(words)) is { } other && named != other;

    /// <summary>The cell that the named whole is: the one that fits, else the only one.</summary>
    /// <returns>Null when the tables do not print it, or several amounts that it may be.</returns>
    public static Cell? Of(Rule rule, Statement share, Cells cells, Func<Cell, bool> fits)
    {
        if (share.Sense.Whole is not { Measure: not null } whole) return null;
        // What names no fund (本年支出合计) is of all money, else of that of the passage.
        var all = Like(rule, share, whole, whole.Fund, cells);
        var found = all.Concat(whole.Fund is null && share.Fund is { } fund ? Like(rule, share, whole, fund, cells) : []).FirstOrDefault(fits);
        return found ?? (all.Select(c => c.Value).Distinct().Count() == 1 ? all[0] : null);
    }

    private static List<Cell> Like(Rule rule, Statement share, NamedWhole whole, string? fund, Cells cells)
    {
        var asked = share with
        {
            Measure = whole.Measure, Fund = fund, Sense = share.Sense with { Side = whole.Side, Period = whole.Period, Item = whole.Item, Code = whole.Code },
        };
        // The amount itself is no whole of its own.
        return [.. cells.Like(asked, whole.Period).Where(c => c.Value is > 0 && c.Value != share.Yuan() && !IsOther(rule, share, c.Row.Label ?? ""))];
    }

    private static string? KindOf(Rule rule, string words) => rule.Terms.FirstOrDefault(t => t.Matches(words))?.Name;
}
