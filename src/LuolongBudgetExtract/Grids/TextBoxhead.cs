using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>One cell of a boxhead set without vertical rulings: the columns that it heads, and its band (points).</summary>
internal sealed record BoxheadCell(int First, int Last, double Y0, double Y1);

/// <summary>Reads the spans of a boxhead from what its texts are centred over.</summary>
internal static class TextBoxhead
{
    private sealed record CommonHeading(Token Token, int First, int Last);

    public static List<BoxheadCell> Read(List<List<Token>> lines, double[] edges, double top, double bottom)
    {
        var cells = new List<BoxheadCell>();
        if (lines.Count == 0) return cells;
        var headings = Headings(lines, edges);
        for (int c = 0; c + 1 < edges.Length; c++)
        {
            // Under each common heading the next one or the leaf begins.
            double y = top;
            foreach (var heading in headings.Where(h => h.First <= c && c <= h.Last).OrderBy(h => h.Token.Baseline))
            {
                double below = Below(heading, lines, edges, bottom);
                if (c == heading.First) cells.Add(new BoxheadCell(heading.First, heading.Last, y, below));
                y = below;
            }
            cells.Add(new BoxheadCell(c, c, y, bottom));
        }
        return cells;
    }

    private static List<CommonHeading> Headings(List<List<Token>> lines, double[] edges)
    {
        var headings = new List<CommonHeading>();
        for (int i = 0; i < lines.Count; i++)
            foreach (var token in lines[i])
            {
                int first = Edges.Band(edges, token.X0), last = Edges.Band(edges, token.X1);
                if (!Enumerable.Range(first, last - first + 1).All(c => HasTokenBelow(lines, i, edges, c)) || StacksWith(lines, i, token)) continue;
                var range = Widen(token, first, last, lines, i, edges, headings);
                if (range.First < range.Last) headings.Add(new CommonHeading(token, range.First, range.Last));
            }
        return headings;
    }

    // The range of columns around the text whose middle is nearest to the text's own.
    private static (int First, int Last) Widen(
        Token token, int first, int last, List<List<Token>> lines, int line, double[] edges, List<CommonHeading> headings)
    {
        int low = first, high = last;
        while (low > 0 && IsFree(low - 1)) low--;
        while (high + 2 < edges.Length && IsFree(high + 1)) high++;
        var best = (first, last);
        double nearest = double.MaxValue;
        for (int a = low; a <= first; a++)
            for (int b = Math.Max(last, a + 1); b <= high; b++)
            {
                double off = Math.Abs((edges[a] + edges[b + 1]) / 2 - token.Centre);
                if (off < nearest - 1) (nearest, best) = (off, (a, b));
            }
        return best;

        // Not headed by another text of this line, and with a name of its own below it; a heading of the line above sets bounds.
        bool IsFree(int column)
        {
            if (!HasTokenBelow(lines, line, edges, column)) return false;
            foreach (var other in lines[line])
                if (other != token && Edges.Band(edges, other.X0) <= column && column <= Edges.Band(edges, other.X1)) return false;
            foreach (var heading in headings)
            {
                bool over = heading.First <= column && column <= heading.Last;
                if (over && Math.Abs(heading.Token.Baseline - token.Baseline) < token.Size) return false;
                bool overToken = heading.First <= first && last <= heading.Last;
                if (overToken && !over && heading.Token.Baseline < token.Baseline) return false;
            }
            return true;
        }
    }

    private static bool HasTokenBelow(List<List<Token>> lines, int line, double[] edges, int column)
    {
        double size = lines[line][0].Size, baseline = lines[line][0].Baseline;
        for (int i = line + 1; i < lines.Count; i++)
            foreach (var token in lines[i])
                if (token.Baseline > baseline + 0.5 * size && token.Centre > edges[column] && token.Centre < edges[column + 1]) return true;
        return false;
    }

    // Lines of one wrapped name stand directly above one another, with the same middle.
    private static bool StacksWith(List<List<Token>> lines, int line, Token token)
    {
        for (int i = line + 1; i < lines.Count; i++)
            foreach (var below in lines[i])
                if (below.Baseline - token.Baseline < 1.45 * token.Size && Math.Abs(below.Centre - token.Centre) < 0.6 * token.Size) return true;
        return false;
    }

    private static double Below(CommonHeading heading, List<List<Token>> lines, double[] edges, double bottom)
    {
        double next = bottom;
        foreach (var token in lines.SelectMany(l => l))
            if (token.Baseline > heading.Token.Baseline + 0.5 * heading.Token.Size && token.Centre > edges[heading.First] && token.Centre < edges[heading.Last + 1])
                next = Math.Min(next, token.Y0);
        return (heading.Token.Y1 + next) / 2;
    }
}
