using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Reconciliation;

/// <summary>Builds typed tables by hand: columns by header path, rows by label and printed cells.</summary>
internal sealed class TestTable(string form, params string[] paths)
{
    private readonly List<(string Path, int Panel, Side? Side, string? Period)> _columns = [.. paths.Select(p => (p, 0, (Side?)null, (string?)null))];
    private readonly List<TypedRow> _rows = [];
    private readonly Dictionary<int, string> _units = [];
    private string[] _measures = [];
    private string? _fund;

    /// <summary>Begins the second side: the columns given so far are income, these are expenditure.</summary>
    public TestTable Beside(params string[] expenditure)
    {
        for (int i = 0; i < _columns.Count; i++) _columns[i] = _columns[i] with { Side = Side.Revenue };
        _columns.AddRange(expenditure.Select(p => (p, 1, (Side?)Side.Expenditure, (string?)null)));
        return this;
    }

    public TestTable Panel(params string[] more)
    {
        int next = _columns.Max(c => c.Panel) + 1;
        _columns.AddRange(more.Select(p => (p, next, (Side?)null, (string?)null)));
        return this;
    }

    public TestTable Period(int column, string period)
    {
        _columns[column] = _columns[column] with { Period = period };
        return this;
    }

    public TestTable Unit(int column, string unit)
    {
        _units[column] = unit;
        return this;
    }

    /// <summary>What the columns mean, from the first on.</summary>
    public TestTable Measures(params string[] measures)
    {
        _measures = measures;
        return this;
    }

    public TestTable Fund(string fund)
    {
        _fund = fund;
        return this;
    }

    /// <summary>Adds a row to a panel and returns its number.</summary>
    /// <param name="cells">Printed amounts of the panel's columns, '' for blank, separated by blanks or given singly.</param>
    public int Row(string? label, string[] cells, RowRole role = RowRole.Detail, int? parent = null, int panel = 0, int? index = null, RowDimensions? dimensions = null)
    {
        int number = _rows.Count + 1;
        var all = _columns.Select(_ => "").ToArray();
        var amounts = ImmutableArray.CreateBuilder<Amount>();
        int at = _columns.FindIndex(c => c.Panel == panel);
        for (int i = 0; i < cells.Length; i++)
        {
            all[at + i] = cells[i];
            if (decimal.TryParse(cells[i], NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
                amounts.Add(new Amount(at + i, cells[i], value, value.Scale, _units.GetValueOrDefault(at + i, "万元"), 7, new Box(10 * i, 20 * number, 10 * i + 9, 20 * number + 9)));
        }
        _rows.Add(new TypedRow(number, index ?? number - 1, 7, panel, role, label, null, parent, dimensions ?? new RowDimensions(), [.. all], amounts.ToImmutable(), _columns[at].Side));
        return number;
    }

    public TypedTable Build() => new(
        3, form, "预算03表", "部门支出预算表", null, null, "万元", "printed", 7, 7,
        [.. _columns.Select((c, i) => new LeafColumn(i, [.. c.Path.Split('|')], ColumnKind.Amount, c.Panel, i < _measures.Length ? _measures[i] : null, _fund, c.Period, c.Side))],
        2, [.. _rows], null, GridMethod.Ruled, 0, []);

    public ImmutableArray<Check> Check() => Reconciler.Check([Build()], []);
}
