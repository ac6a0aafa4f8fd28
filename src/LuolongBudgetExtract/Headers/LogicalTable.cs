using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>One body row of a logical table: for each leaf column the cell that starts there, or null where a wider or higher cell covers it.</summary>
/// <param name="Cells">The cell that covers each column; the same cell for all columns of its span.</param>
public sealed record BodyRow(int Page, double Y0, double Y1, ImmutableArray<Cell> Cells, ImmutableArray<bool> StartsHere);

/// <summary>One table over all pages that it runs over: its boxhead once, its body rows in order.</summary>
/// <param name="Paths">Header path of each leaf column, outermost first; empty for a column without a header.</param>
/// <param name="HeaderRows">Rows of the boxhead without the 栏次 row.</param>
public sealed record LogicalTable(
    Surroundings Around, ImmutableArray<ImmutableArray<string>> Paths, int HeaderRows, ImmutableArray<BodyRow> Rows,
    int FirstPage, int LastPage, GridMethod Method, int Unassigned);
