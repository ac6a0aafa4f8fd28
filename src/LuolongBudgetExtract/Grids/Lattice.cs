using System.Collections.Immutable;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>Builds the lattice of a table region: column and row edges, cells with their spans, every glyph in one cell.</summary>
public static class Lattice
{
    /// <summary>A side counts as ruled when this part of it is drawn.</summary>
    private const double DrawnPart = 0.6;

    public static Grid Build(TableRegion found)
    {
        var region = InferredRulings.Complete(found);
        var edges = LatticeEdges.Of(region);
        var borders = new Borders(region.Rulings, edges);
        var grid = CellText.Fill(region, edges, Spans(edges, borders));
        return region.Method == GridMethod.Unruled ? grid : grid with { Cells = [.. grid.Cells.Select(c => Opened(c, grid.Rows, region.Rulings))] };
    }

    private static Cell Opened(Cell cell, int rows, ImmutableArray<Ruling> rulings)
    {
        bool top = cell.Row == 0 && !Closes(rulings, cell.Box.Y0, cell.Box), bottom = cell.LastRow == rows - 1 && !Closes(rulings, cell.Box.Y1, cell.Box);
        return top || bottom ? cell with { OpenTop = top, OpenBottom = bottom } : cell;
    }

    private static bool Closes(ImmutableArray<Ruling> rulings, double y, Box cell)
    {
        double covered = 0;
        foreach (var ruling in rulings)
            if (ruling.Horizontal && Math.Abs(ruling.Position - y) <= RulingMerge.SnapDistance * 2)
                covered += Math.Max(0, Math.Min(ruling.End, cell.X1) - Math.Max(ruling.Start, cell.X0));
        return covered >= DrawnPart * cell.Width;
    }

    /// <summary>The cells as rectangles of unit cells: grown to the right, then down, as far as no border is drawn.</summary>
    private static List<Span> Spans(Edges edges, Borders borders)
    {
        int rows = edges.Rows, columns = edges.Columns;
        var taken = new bool[rows, columns];
        var spans = new List<Span>();
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
            {
                if (taken[r, c]) continue;
                int right = c, bottom = r;
                while (right + 1 < columns && !taken[r, right + 1] && !borders.Right(r, right)) right++;
                while (bottom + 1 < rows && CanGrowDown(bottom)) bottom++;
                for (int i = r; i <= bottom; i++)
                    for (int j = c; j <= right; j++) taken[i, j] = true;
                spans.Add(new Span(r, c, bottom - r + 1, right - c + 1));

                bool CanGrowDown(int last)
                {
                    for (int j = c; j <= right; j++)
                        if (taken[last + 1, j] || borders.Below(last, j) || (j < right && borders.Right(last + 1, j))) return false;
                    // The row below must end where this cell ends, or the cell would swallow a part of a wider one.
                    return (right + 1 >= columns || borders.Right(last + 1, right)) && (c == 0 || borders.Right(last + 1, c - 1));
                }
            }
        return spans;
    }

    /// <summary>Which sides of the unit cells are drawn.</summary>
    private sealed class Borders
    {
        private readonly bool[,] _right;
        private readonly bool[,] _below;

        public Borders(ImmutableArray<Ruling> rulings, Edges edges)
        {
            _right = new bool[edges.Rows, edges.Columns];
            _below = new bool[edges.Rows, edges.Columns];
            foreach (var ruling in rulings)
            {
                if (ruling.Horizontal) Draw(_below, edges.Y, edges.X, ruling, true);
                else Draw(_right, edges.X, edges.Y, ruling, false);
            }
        }

        public bool Right(int row, int column) => _right[row, column];

        public bool Below(int row, int column) => _below[row, column];

        private static void Draw(bool[,] drawn, double[] across, double[] along, Ruling ruling, bool horizontal)
        {
            int line = Edges.Nearest(across, ruling.Position) - 1;
            if (line < 0 || line >= across.Length - 1 || Math.Abs(across[line + 1] - ruling.Position) > RulingMerge.SnapDistance * 2) return;
            for (int i = 0; i + 1 < along.Length; i++)
            {
                double covered = Math.Min(ruling.End, along[i + 1]) - Math.Max(ruling.Start, along[i]);
                if (covered < DrawnPart * (along[i + 1] - along[i])) continue;
                if (horizontal) drawn[line, i] = true;
                else drawn[i, line] = true;
            }
        }
    }
}

/// <summary>A cell's place in the lattice before its text is known.</summary>
internal readonly record struct Span(int Row, int Column, int Rows, int Columns);
