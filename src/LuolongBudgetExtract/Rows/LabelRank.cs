using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>The label of a row is its rightmost name: an item before a qualifier (采购组织形式, 年度), that before the organisation.</summary>
internal static partial class LabelRank
{
    /// <returns>0 for what is no label.</returns>
    public static int Of(ColumnKind kind, string text) => kind switch
    {
        // 办公费 | 30201: a code is the label only where it stands alone.
        ColumnKind.FunctionCode or ColumnKind.DeptEconCode or ColumnKind.GovEconCode when CellKinds.IsNumber(text) => 1,
        // A02020100 | 复印机: so is that of a good.
        not (ColumnKind.LineNumber or ColumnKind.UnitCode or ColumnKind.ProjectCode or ColumnKind.Amount or ColumnKind.Percent or ColumnKind.Count or ColumnKind.Unknown) when CodeText.IsOfGoods(text) => 1,
        ColumnKind.Label or ColumnKind.FunctionName or ColumnKind.FunctionCode or ColumnKind.DeptEconName or ColumnKind.DeptEconCode
            or ColumnKind.ProjectName => 4,
        // The department's own classification names the item, the government's one only maps it.
        ColumnKind.GovEconName or ColumnKind.GovEconCode => 3,
        ColumnKind.Text => 2,
        ColumnKind.UnitName or ColumnKind.ProjectType => 1,
        // 四、其他基础设施 in one cell over 序号 and 项目名称.
        ColumnKind.LineNumber when IsHeading().IsMatch(text) => 1,
        _ => 0,
    };

    [GeneratedRegex(@"^[一二三四五六七八九十]+、\p{IsCJKUnifiedIdeographs}{2}")]
    private static partial Regex IsHeading();
}
