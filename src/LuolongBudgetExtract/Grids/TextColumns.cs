using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>The extent of the text of one column (points).</summary>
internal sealed record TextColumn(double X0, double X1);

/// <summary>Finds columns by white space.</summary>
internal static class TextColumns
{
    /// <summary>Extents nearer than this are one column (points); neighbouring right-aligned numbers stand at least a digit apart.</summary>
    private const double NarrowestGap = 1.0;

    public static List<TextColumn> Find(List<List<Token>> lines, int headerLines)
    {
        var columns = Merge(lines.Skip(headerLines).SelectMany(l => l));
        // Columns without a number exist in the boxhead only: its lines are read from the lowest up, and a text that stands over
        // no column or over one belongs to it, a text over several is a common heading.
        for (int i = headerLines - 1; i >= 0; i--)
            foreach (var token in lines[i])
            {
                int first = columns.FindIndex(c => c.X1 > token.X0 && c.X0 < token.X1);
                if (first < 0)
                {
                    if (HeadsNeighbours(token, lines, i, headerLines, columns)) continue;
                    int at = columns.FindIndex(c => c.X0 > token.X0);
                    columns.Insert(at < 0 ? columns.Count : at, new TextColumn(token.X0, token.X1));
                    continue;
                }
                bool several = first + 1 < columns.Count && columns[first + 1].X0 < token.X1;
                if (!several) columns[first] = new TextColumn(Math.Min(columns[first].X0, token.X0), Math.Max(columns[first].X1, token.X1));
            }
        return columns;
    }

    // 收入 centred over 项目 and 预算数 can stand above the white space between them: both have names below it and none beside it.
    private static bool HeadsNeighbours(Token token, List<List<Token>> lines, int line, int headerLines, List<TextColumn> columns)
    {
        int right = columns.FindIndex(c => c.X0 >= token.X1);
        return right > 0 && NamedBelow(columns[right - 1]) && NamedBelow(columns[right]);

        bool NamedBelow(TextColumn column)
        {
            bool below = false;
            for (int i = Math.Max(0, line - 1); i < headerLines; i++)
                foreach (var other in lines[i])
                {
                    if (other == token || other.X1 <= column.X0 || other.X0 >= column.X1) continue;
                    if (i <= line) return false;
                    below = true;
                }
            return below;
        }
    }

    /// <summary>Borders in the middle of the white space between columns, the region's own sides outside.</summary>
    public static double[] Edges(List<TextColumn> columns, Box box)
    {
        var edges = new double[columns.Count + 1];
        edges[0] = Math.Min(box.X0, columns[0].X0 - 1);
        edges[^1] = Math.Max(box.X1, columns[^1].X1 + 1);
        for (int i = 1; i < columns.Count; i++) edges[i] = (columns[i - 1].X1 + columns[i].X0) / 2;
        return edges;
    }

    private static List<TextColumn> Merge(IEnumerable<Token> tokens)
    {
        var columns = new List<TextColumn>();
        foreach (var token in tokens.OrderBy(t => t.X0))
        {
            if (columns.Count > 0 && token.X0 <= columns[^1].X1 + NarrowestGap)
            {
                if (token.X1 > columns[^1].X1) columns[^1] = columns[^1] with { X1 = token.X1 };
            }
            else columns.Add(new TextColumn(token.X0, token.X1));
        }
        return columns;
    }
}
