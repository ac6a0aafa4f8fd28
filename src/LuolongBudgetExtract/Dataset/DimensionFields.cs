using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Dataset;

/// <summary>The classification dimensions of a row, the same in rows and amounts.</summary>
internal static class DimensionFields
{
    public static ImmutableArray<Field<TRow>> Of<TRow>(Func<TRow, RowDimensions> read) =>
    [
        Fields<TRow>.OptionalText("function_code", "Functional classification code, as few digits as printed (208, 20802, 2080208); completed where a table prints the last two digits or the name only (cells shows what is printed).", r => read(r).FunctionCode),
        Fields<TRow>.OptionalText("function_name", "Name of the functional classification, as printed or completed from the code list.", r => read(r).FunctionName),
        Fields<TRow>.OptionalText("dept_econ_code", "Code of the departmental economic classification (部门预算支出经济分类); completed where a table by economic class prints names only.", r => read(r).DeptEconCode),
        Fields<TRow>.OptionalText("dept_econ_name", "Name of the departmental economic classification.", r => read(r).DeptEconName),
        Fields<TRow>.OptionalText("gov_econ_code", "Code of the government economic classification (政府预算支出经济分类); completed where a table by economic class prints names only.", r => read(r).GovEconCode),
        Fields<TRow>.OptionalText("gov_econ_name", "Name of the government economic classification.", r => read(r).GovEconName),
        Fields<TRow>.OptionalText("unit_code", "Code of the budget unit (单位编码).", r => read(r).UnitCode),
        Fields<TRow>.OptionalText("unit_name", "Name of the budget unit (单位名称).", r => read(r).UnitName),
        Fields<TRow>.OptionalText("project_code", "Code of the project (项目编码).", r => read(r).ProjectCode),
        Fields<TRow>.OptionalText("project_name", "Name of the project (项目名称).", r => read(r).ProjectName),
    ];
}
