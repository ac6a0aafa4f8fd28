using System.Collections.Immutable;
using LuolongBudgetExtract.Documents;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>A table written as text, read as if it had been found on a page: one line a row, cells parted by |; &lt; is covered by the cell to the left, ^ by the one above.</summary>
internal static class WrittenTable
{
    private const double Width = 60, Height = 14, Indent = 5;

    public static TypedTable Read(string title, params string[] lines) => Type(Lay(title, 1, lines));

    public static TypedTable Type(LogicalTable table) =>
        TableTyper.Type(table, 1, FormRecogniser.Recognise(TableTyper.Evidence(table)), new TypingContext(2026, null, new TableOwner("某某局", null)));

    /// <summary>The table as it stands on its page, before anything is understood.</summary>
    public static LogicalTable Lay(string? title, int page, params string[] lines)
    {
        var grid = GridOf([.. lines.Select(l => l.Split('|'))]);
        var (header, numbers) = Boxhead.Measure(grid);
        var paths = HeaderTree.Paths(grid, header, numbers);
        ImmutableArray<BodyRow> rows = [.. BodyRows.Of(grid, header, [.. Enumerable.Range(0, grid.Columns).Select(c => new LeafRange(c, c))], grid.Columns)];
        return new LogicalTable(title is null ? Surroundings.None : new Surroundings(null, title, "万元", "某某局", null), paths, header - (numbers < 0 ? 0 : 1), rows, page, page, GridMethod.Ruled, 0);
    }

    /// <summary>Every amount as label|header path=value measure period.</summary>
    public static string[] Amounts(this TypedTable table) =>
    [
        .. table.Rows.SelectMany(r => r.Amounts.Select(a => (Row: r, Amount: a, Column: table.Columns[a.Column]))).Select(x =>
            $"{x.Row.Label}|{x.Column.PathText}={x.Amount.RawText} {(x.Amount.Meaning is { } m ? m.Measure : x.Column.Measure) ?? "?"} {(x.Amount.Meaning is { } p ? p.Period : x.Column.Period) ?? "?"}"),
    ];

    public static Grid GridOf(params string[] lines) => GridOf([.. lines.Select(l => l.Split('|'))]);

    private static Grid GridOf(string[][] rows)
    {
        int height = rows.Length, width = rows[0].Length;
        var cells = ImmutableArray.CreateBuilder<Cell>();
        for (int r = 0; r < height; r++)
            for (int c = 0; c < width; c++)
            {
                if (rows[r][c] is "<" or "^") continue;
                int columns = 1, below = 1;
                while (c + columns < width && rows[r][c + columns] == "<") columns++;
                while (r + below < height && rows[r + below][c] == "^") below++;
                var box = new Box(c * Width, r * Height, (c + columns) * Width, (r + below) * Height);
                // Leading blanks are indentation, half an em each.
                var text = rows[r][c].TrimStart(' ');
                double indent = 2 + Indent * (rows[r][c].Length - text.Length);
                cells.Add(new Cell(r, c, below, columns, text, text, 1, box, text.Length == 0 ? box : box with { X0 = box.X0 + indent }, indent));
            }
        return new Grid(1, new Box(0, 0, width * Width, height * Height), [.. Enumerable.Range(0, width + 1).Select(i => i * Width)],
            [.. Enumerable.Range(0, height + 1).Select(i => i * Height)], cells.ToImmutable(), GridMethod.Ruled, []);
    }
}
