using System.Collections.Immutable;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Grids;

/// <summary>One cell of a lattice with its span.</summary>
/// <param name="Row">First row of the span, from 0.</param>
/// <param name="Column">First column of the span, from 0.</param>
/// <param name="Text">Lines joined, the typesetter's spaces between Chinese characters removed.</param>
/// <param name="RawText">Lines as printed, joined by a line feed.</param>
/// <param name="Box">The cell itself.</param>
/// <param name="Ink">The box of its glyphs; equal to <paramref name="Box"/> when blank.</param>
/// <param name="Indent">Distance of the first glyph from the cell's left edge (points), 0 when blank.</param>
/// <param name="OpenTop">The cell is at the top of its grid and no line closes it there: it may go on from the page before.</param>
/// <param name="OpenBottom">The same at the bottom.</param>
public sealed record Cell(
    int Row, int Column, int RowSpan, int ColumnSpan, string Text, string RawText, int Page, Box Box, Box Ink, double Indent,
    bool OpenTop = false, bool OpenBottom = false)
{
    public bool IsBlank => Text.Length == 0;
    public int LastRow => Row + RowSpan - 1;
    public int LastColumn => Column + ColumnSpan - 1;
}

/// <summary>How the lattice of a table was found.</summary>
public enum GridMethod { Ruled, PartlyRuled, Unruled, Ocr }

/// <summary>One table fragment on one page: a lattice whose every glyph stands in exactly one cell.</summary>
/// <param name="ColumnEdges">x of the column borders (points), one more than there are columns.</param>
/// <param name="RowEdges">y of the row borders (points), one more than there are rows.</param>
/// <param name="Cells">All cells in reading order (by row, then column), blank ones too; spans do not overlap.</param>
/// <param name="Unassigned">Glyphs of the region that stand in no cell.</param>
public sealed record Grid(
    int Page,
    Box Box,
    ImmutableArray<double> ColumnEdges,
    ImmutableArray<double> RowEdges,
    ImmutableArray<Cell> Cells,
    GridMethod Method,
    ImmutableArray<Glyph> Unassigned)
{
    public int Rows => RowEdges.Length - 1;
    public int Columns => ColumnEdges.Length - 1;
}
