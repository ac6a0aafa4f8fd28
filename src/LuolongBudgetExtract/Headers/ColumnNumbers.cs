using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>The row 栏次 1 2 3 …, or 1 2 3 4=2+3, under the boxhead: numbers of columns, not amounts.</summary>
internal static class ColumnNumbers
{
    /// <param name="cells">Cells that begin in one row, in the order of their columns.</param>
    public static bool IsRow(IReadOnlyList<Cell> cells)
    {
        int numbers = 0, letters = 0, last = 0, others = 0;
        bool named = false;
        foreach (var cell in cells)
        {
            var text = cell.Text.Trim();
            if (text.Length == 0) continue;
            if (IsName(text))
            {
                // 类 款 项 栏次 1 2 3: the stub is named in the row of the numbers.
                if (text.Contains('次')) (named, others) = (true, 0);
            }
            else if (ColumnNumberText.Number(text) is { } n && n > last)
            {
                if (last != 0 && n - last > ColumnNumberText.LargestStep) others++;
                last = n;
                numbers++;
            }
            else if (ColumnNumberText.IsLetter(text)) letters++;
            else if (ColumnNumberText.IsOrdinal(text)) continue;
            else if (named || numbers > 0 || !IsStubName(text)) return false;
            else others++;
        }
        return others == 0 && (numbers >= 3 || letters >= 3 || (named && numbers >= 1) || (numbers == 2 && last == 2));
    }

    /// <summary>False for a cell of the row that names a column of the stub all the same (类, 款, 项).</summary>
    public static bool IsNumbering(Cell cell) => cell.Text.Trim() is var text && (text.Length == 0 || IsName(text) || ColumnNumberText.Number(text) is not null || ColumnNumberText.IsLetter(text) || ColumnNumberText.IsOrdinal(text));

    private static bool IsName(string text) => ColumnNumberText.IsRowName(text) || ColumnNumberText.IsMark(text) || text is "序号" or "项目" or "编号" or "公式";

    private static bool IsStubName(string text) => text is "类" or "款" or "项" || text.EndsWith("编码", StringComparison.Ordinal) || text.EndsWith("名称", StringComparison.Ordinal) || text.EndsWith("代码", StringComparison.Ordinal);
}
