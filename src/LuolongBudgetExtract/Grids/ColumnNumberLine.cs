using System.Globalization;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>The line 栏次 1 2 3 … under a boxhead without vertical rulings: it numbers the columns and names none, so it is a row of its own.</summary>
internal static class ColumnNumberLine
{
    /// <summary>Takes the line out of those of a boxhead; null when there is none.</summary>
    public static List<Token>? TakeFrom(List<List<Token>> boxhead)
    {
        int at = boxhead.FindLastIndex(IsNumbering);
        if (at < 1) return null;
        var line = boxhead[at];
        boxhead.RemoveAt(at);
        return line;
    }

    /// <summary>Where the names of each column end (y, points): above the numbers, or at the bottom of the boxhead where a name stands beside them (类 款 项).</summary>
    public static double[] Bottoms(List<Token>? numbers, IReadOnlyList<BoxheadName> names, double[] edges, double bottom)
    {
        var bottoms = new double[edges.Length - 1];
        for (int c = 0; c < bottoms.Length; c++) bottoms[c] = numbers is not null && !NamesBelow(numbers, names, edges, c) ? Top(numbers, names) : bottom;
        return bottoms;
    }

    public static IEnumerable<BoxheadCell> Cells(List<Token> numbers, IReadOnlyList<BoxheadName> names, double[] edges, double bottom) =>
        from c in Enumerable.Range(0, edges.Length - 1) where !NamesBelow(numbers, names, edges, c) select new BoxheadCell(c, c, Top(numbers, names), bottom);

    private static double Top(List<Token> numbers, IReadOnlyList<BoxheadName> names)
    {
        double line = numbers.Min(t => t.Y0);
        return (names.Where(n => n.Y1 <= line + 0.25 * n.Size).Select(n => n.Y1).DefaultIfEmpty(line).Max() + line) / 2;
    }

    private static bool NamesBelow(List<Token> numbers, IReadOnlyList<BoxheadName> names, double[] edges, int column)
    {
        double line = numbers.Min(t => t.Y0);
        return names.Any(n => n.Y1 > line + 0.25 * n.Size && n.Centre > edges[column] && n.Centre < edges[column + 1]);
    }

    // At least two numbers that count on; a statement counts on through both of its sides (栏次 1 栏次 2).
    private static bool IsNumbering(List<Token> line)
    {
        int last = 0;
        foreach (var token in line.OrderBy(t => t.X0))
        {
            if (token.Text.Replace(" ", "", StringComparison.Ordinal) is "栏次" or "行次") continue;
            if (!int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number != last + 1) return false;
            last = number;
        }
        return last >= 2;
    }
}
