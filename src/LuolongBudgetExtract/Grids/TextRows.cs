using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>Finds the rows of the body by rulings where they are drawn, by line spacing where they are not.</summary>
internal static class TextRows
{
    /// <summary>Lines of one wrapped cell follow each other within this many font sizes; rows stand further apart.</summary>
    private const double WrapSpacing = 1.36;

    /// <summary>Rules under this part of the lines mean a rule under every row: the other lines are wrapped.</summary>
    private const double RuledPart = 0.3;

    /// <summary>Lines nearer than this many font sizes overlap: a label of two lines beside an amount centred between them.</summary>
    private const double Overlapping = 0.9;

    /// <summary>Row edges (y, points) from the top of the body to the bottom of the region.</summary>
    public static double[] Edges(List<List<Token>> lines, int headerLines, TableRegion region)
    {
        if (headerLines >= lines.Count) return [region.Box.Y1];
        double top = headerLines == 0 ? region.Box.Y0 : Between(lines[headerLines - 1], lines[headerLines]);
        var drawn = region.Rulings.Where(r => r.Horizontal && r.Length > 0.6 * region.Box.Width).Select(r => r.Position).Order().ToList();
        // A rule between boxhead and body is where the body begins.
        foreach (var y in drawn)
            if (headerLines > 0 && y > lines[headerLines - 1][0].Middle && y < lines[headerLines][0].Middle) top = y;
        double first = lines[headerLines][0].Middle, last = lines[^1][0].Middle;
        bool ruled = drawn.Count(y => y > first && y < last) is var inside && inside >= 3 && inside >= RuledPart * (lines.Count - headerLines - 1);
        var edges = new List<double> { top };
        for (int i = headerLines + 1; i < lines.Count; i++)
        {
            double middle = Between(lines[i - 1], lines[i]);
            var rule = drawn.FindIndex(y => y > lines[i - 1][0].Middle && y < lines[i][0].Middle);
            if (rule >= 0) edges.Add(drawn[rule]);
            else if (!ruled && Separates(lines[i - 1], lines[i])) edges.Add(middle);
        }
        edges.Add(Math.Max(region.Box.Y1, lines[^1].Max(t => t.Y1)));
        return [.. edges];
    }

    private static bool Separates(List<Token> above, List<Token> below)
    {
        double spacing = below[0].Baseline - above[0].Baseline;
        if (spacing > WrapSpacing * Math.Max(above[0].Size, below[0].Size)) return true;
        // Tightly set: two lines that both hold amounts or codes are two rows all the same.
        return spacing > Overlapping * Math.Max(above[0].Size, below[0].Size) && above.Any(t => BodyWords.Opens(t.Text)) && below.Any(t => BodyWords.Opens(t.Text));
    }

    private static double Between(List<Token> above, List<Token> below) => (above.Max(t => t.Y1) + below.Min(t => t.Y0)) / 2;
}
