using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>The column of a value inside a sheet of fields, as a row above it names it.</summary>
/// <param name="Names">Names of the column, outermost first: 实际支出金额（万元）, 财政拨款.</param>
/// <param name="Row">The lowest row of names.</param>
/// <param name="First">The first named column of money or scores; what stands before it names the rows.</param>
/// <param name="ItemNames">The column before it that holds the names of the items (任务名称); -1 where none is called so.</param>
internal sealed record SheetColumn(ImmutableArray<string> Names, int Row, int First, int ItemNames);

/// <summary>
/// Column names in the middle of a sheet of fields: 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 of a
/// self-evaluation, 任务名称 | 主要内容 | 批复金额（万元） | 实际支出金额（万元）{总额, 财政拨款, 其他资金} of an 整体支出绩效表. They hold as far
/// down as the cells below keep their borders.
/// </summary>
internal sealed class SheetHeaders
{
    /// <summary>Borders of one column differ from row to page by less than this (points).</summary>
    private const double SameBorder = 3;

    /// <summary>One name of money among texts may be a field, two side by side are columns.</summary>
    private const int FewestNames = 2;

    private readonly ImmutableArray<ImmutableArray<string>> _texts;
    private readonly ImmutableArray<BodyRow> _rows;

    /// <summary>First named column of each row that is such a header, -1 for any other.</summary>
    private readonly int[] _first;

    /// <param name="indicators">Name of the performance indicator of each row, null for none: the texts of one are no names of columns.</param>
    public SheetHeaders(ImmutableArray<ImmutableArray<string>> texts, ImmutableArray<BodyRow> rows, string?[] indicators)
    {
        (_texts, _rows) = (texts, rows);
        _first = [.. Enumerable.Range(0, rows.Length).Select(r => indicators[r] is not null || IndicatorWords.Default.IsHeader(texts[r]) ? -1 : FirstName(r))];
    }

    public bool IsHeader(int row) => _first[row] >= 0;

    /// <summary>The column that a cell belongs to; null when no header stands above it.</summary>
    public SheetColumn? Over(int row, int column)
    {
        var box = _rows[row].Cells[column].Box;
        for (int r = row - 1; r >= 0; r--)
        {
            var cell = _rows[r].Cells[column];
            if (Math.Abs(cell.Box.X0 - box.X0) > SameBorder || Math.Abs(cell.Box.X1 - box.X1) > SameBorder) return null;
            if (_first[r] >= 0) return column < _first[r] ? null : new SheetColumn(NamesOf(r, column), r, _first[r], ItemNames(r));
            if (!IsValue(cell.Text)) return null;
        }
        return null;
    }

    /// <summary>The name of a row that has nothing but blanks, dashes and numbers under such a header (上年结转资金 | — | — | —); null for any other.</summary>
    public string? ItemOf(int row)
    {
        if (IsHeader(row)) return null;
        for (int c = 1; c < _texts[row].Length; c++)
        {
            if (Over(row, c) is not { } above) continue;
            return Enumerable.Range(above.First, _texts[row].Length - above.First).All(i => IsValue(_texts[row][i])) ? Item(row, above) : null;
        }
        return null;
    }

    /// <summary>The name of the item that a row under this header is of.</summary>
    public string? Item(int row, SheetColumn above)
    {
        var line = _texts[row];
        if (above.ItemNames >= 0 && line[above.ItemNames] is { Length: > 0 } named) return named;
        for (int c = above.First - 1; c >= 0; c--)
            if (line[c].Length > 0 && !IsValue(line[c])) return line[c];
        return null;
    }

    private static bool IsValue(string text) => text.Length == 0 || AmountText.Parse(text) is not null || AmountText.IsDash(text) || text.EndsWith('%');

    // From the first name of money or scores to the right edge every cell holds a name; a field would have its value, or none, beside it.
    private int FirstName(int row)
    {
        var cells = _rows[row].Cells;
        int first = -1, firstOfValues = -1, named = 0;
        for (int c = 1; c < cells.Length; c++)
        {
            if (cells[c] == cells[c - 1]) continue;
            bool isColumn = FieldNames.IsColumn(cells[c].Text);
            if (first < 0 && isColumn) first = c;
            if (firstOfValues < 0 && isColumn && IsOverValue(row, c)) firstOfValues = c;
            if (first >= 0 && IsValue(cells[c].Text)) return -1;
            if (isColumn) named++;
        }
        return named < FewestNames ? -1 : firstOfValues >= 0 ? firstOfValues : first;
    }

    // 总体资金情况 over 收入构成 | 财政拨款, 支出项目名称 over names: words of money that head the stub.
    private bool IsOverValue(int row, int column) =>
        row + 1 < _rows.Length && _rows[row].Cells[column] is var name && _rows[row + 1].Cells[column] is var below && below != name
            && Math.Abs(below.Box.X0 - name.Box.X0) < SameBorder && Math.Abs(below.Box.X1 - name.Box.X1) < SameBorder && IsValue(below.Text);

    // The names above the lowest ones: rows that share a merged cell with it which ends there (任务名称 over two rows of names).
    private ImmutableArray<string> NamesOf(int row, int column)
    {
        var names = new List<string> { _rows[row].Cells[column].Text };
        for (int r = row - 1; r >= 0 && Enumerable.Range(0, _rows[row].Cells.Length).Any(c => IsSharedHeader(r, row, c)); r--)
            if (_rows[r].Cells[column] is { IsBlank: false } cell && cell.Text != names[^1]) names.Add(cell.Text);
        names.Reverse();
        return [.. names];
    }

    private bool IsSharedHeader(int upper, int lower, int column)
    {
        var cell = _rows[lower].Cells[column];
        return !cell.IsBlank && _rows[upper].Cells[column] == cell && (lower + 1 == _rows.Length || _rows[lower + 1].Cells[column] != cell);
    }

    private int ItemNames(int row) =>
        Enumerable.Range(0, _first[row]).FirstOrDefault(c => _texts[row][c].EndsWith("名称", StringComparison.Ordinal), -1);
}
