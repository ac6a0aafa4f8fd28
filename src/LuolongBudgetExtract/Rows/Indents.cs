using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>Reads the hierarchy that a table shows by indenting its item names, where it prints no codes.</summary>
internal static class Indents
{
    /// <summary>Names further apart than this stand on different steps (points): less than one character of the smallest print, more than kerning.</summary>
    private const double Step = 4;

    /// <summary>A step that fewer rows than this share is a slip of the typesetter.</summary>
    private const int FewestRows = 2;

    /// <summary>Step of each body row, from 0; empty when the names are centred or all stand at one place.</summary>
    /// <param name="isOpen">In a form that nobody declared, where the sums decide: beside other panels too, which number their items elsewhere.</param>
    public static IReadOnlyDictionary<int, int> Of(LogicalTable table, ImmutableArray<LeafColumn> columns, int panel, bool isOpen = false)
    {
        if (Staircase.Of(table, columns) is { } stairs) return stairs;
        return isOpen || columns.All(c => c.Panel == 0) ? Of(Names(table, columns, panel), isOpen) : ImmutableDictionary<int, int>.Empty;
    }

    /// <summary>The same for a list that is folded into several panels; the body rows of each are counted on from those of the panel before.</summary>
    public static IReadOnlyDictionary<int, int> OfFolded(LogicalTable table, ImmutableArray<LeafColumn> columns, IEnumerable<int> panels) =>
        Of([.. panels.SelectMany(p => Names(table, columns, p).Select(n => (n.Row + p * table.Rows.Length, n.Cell)))], isOpen: true);

    private static List<(int Row, Cell Cell)> Names(LogicalTable table, ImmutableArray<LeafColumn> columns, int panel)
    {
        var label = columns.FirstOrDefault(c => c.Panel == panel && c.Kind is ColumnKind.Label or ColumnKind.FunctionName or ColumnKind.DeptEconName or ColumnKind.ProjectName);
        // Codes and further columns say more than indentation.
        var stub = columns.Where(c => c.Panel == panel).TakeWhile(c => c.Kind != ColumnKind.Amount).Where(c => c.Kind is not (ColumnKind.LineNumber or ColumnKind.UnitCode or ColumnKind.ProjectCode));
        if (label is null || stub.Count() != 1) return [];
        return [.. table.Rows.Select((r, i) => (Row: i, Cell: r.Cells[label.Index])).Where(n => !n.Cell.IsBlank && n.Cell.ColumnSpan == 1 && !RowRoles.IsSum(n.Cell.Text))];
    }

    private static ImmutableDictionary<int, int> Of(List<(int Row, Cell Cell)> rows, bool isOpen)
    {
        var none = ImmutableDictionary<int, int>.Empty;
        // A wrapped name fills its cell and would seem centred, wherever it begins.
        var single = rows.FindAll(r => !r.Cell.RawText.Contains('\n'));
        if (rows.Count < 3 || single.Count(r => IsCentred(r.Cell)) > 0.5 * single.Count) return none;
        var apart = rows.Where(r => IsApart(r.Cell, rows, isOpen)).Select(r => r.Row).ToHashSet();
        rows.RemoveAll(r => apart.Contains(r.Row));
        var steps = Steps([.. rows.Select(r => r.Cell.Indent).Order()]);
        if (steps.Count < 2) return none;
        return rows.ToImmutableDictionary(r => r.Row, r => steps.FindLastIndex(s => s <= r.Cell.Indent + 0.01));
    }

    // 一般公共预算收入合计, 全县一般公共预算收入: the sum of a list is set apart from its names by the middle of the cell. An item in the middle by
    // chance starts where others start; where nothing adds up the places, only the name tells.
    private static bool IsApart(Cell cell, List<(int Row, Cell Cell)> rows, bool isOpen) => IsCentred(cell)
        && (NamedSums.IsNameOfSum(cell.Text) || isOpen && rows.TrueForAll(r => ReferenceEquals(r.Cell, cell) || Math.Abs(r.Cell.Indent - cell.Indent) >= Step));

    private static bool IsCentred(Cell cell) => Math.Abs(cell.Ink.CentreX - cell.Box.CentreX) < 2 && cell.Indent > Step;

    private static List<double> Steps(List<double> indents)
    {
        var steps = new List<double>();
        int start = 0;
        for (int i = 1; i <= indents.Count; i++)
        {
            if (i < indents.Count && indents[i] - indents[i - 1] < Step) continue;
            if (i - start >= FewestRows || steps.Count == 0) steps.Add(indents[start]);
            start = i;
        }
        return steps;
    }
}
