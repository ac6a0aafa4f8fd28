using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.Lists;

/// <summary>A code as a row prints it, with the name that stands beside it.</summary>
internal sealed record PrintedCode(TableIndex Table, int Row, CodeSystem System, string Code, string? Name)
{
    public CodeList List => CodeLists.Of(System)!;
}

/// <summary>Reads codes and names from the cells of a row: the typed dimensions are completed from the lists, the cells are what is printed.</summary>
internal static class PrintedCodes
{
    public static IEnumerable<PrintedCode> Of(TableIndex table)
    {
        var columns = table.Table.Columns;
        var functions = Columns(ColumnKind.FunctionCode, ColumnKind.FunctionName);
        var departments = Columns(ColumnKind.DeptEconCode, ColumnKind.DeptEconName);
        var governments = Columns(ColumnKind.GovEconCode, ColumnKind.GovEconName);
        for (int r = 0; r < table.Table.Rows.Length; r++)
        {
            var row = table.Row(r);
            if (row.Role is RowRole.Note or RowRole.HeaderRepeat or RowRole.Total or RowRole.Department or RowRole.Unit) continue;
            var d = row.Dimensions;
            if (d.FunctionCode is { } function && CodeText.Classify(function) == CodeSystem.Function) yield return new PrintedCode(table, r, CodeSystem.Function, function, NameIn(row, functions));
            if (d.DeptEconCode is { } department && CodeText.Classify(department) == CodeSystem.DeptEcon) yield return new PrintedCode(table, r, CodeSystem.DeptEcon, department, NameIn(row, departments));
            if (d.GovEconCode is { } government && CodeText.Classify(government) == CodeSystem.GovEcon) yield return new PrintedCode(table, r, CodeSystem.GovEcon, government, NameIn(row, governments));
        }

        (int Panel, int Column, bool IsName)[] Columns(ColumnKind code, ColumnKind name) =>
            [.. columns.Where(c => c.Kind == name || c.Kind == code).OrderByDescending(c => c.Kind == name).Select(c => (c.Panel, c.Index, c.Kind == name))];
    }

    // A column of its own, else the name behind the code in one cell (2101501-行政运行).
    private static string? NameIn(TypedRow row, (int Panel, int Column, bool IsName)[] columns)
    {
        foreach (var (panel, column, isName) in columns)
        {
            if (panel != row.Panel || column >= row.Cells.Length || row.Cells[column].Length == 0) continue;
            var (code, name) = CodeText.Split(row.Cells[column]);
            if (code is not null && name is not null) return name;
            if (isName && code is null) return Plain(row.Cells[column]);
        }
        return null;
    }

    // 二、城乡社区支出: the ordinal is none of the name's.
    private static string Plain(string name) => RowPeriods.WithoutNumbering(name) is var plain && plain != FoldedText.Of(name) ? plain : name;
}
