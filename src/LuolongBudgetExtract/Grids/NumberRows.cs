using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>
/// Groups the lines of a band without horizontal rulings into rows. A line with numbers anchors a row; a line without any is the rest of
/// a wrapped text (a name of two lines stands above and below the numbers that are centred beside it) or a row of its own.
/// </summary>
internal static class NumberRows
{
    /// <summary>Lines nearer than this many font sizes overlap, so they stand in different cells of one row.</summary>
    private const double Overlapping = 0.9;

    /// <summary>The heights (y, points) between the rows.</summary>
    public static IEnumerable<double> Edges(List<List<Token>> lines, double[] columns)
    {
        var rows = Rows(lines, columns);
        for (int i = 1; i < rows.Count; i++)
        {
            double above = rows[i - 1].Max(t => t.Middle), below = rows[i].Min(t => t.Middle);
            if (above < below) yield return (above + below) / 2;
        }
    }

    private static List<List<Token>> Rows(List<List<Token>> lines, double[] columns)
    {
        var anchors = new bool[lines.Count];
        for (int i = 0; i < lines.Count; i++) anchors[i] = lines[i].Any(t => RowInference.IsNumber(t.Text));
        // For each line, the line whose row it shares; itself when it begins a row.
        var row = new int[lines.Count];
        for (int i = 0; i < lines.Count; i++) row[i] = anchors[i] ? Anchor(i) : Wrapped(i);
        return [.. Enumerable.Range(0, lines.Count).GroupBy(Root).OrderBy(g => g.Key).Select(g => g.SelectMany(i => lines[i]).ToList())];

        int Root(int line)
        {
            while (row[line] != line) line = row[line];
            return line;
        }

        int Anchor(int line) => line > 0 && anchors[line - 1] && Overlaps(line - 1, line) ? line - 1 : line;

        int Wrapped(int line)
        {
            int above = Nearest(line, -1), below = Nearest(line, 1);
            double up = above < 0 ? double.MaxValue : Distance(above, line), down = below < 0 ? double.MaxValue : Distance(line, below);
            bool upper = above >= 0 && Overlaps(above, line), lower = below >= 0 && Overlaps(line, below);
            if (!upper && !lower) (upper, lower) = (Continues(line), below >= 0 && GoesOn(line));
            if (upper && lower) (upper, lower) = (up <= down, up > down);
            return lower ? below : !upper ? line : above >= 0 && up <= Overlapping ? above : line - 1;
        }

        int Nearest(int line, int step)
        {
            int at = line + step;
            while (at >= 0 && at < lines.Count && !anchors[at]) at += step;
            return at >= 0 && at < lines.Count ? at : -1;
        }

        double Distance(int above, int below) => (lines[below][0].Baseline - lines[above][0].Baseline) / lines[below][0].Size;

        // Two texts in one column never overlap.
        bool Overlaps(int above, int below) => Distance(above, below) < Overlapping && !lines[above].Any(a => lines[below].Any(b => Band(a) == Band(b)));

        // All of its texts go on from a text above that fills its cell.
        bool Continues(int line) => line > 0 && lines[line].TrueForAll(t => !BodyWords.IsNumbered(t.Text) && Previous(line, t, -1) is { } above && IsFull(above));

        // A text that fills its cell goes on in the next line of its column.
        bool GoesOn(int line) => lines[line].Exists(t => IsFull(t) && Previous(line, t, 1) is { } next && !BodyWords.IsNumbered(next.Text));

        Token? Previous(int line, Token token, int step)
        {
            for (int at = line + step; at >= 0 && at < lines.Count; at += step)
                if (lines[at].Find(t => Band(t) == Band(token)) is { } found) return found;
            return null;
        }

        int Band(Token token) => Grids.Edges.Band(columns, token.Centre);

        bool IsFull(Token token) => RowInference.IsFull(token, columns, Band(token));
    }
}
