using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>The row 栏次 1 2 3 …, or 1 2 3 4=2+3, under the boxhead: numbers of columns, not amounts.</summary>
internal static class ColumnNumbers
{
    /// <summary>Numbers of neighbouring columns differ by one; a column left out, or a formula between, by little more.</summary>
    private const int LargestStep = 3;

    private const int MostColumns = 60;

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
            else if (Number(text) is { } n && n > last)
            {
                if (last != 0 && n - last > LargestStep) others++;
                last = n;
                numbers++;
            }
            else if (IsLetter(text)) letters++;
            else if (IsOrdinal(text)) continue;
            else if (named || numbers > 0 || !IsStubName(text)) return false;
            else others++;
        }
        return others == 0 && (numbers >= 3 || letters >= 3 || (named && numbers >= 1) || (numbers == 2 && last == 2));
    }

    /// <summary>False for a cell of the row that names a column of the stub all the same (类, 款, 项).</summary>
    public static bool IsNumbering(Cell cell) => cell.Text.Trim() is var text && (text.Length == 0 || IsName(text) || Number(text) is not null || IsLetter(text) || IsOrdinal(text));

    private static bool IsName(string text) => text is "栏次" or "行次" or "栏  次" or "序号" or "项目" or "**" or "*" or "编号" or "公式" or "—";

    private static bool IsOrdinal(string text) => text is "甲" or "乙" or "丙" or "丁";

    private static bool IsStubName(string text) => text is "类" or "款" or "项" || text.EndsWith("编码", StringComparison.Ordinal) || text.EndsWith("名称", StringComparison.Ordinal) || text.EndsWith("代码", StringComparison.Ordinal);

    private static int? Number(string text)
    {
        int formula = text.IndexOfAny(['=', '＝']);
        var number = formula > 0 ? text[..formula] : text.Trim('（', '）', '(', ')');
        return int.TryParse(number, out var n) && n <= MostColumns && n > 0 && !text.Contains('.') ? n : null;
    }

    // A=B+C | B | C: the columns are lettered instead of numbered.
    private static bool IsLetter(string text) =>
        char.IsAsciiLetterUpper(text[0]) && (text.Length == 1 || text.Length > 2 && text[1] is '=' or '＝' && text.Skip(2).All(c => char.IsAsciiLetterUpper(c) || c is '+' or '-' or '＋' or '－'));
}
