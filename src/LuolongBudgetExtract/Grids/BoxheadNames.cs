using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>One name of a boxhead set without vertical rulings: its lines stand directly above one another (points).</summary>
internal sealed record BoxheadName(double X0, double X1, double Y0, double Y1, double Size)
{
    public double Centre => (X0 + X1) / 2;
}

/// <summary>Puts the tokens of a boxhead together into names, and tells leaf names from headings over several columns.</summary>
internal static class BoxheadNames
{
    /// <summary>Lines of one name follow each other within this many font sizes; the next level stands further down.</summary>
    private const double LineSpacing = 1.45;

    /// <summary>Wider set lines are one name all the same when the rows of the body stand further apart than they do, up to this many font sizes.</summary>
    private const double WidestLineSpacing = 2;

    /// <summary>Names of one level stand on one baseline; a line of a name that is centred over two levels stands beside it (parts of the font size).</summary>
    private const double OneBaseline = 0.07;

    /// <summary>Lines of one name have one middle, up to this part of the font size.</summary>
    private const double SameMiddle = 0.75;

    /// <param name="lines">The tokens of the boxhead.</param>
    /// <param name="rowPitch">The distance of the rows of the body (points); 0 when there are none.</param>
    public static List<BoxheadName> Read(IEnumerable<List<Token>> lines, double rowPitch)
    {
        var tokens = lines.SelectMany(l => l).OrderBy(t => t.Baseline).ToList();
        var open = new List<(BoxheadName Name, Token Last)>();
        foreach (var token in tokens)
        {
            int at = open.FindIndex(o => IsUnder(token, o.Last, o.Name.Centre, rowPitch));
            if (at < 0 || HeadsItsNeighbours(token, tokens, rowPitch)) open.Add((new BoxheadName(token.X0, token.X1, token.Y0, token.Y1, token.Size), token));
            else
            {
                var name = open[at].Name;
                open[at] = (name with { X0 = Math.Min(name.X0, token.X0), X1 = Math.Max(name.X1, token.X1), Y1 = token.Y1 }, token);
            }
        }
        return open.ConvertAll(o => o.Name);
    }

    private static bool IsUnder(Token token, Token above, double centre, double rowPitch) =>
        Math.Abs(centre - token.Centre) < SameMiddle * token.Size
        && token.Baseline - above.Baseline is var spacing && spacing > 0.5 * token.Size
        && (spacing < LineSpacing * token.Size || spacing < WidestLineSpacing * token.Size && spacing < TextRows.PartOfRow * rowPitch);

    // 合计 | 人员经费 | 公用经费 under 基本支出: the middle one stands right below the heading, but its neighbours on the same line have
    // nothing above them. In a wrapped name the neighbours of one line are centred beside it, a further line follows, or its last line
    // stands a little higher or lower than the level beside it, since the whole name is centred over two levels.
    private static bool HeadsItsNeighbours(Token token, List<Token> tokens, double rowPitch)
    {
        if (tokens.Any(t => IsUnder(t, token, token.Centre, rowPitch))) return false;
        var beside = tokens.Where(t => t != token && Math.Abs(t.Baseline - token.Baseline) < OneBaseline * token.Size).ToList();
        var left = beside.Where(t => t.X1 <= token.X0).MaxBy(t => t.X1);
        var right = beside.Where(t => t.X0 >= token.X1).MinBy(t => t.X0);
        return left is not null && right is not null && IsAlone(left) && IsAlone(right);

        bool IsAlone(Token neighbour) => !tokens.Any(t => IsUnder(neighbour, t, t.Centre, rowPitch) || IsUnder(t, neighbour, neighbour.Centre, rowPitch));
    }

    /// <summary>The names that stand over others; what is the only name over a column of the body is the name of that column.</summary>
    public static List<BoxheadName> Headings(List<BoxheadName> names, List<TextColumn> columns)
    {
        var headings = names.FindAll(n => IsHeading(n, names));
        headings.RemoveAll(h => columns.FindIndex(c => c.X0 < h.X1 && c.X1 > h.X0) is >= 0 and var at && !names.Exists(n => !headings.Contains(n) && IsOver(n, columns, at)));
        return headings;
    }

    // From the middle of the white space before the column to that of the one behind it.
    private static bool IsOver(BoxheadName name, List<TextColumn> columns, int at) =>
        (at == 0 || name.X1 > (columns[at - 1].X1 + columns[at].X0) / 2) && (at + 1 == columns.Count || name.X0 < (columns[at].X1 + columns[at + 1].X0) / 2);

    /// <summary>True for a name that stands over others: one entirely below it within its width, or two whose common middle it has.</summary>
    private static bool IsHeading(BoxheadName name, IReadOnlyList<BoxheadName> all)
    {
        var below = all.Where(o => o.Y0 > name.Y1 - 0.25 * name.Size).OrderBy(o => o.X0).ToList();
        if (below.Any(o => o.X1 > name.X0 + 0.2 * name.Size && o.X0 < name.X1 - 0.2 * name.Size)) return true;
        var left = below.LastOrDefault(o => o.X1 <= name.X0 + 0.2 * name.Size);
        var right = below.FirstOrDefault(o => o.X0 >= name.X1 - 0.2 * name.Size);
        if (left is null || right is null) return false;
        // Neither of the two has a name of its own at this height, which would be the heading of its column.
        return !all.Any(o => o != name && o.Y0 < name.Y1 && o.Y1 > name.Y0
            && (o.X1 > left.X0 && o.X0 < left.X1 || o.X1 > right.X0 && o.X0 < right.X1 || o.X0 > left.X1 && o.X1 < name.X0 || o.X0 > name.X1 && o.X1 < right.X0));
    }
}
