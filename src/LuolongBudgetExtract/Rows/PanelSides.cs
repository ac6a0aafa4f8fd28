using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// The side of panels whose amounts say no more than 决算数: the name of the items tells it (收入 | 决算数 | 支出 | 决算数), else the sum of
/// each panel (收入总计 beside 支出总计).
/// </summary>
internal static class PanelSides
{
    public static ImmutableArray<ColumnMeaning> Apply(
        ImmutableArray<ColumnMeaning> columns, int[] panels, ImmutableArray<ImmutableArray<string>> paths, ImmutableArray<ImmutableArray<string>> texts, FormDefinition form)
    {
        // Other forms say it themselves; sources of a project are what it spends.
        if (form.Side is not null || form.Projects && form.Id != FormCatalog.Other) return columns;
        var sides = new Side?[panels.DefaultIfEmpty(-1).Max() + 1];
        for (int p = 0; p < sides.Length; p++) sides[p] = Only(Stubs(columns, panels, p).Select(c => OfName(paths[c])));
        if (sides is [null, null])
        {
            var sums = sides.Select((_, p) => Only(Stubs(columns, panels, p).SelectMany(c => texts.Select(row => OfSum(row[c]))))).ToArray();
            // One panel alone may be called so by chance: both must be told, and apart.
            if (sums is [Side.Revenue, Side.Expenditure] or [Side.Expenditure, Side.Revenue]) sides = sums;
        }

        return [.. columns.Select((c, i) => c is { Kind: ColumnKind.Amount, Side: null, HasNoSide: false } ? c with { Side = sides[panels[i]] } : c)];
    }

    private static IEnumerable<int> Stubs(ImmutableArray<ColumnMeaning> columns, int[] panels, int panel) =>
        Enumerable.Range(0, columns.Length).Where(c => panels[c] == panel && columns[c].Kind == ColumnKind.Label);

    private static Side? Only(IEnumerable<Side?> said) => said.OfType<Side>().Distinct().ToList() is [var only] ? only : null;

    private static Side? OfName(ImmutableArray<string> path)
    {
        var leaf = path.Select(FoldedText.Of).LastOrDefault(p => p.Length > 0);
        foreach (var (side, names) in HeaderWords.Kinds.SideNames)
            if (names.Contains(leaf)) return side;
        return null;
    }

    // 收入总计, 本年支出合计
    private static Side? OfSum(string text) =>
        !RowRoles.IsSum(text) ? null
        : (text.Contains("收入", StringComparison.Ordinal), text.Contains("支出", StringComparison.Ordinal)) switch
        {
            (true, false) => Side.Revenue,
            (false, true) => Side.Expenditure,
            _ => null,
        };
}
