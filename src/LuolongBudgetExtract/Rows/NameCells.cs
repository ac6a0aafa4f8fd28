using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>The cells in which rows name themselves: how far a name is set in says whose part it is, where nothing else does.</summary>
internal sealed class NameCells(LogicalTable table, ImmutableArray<LeafColumn> columns)
{
    /// <summary>The cell that holds the label of a row; null when the label is put together or taken from elsewhere.</summary>
    public Cell? Of(TypedRow row)
    {
        foreach (var column in columns)
            if (column.Panel == row.Panel && table.Rows[row.RowIndex].Cells[column.Index] is { IsBlank: false } cell && cell.Text == row.Label) return cell;
        return null;
    }

    /// <summary>How much further in the name of a row starts than that of another, in characters; null when they do not stand in one column.</summary>
    public double? Deeper(TypedRow row, TypedRow than) =>
        Of(row) is { } cell && Of(than) is { } other && cell.Column == other.Column ? (cell.Indent - other.Indent) / Em(other) : null;

    // The height of a line is that of its characters.
    private static double Em(Cell cell) => cell.Ink.Height / (1 + cell.RawText.Count(c => c == '\n'));
}
