using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>The line 栏次 1 2 3 … under a boxhead without vertical rulings: it numbers the columns and names none, so it is a row of its own.</summary>
internal static class ColumnNumberLine
{
    /// <summary>A name over two levels (类款项) stands lower than the numbers beside it, by less than this many font sizes.</summary>
    private const double Beside = 1.1;

    /// <summary>Takes the line out of those of a boxhead; null when there is none. 类 款 项 before 栏次 stay: they name columns.</summary>
    public static List<Token>? TakeFrom(List<List<Token>> boxhead)
    {
        int at = boxhead.FindLastIndex(IsNumbering);
        if (at < 1) return null;
        var line = boxhead[at].FindAll(t => !IsStubName(t.Text));
        boxhead[at] = boxhead[at].FindAll(t => IsStubName(t.Text));
        if (boxhead[at].Count == 0) boxhead.RemoveAt(at);
        return line;
    }

    /// <summary>Lines of a boxhead that ends with this one; what stands beside the numbers in a cell of two levels is in them.</summary>
    public static int End(List<List<Token>> lines, int at)
    {
        int end = at + 1;
        while (end < lines.Count && lines[end][0].Baseline - lines[at][0].Baseline < Beside * lines[at][0].Size && !lines[end].Exists(t => BodyWords.Opens(t.Text))) end++;
        return end;
    }

    /// <summary>Every column has its number, in its middle: the names of the columns are those above the numbers, and those that have none below them.</summary>
    public static List<BoxheadName> Leaves(List<Token>? numbers, List<BoxheadName> leaves)
    {
        if (numbers is null) return leaves;
        var named = numbers.FindAll(t => !ColumnNumberText.IsRowName(t.Text)).ConvertAll(t => new BoxheadName(t.X0, t.X1, t.Y0, t.Y1, t.Size));
        var found = new List<BoxheadName>();
        foreach (var leaf in leaves)
        {
            var over = named.FindAll(n => n.Centre > leaf.X0 - 0.2 * leaf.Size && n.Centre < leaf.X1 + 0.2 * leaf.Size);
            if (over.Count == 0) found.Add(leaf);
            else if (over is [var only]) named[named.IndexOf(only)] = only with { X0 = Math.Min(only.X0, leaf.X0), X1 = Math.Max(only.X1, leaf.X1) };
        }
        return [.. found, .. named];
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

    /// <summary>
    /// Nothing but numbers of columns, formulas of them and marks. At least two that count on from one, or three that ascend; a statement
    /// counts on through both of its sides (栏次 1 栏次 2).
    /// </summary>
    public static bool IsNumbering(List<Token> line)
    {
        int last = 0, numbers = 0, letters = 0;
        bool whole = true, named = line.Exists(t => ColumnNumberText.IsRowName(t.Text));
        foreach (var token in line.OrderBy(t => t.X0))
        {
            var text = token.Text.Trim();
            if (ColumnNumberText.IsRowName(text) || ColumnNumberText.IsMark(text) || ColumnNumberText.IsOrdinal(text) || named && last == 0 && IsStubName(text)) continue;
            if (ColumnNumberText.IsLetter(text))
            {
                letters++;
                continue;
            }
            if (ColumnNumberText.Number(text) is not { } number || number <= last || last > 0 && number - last > ColumnNumberText.LargestStep) return false;
            whole &= number == last + 1;
            last = number;
            numbers++;
        }
        return numbers >= 3 || letters >= 3 || whole && numbers == 2 || named && numbers >= 1;
    }

    private static bool IsStubName(string text) => text.Trim() is "类" or "款" or "项" or "类款" or "类款项";
}
