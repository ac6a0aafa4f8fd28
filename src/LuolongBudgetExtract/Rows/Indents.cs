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
        var none = ImmutableDictionary<int, int>.Empty;
        if (Staircase.Of(table, columns) is { } stairs) return stairs;
        var label = columns.FirstOrDefault(c => c.Panel == panel && c.Kind is ColumnKind.Label or ColumnKind.FunctionName or ColumnKind.DeptEconName or ColumnKind.ProjectName);
        // Codes and further columns say more than indentation.
        var stub = columns.Where(c => c.Panel == panel).TakeWhile(c => c.Kind != ColumnKind.Amount).Where(c => c.Kind is not (ColumnKind.LineNumber or ColumnKind.UnitCode or ColumnKind.ProjectCode));
        if (label is null || !isOpen && columns.Any(c => c.Panel != 0) || stub.Count() != 1) return none;
        var rows = new List<(int Row, double Indent)>();
        int single = 0, centred = 0;
        for (int r = 0; r < table.Rows.Length; r++)
        {
            var cell = table.Rows[r].Cells[label.Index];
            // 一般公共预算收入合计, 全县一般公共预算收入: the sum of a list is set apart from its names by the middle of the cell.
            if (cell.IsBlank || cell.ColumnSpan > 1 || RowRoles.IsSum(cell.Text) || IsCentred(cell) && (NamedSums.IsNameOfSum(cell.Text) || isOpen && (r == 0 || r == table.Rows.Length - 1))) continue;
            rows.Add((r, cell.Indent));
            // A wrapped name fills its cell and would seem centred, wherever it begins.
            if (cell.RawText.Contains('\n')) continue;
            single++;
            if (IsCentred(cell)) centred++;
        }
        if (rows.Count < 3 || centred > 0.5 * single) return none;
        var steps = Steps([.. rows.Select(r => r.Indent).Order()]);
        if (steps.Count < 2) return none;
        return rows.ToImmutableDictionary(r => r.Row, r => steps.FindLastIndex(s => s <= r.Indent + 0.01));
    }

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
