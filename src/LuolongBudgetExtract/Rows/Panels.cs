using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>Side-by-side panels of one table: 收入 | 支出, or the two halves of an economic classification set in two columns.</summary>
internal static class Panels
{
    /// <summary>
    /// For each column the number of its panel. A new panel begins where a stub column follows amounts and has amounts of its own, unless
    /// what stands before names no items (项目名称 | 总金额 | 经济科目 | 金额): such rows go on.
    /// </summary>
    public static int[] Of(ImmutableArray<ColumnMeaning> columns)
    {
        var panels = new int[columns.Length];
        int panel = 0;
        bool amounts = false, items = false;
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i].Kind == ColumnKind.Amount) amounts = true;
            else if (OpensPanel(columns[i].Kind))
            {
                if (amounts && items && columns.Skip(i).Any(c => c.Kind == ColumnKind.Amount)) (panel, amounts) = (panel + 1, false);
                items = true;
            }
            panels[i] = panel;
        }
        return panels;
    }

    private static bool OpensPanel(ColumnKind kind) => kind is ColumnKind.Label
        or ColumnKind.FunctionCode or ColumnKind.FunctionName or ColumnKind.FunctionClass
        or ColumnKind.DeptEconCode or ColumnKind.DeptEconName or ColumnKind.DeptEconClass
        or ColumnKind.GovEconCode or ColumnKind.GovEconName or ColumnKind.GovEconClass;
}
