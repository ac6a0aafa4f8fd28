using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>One table fragment on one page with its heading, its boxhead and what stands around it.</summary>
/// <param name="HeaderRows">Rows of the boxhead at the top of the grid; 0 when the fragment goes on without it.</param>
/// <param name="ColumnNumberRow">Index of the row 栏次 1 2 3 …, -1 when there is none; it is counted in <paramref name="HeaderRows"/>.</param>
/// <param name="OpensPage">Nothing but a heading, a running title or a page number stands above it.</param>
/// <param name="EndsPage">Nothing but a page number stands below it.</param>
public sealed record TableFragment(
    int Page, Grid Grid, Surroundings Around, int HeaderRows, int ColumnNumberRow, bool OpensPage, bool EndsPage);
