using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>One table fragment on one page with its heading, its boxhead and what stands around it.</summary>
/// <param name="HeaderRows">Rows of the boxhead at the top of the grid; 0 when the fragment goes on without it.</param>
/// <param name="ColumnNumberRow">Index of the row 栏次 1 2 3 …, -1 when there is none; it is counted in <paramref name="HeaderRows"/>.</param>
/// <param name="Above">Lines above it that are neither its heading nor a page number.</param>
/// <param name="Below">Lines below it that are neither its remark nor a page number.</param>
public sealed record TableFragment(
    int Page, Grid Grid, Surroundings Around, int HeaderRows, int ColumnNumberRow, ImmutableArray<string> Above, ImmutableArray<string> Below)
{
    /// <summary>No other fragment of the page stands above it.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>No other fragment of the page stands below it.</summary>
    public required bool IsLast { get; init; }

    public bool OpensPage => IsFirst && Above.IsEmpty;

    public bool EndsPage => IsLast && Below.IsEmpty;
}
