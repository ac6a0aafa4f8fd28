using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 采购品目大类 | 专项名称 | 经济科目 | 采购物品名称: what is bought stands below the project and the economic item that pay for it, and these are
/// its own though they are printed once. They never name the row, so they come after its label and place.
/// </summary>
internal static class ProcurementItems
{
    private const string Items = "经济科目";

    /// <param name="rows">The rows with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, ImmutableArray<LeafColumn> columns, int? year)
    {
        int items = columns.FirstOrDefault(c => c.Path is [.., var leaf] && FoldedText.Of(leaf) is Items or "部门经济科目" or "部门预算支出经济分类科目")?.Index ?? -1;
        var own = new Dictionary<int, RowDimensions>();
        return rows.ConvertAll(row =>
        {
            var d = row.Dimensions;
            if (items >= 0 && d is { DeptEconCode: null, DeptEconName: null }) d = WithItem(d, row.Cells[items], year);
            if (row.Role == RowRole.Detail && row.Parent is { } parent && own.TryGetValue(parent, out var above))
            {
                if (d is { ProjectName: null, ProjectCode: null }) d = d with { ProjectName = above.ProjectName, ProjectCode = above.ProjectCode };
                if (d is { DeptEconCode: null, DeptEconName: null }) d = d with { DeptEconCode = above.DeptEconCode, DeptEconName = above.DeptEconName };
            }
            own[row.Number] = d;
            return row with { Dimensions = d };
        });
    }

    // 办公设备购置 is an item of 309 and of 310: a name without a code.
    private static RowDimensions WithItem(RowDimensions d, string printed, int? year)
    {
        var codes = CodeLists.DeptEcons.Named(printed).Where(e => e.InForce(year)).Select(e => e.Code).Distinct().ToList();
        return codes.Count == 0 ? d : d with { DeptEconName = printed, DeptEconCode = codes.Count == 1 ? codes[0] : null };
    }
}
