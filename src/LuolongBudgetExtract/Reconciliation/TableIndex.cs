using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>One table, laid out so that every evaluator finds a row, a child or an amount in constant time.</summary>
internal sealed class TableIndex
{
    private readonly Amount?[] _amounts;
    private readonly bool[] _unreadable;
    private readonly Dictionary<int, int> _positions;
    private readonly ILookup<int, int> _children;
    private readonly string?[] _labels;
    private readonly string[] _headers;

    public TableIndex(TypedTable table)
    {
        Table = table;
        Width = table.Columns.Length;
        TableName = table.FormLabel ?? table.Title ?? $"{table.Form} ({table.Number})";
        _headers = [.. table.Columns.Select(c => c.PathText)];
        _amounts = new Amount?[table.Rows.Length * Width];
        _unreadable = new bool[_amounts.Length];
        _positions = new Dictionary<int, int>(table.Rows.Length);
        _labels = new string?[table.Rows.Length];
        var amountColumns = table.Columns.Where(c => c.Kind == ColumnKind.Amount).Select(c => c.Index).ToArray();
        for (int r = 0; r < table.Rows.Length; r++)
        {
            var row = table.Rows[r];
            _positions[row.Number] = r;
            foreach (var amount in row.Amounts)
                if (amount.Column < Width && table.Columns[amount.Column].Kind == ColumnKind.Amount) _amounts[r * Width + amount.Column] = amount;
            // Digits without an amount: printed, but not understood. A dash or a word is no operand.
            foreach (var c in amountColumns)
                _unreadable[r * Width + c] = c < row.Cells.Length && _amounts[r * Width + c] is null && row.Cells[c].AsSpan().IndexOfAnyInRange('0', '9') >= 0;
        }
        Panels = [.. table.Columns.Where(c => c.Kind == ColumnKind.Amount).GroupBy(c => c.Panel).OrderBy(g => g.Key)
            .Select(g => new PanelIndex(g.Key, SideOf(g), [.. g.Select(c => c.Index)], BodyRows(g.Key)))];
        _children = Enumerable.Range(0, table.Rows.Length)
            .Where(r => IsBody(table.Rows[r]) && table.Rows[r].Role != RowRole.OfWhich && table.Rows[r].Parent is { } p && _positions.ContainsKey(p))
            .ToLookup(r => _positions[table.Rows[r].Parent!.Value]);
    }

    // 本年收入 and 本年支出 as columns of one list: no side of a statement.
    private static Side? SideOf(IEnumerable<LeafColumn> panel) => panel.Select(c => c.Side).OfType<Side>().Distinct().ToList() is [var only] ? only : null;

    public TypedTable Table { get; }

    public int Width { get; }

    public ImmutableArray<PanelIndex> Panels { get; }

    public TypedRow Row(int row) => Table.Rows[row];

    public Amount? At(int row, int column) => _amounts[row * Width + column];

    public bool IsUnreadable(int row, int column) => _unreadable[row * Width + column];

    /// <summary>Positions of the rows that name this one as their parent, of-which rows left out.</summary>
    public IEnumerable<int> Children(int row) => _children[row];

    public bool HasChildren(int row) => _children.Contains(row);

    /// <summary>Position of the parent, or −1.</summary>
    public int Parent(int row) => Table.Rows[row].Parent is { } number && _positions.TryGetValue(number, out int position) ? position : -1;

    /// <summary>The label as the rules see it.</summary>
    public string Label(int row) => _labels[row] ??= Folded.Text(Table.Rows[row].Label);

    /// <summary>What a reader calls the row.</summary>
    public string Name(int row)
    {
        var r = Table.Rows[row];
        return r.Label ?? r.Dimensions.ProjectName ?? r.Dimensions.FunctionName ?? r.Dimensions.DeptEconName ?? r.Dimensions.UnitName
            ?? $"第{r.RowIndex + 1}行";
    }

    /// <summary>What a reader calls the table.</summary>
    public string TableName { get; }

    /// <summary>What a reader calls the column: its header path.</summary>
    public string Header(int column) => _headers[column];

    /// <summary>True when amounts of both sides of an income | expenditure form stand in panels of their own.</summary>
    public bool IsStatement => Panels.Any(p => p.Side == Side.Revenue) && Panels.Any(p => p.Side == Side.Expenditure);

    private ImmutableArray<int> BodyRows(int panel) =>
        [.. Enumerable.Range(0, Table.Rows.Length).Where(r => Table.Rows[r].Panel == panel && IsBody(Table.Rows[r]))];

    private static bool IsBody(TypedRow row) => row.Role is not (RowRole.Note or RowRole.HeaderRepeat);
}

/// <summary>One panel: its amount columns (indices) and its rows (positions) in printed order.</summary>
internal sealed record PanelIndex(int Number, Side? Side, ImmutableArray<int> Columns, ImmutableArray<int> Rows);
