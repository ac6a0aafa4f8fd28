using System.Collections.Frozen;
using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>Finds where the boxhead of a grid ends and its body begins.</summary>
public static class Boxhead
{
    /// <summary>Rows of the boxhead (the 栏次 row counted in), and the index of the 栏次 row or -1.</summary>
    public static (int Rows, int ColumnNumberRow) Measure(Grid grid)
    {
        var starting = new List<Cell>[grid.Rows];
        for (int r = 0; r < grid.Rows; r++) starting[r] = [];
        foreach (var cell in grid.Cells) starting[cell.Row].Add(cell);

        int numberRow = -1, rows = 0;
        for (int r = 0; r < grid.Rows; r++)
        {
            if (ColumnNumbers.IsRow(starting[r]))
            {
                numberRow = r;
                rows = r + 1;
                continue;
            }
            if (numberRow >= 0 || IsBody(grid, starting, r)) break;
            rows = r + 1;
            if (IsComplete(grid, r) && (r + 1 == grid.Rows || !ColumnNumbers.IsRow(starting[r + 1]))) break;
        }
        // A cell of the boxhead that spans further down takes the rows it covers with it.
        int covered = rows;
        foreach (var cell in grid.Cells)
            if (cell.Row < rows && cell.LastRow + 1 > covered && cell.ColumnSpan < grid.Columns) covered = cell.LastRow + 1;
        if (covered > rows && covered < grid.Rows && !Enumerable.Range(rows, covered - rows).Any(r => starting[r].Any(c => CellKinds.IsAmount(c.Text)))) rows = covered;
        return (rows, numberRow);
    }

    // Every column has a name of its own that ends in this row: what follows is body, also when it holds no number.
    private static bool IsComplete(Grid grid, int row)
    {
        int named = 0;
        foreach (var cell in grid.Cells)
            if (cell.Row <= row && cell.LastRow == row && cell.ColumnSpan == 1 && !cell.IsBlank) named++;
        return named == grid.Columns && grid.Columns > 1;
    }

    /// <summary>Characters; the longest real column names have some forty, texts of goals and indicators more.</summary>
    private const int LongestName = 60;

    private static bool IsBody(Grid grid, List<Cell>[] starting, int row)
    {
        var cells = starting[row];
        int blank = 0, texts = 0;
        bool coded = AreCodedNames(cells);
        foreach (var cell in cells)
        {
            if (cell.IsBlank)
            {
                blank += 1;
                continue;
            }
            texts++;
            // ２０２６年预算数 is no code with its name.
            var text = LineKinds.Normal(cell.Text);
            if (CellKinds.IsAmount(text) || !coded && CellKinds.IsCodeWithName(text)) return true;
            if (CellKinds.IsCode(text) && !IsYear(text)) return true;
            if (text.Length > LongestName && (row > 0 || cells.Count > 1)) return true;
            if (row > 0 && (text[0] is '≥' or '≤' or '＞' or '＜' || text.Contains('。'))) return true;
        }
        if (cells.Count == 0) return false;
        if (texts == 0) return row > 0;
        if (row == 0) return IsKeyValue(grid, cells, grid.Rows > 1 ? starting[1] : []);
        var first = cells[0];
        if (first.Column == 0 && CellKinds.IsItem(first.Text) && blank >= (cells.Count - 1) * 0.5) return true;
        // Under a complete boxhead, a row whose cells are mostly blank is a body row without amounts.
        return blank > texts;
    }

    // 科目编码 | 科目名称 | 合计 | 501机关工资福利支出 | 502机关商品和服务支出 | 备注: columns are named by several classes to the last or the one before it, and all cells hold words.
    private static bool AreCodedNames(List<Cell> cells) =>
        cells.Count > 2 && IsCoded(cells[^2]) && (IsCoded(cells[^1]) || IsCoded(cells[^3])) && !(cells[0].Column == 0 && IsCoded(cells[0]))
            && cells.TrueForAll(c => !c.IsBlank && c.Text.Any(char.IsLetter) && !CellKinds.IsNumber(LineKinds.Normal(c.Text)));

    private static bool IsCoded(Cell cell) => CellKinds.IsCodeWithName(LineKinds.Normal(cell.Text));

    private static bool IsYear(string text) => text.Length == 4 && (text.StartsWith("20", StringComparison.Ordinal) || text.StartsWith("19", StringComparison.Ordinal));

    /// <summary>Fields side by side in the first line of a form: 预算单位 | … | 项目名称 | … | 项目类别 | ….</summary>
    private const int MostFields = 3;

    // A form (申报表) rather than a grid begins with a name and its value, over more columns than these two, or goes on with other fields.
    private static bool IsKeyValue(Grid grid, List<Cell> cells, List<Cell> next)
    {
        if (cells.Count % 2 != 0 || cells.Count > 2 * MostFields || !IsFieldName(cells[0].Text)) return false;
        // 单位名称 | “三公”经费{合计, 因公出国（境）费, …}: columns of a grid, named in two rows.
        if (next.Count > 1 && next.TrueForAll(c => !CellKinds.IsAmount(c.Text)) && (cells[0].RowSpan > 1 || next[0] is { Column: 0, IsBlank: true })) return false;
        if (cells.Count == 2) return grid.Columns > 2 && (cells[0].ColumnSpan <= cells[1].ColumnSpan || next.Count == 2 && next[0].ColumnSpan == cells[0].ColumnSpan && IsFieldName(next[0].Text));
        for (int i = 0; i < cells.Count; i += 2)
            if (!IsFieldName(cells[i].Text) || IsFieldName(cells[i + 1].Text)) return false;
        return grid.Columns > cells.Count ? cells[0].ColumnSpan <= cells[1].ColumnSpan : next is [var first, ..] && (OpensFields(first.Text) || next.Count % 2 == 0 && IsFieldName(first.Text));
    }

    // 当年预算, 年度资金总额, 项目概况: what an 申报表 asks for after the names.
    private static bool OpensFields(string text) =>
        text.Length <= 12 && (text.StartsWith("当年", StringComparison.Ordinal) || text.StartsWith("年度", StringComparison.Ordinal) || text.StartsWith("项目概", StringComparison.Ordinal)
            || text.StartsWith("项目资金", StringComparison.Ordinal) || text.StartsWith("资金", StringComparison.Ordinal) || text.StartsWith("预算", StringComparison.Ordinal));

    /// <summary>项目名称, 主管部门: what a sheet of fields asks for first, and beside it.</summary>
    internal static bool IsFieldName(string text) =>
        LineKinds.Normal(text).TrimEnd(':') is var name && (name.EndsWith("名称", StringComparison.Ordinal) || name.StartsWith("主管部门", StringComparison.Ordinal) || OtherFields.Contains(WithoutBrackets(name)));

    // 填报单位（盖章）
    private static string WithoutBrackets(string name) => name.EndsWith(')') && name.IndexOf('(') is > 0 and var at ? name[..at] : name;

    // Names of columns too, where other names of columns stand beside them.
    private static readonly FrozenSet<string> OtherFields = FrozenSet.Create(
        "实施单位", "项目单位", "预算单位", "主管单位", "执行单位", "填报单位", "填报部门", "申报单位", "申报部门", "编报单位", "项目主管部门", "项目实施单位", "项目执行单位", "项目预算单位", "预算部门",
        "项目编码", "项目代码", "项目类别", "项目类型", "项目属性", "项目负责人", "负责人", "联系人", "联系电话", "填报人", "填报日期");
}
