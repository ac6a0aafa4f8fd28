using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>Finds the rows of the body by rulings where they are drawn, by line spacing where they are not.</summary>
internal static class TextRows
{
    /// <summary>Lines of one wrapped cell follow each other within this many font sizes; rows stand further apart.</summary>
    private const double WrapSpacing = 1.36;

    /// <summary>Wider set lines are one cell all the same when the rows stand further apart than they do, up to this many font sizes.</summary>
    private const double WidestWrapSpacing = 1.7;

    /// <summary>Rows have padding above and below, so that lines nearer than this part of the distance between rows are in one cell.</summary>
    public const double PartOfRow = 0.85;

    /// <summary>Rules under this part of the lines mean a rule under every row: the other lines are wrapped.</summary>
    private const double RuledPart = 0.3;

    /// <summary>Lines nearer than this many font sizes overlap: a label of two lines beside an amount centred between them.</summary>
    public const double Overlapping = 0.9;

    /// <summary>Row edges (y, points) from the top of the body to the bottom of the region.</summary>
    public static double[] Edges(List<List<Token>> lines, int headerLines, TableRegion region, double pitch)
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
            else if (!ruled && Separates(lines[i - 1], lines[i], pitch)) edges.Add(middle);
        }
        edges.Add(Math.Max(region.Box.Y1, lines[^1].Max(t => t.Y1)));
        return [.. edges];
    }

    /// <summary>The smallest distance of two lines with amounts, or of the first one from the boxhead (points); 0 when there are none.</summary>
    public static double Pitch(List<List<Token>> lines, int headerLines)
    {
        double pitch = double.MaxValue, last = headerLines > 0 ? lines[headerLines - 1].Max(t => t.Baseline) : double.MinValue;
        foreach (var line in lines.Skip(headerLines).Where(l => l.Exists(t => BodyWords.IsAmount(t.Text))))
        {
            // Lines that overlap are one row.
            if (line[0].Baseline - last > line[0].Size) pitch = Math.Min(pitch, line[0].Baseline - last);
            last = line[0].Baseline;
        }
        return pitch < double.MaxValue ? pitch : 0;
    }

    /// <summary>Two lines are two rows, by their distance or because both hold amounts or codes.</summary>
    public static bool Separates(List<Token> above, List<Token> below, double pitch)
    {
        double spacing = below[0].Baseline - above[0].Baseline, size = Math.Max(above[0].Size, below[0].Size);
        if (spacing > WrapSpacing * size && (spacing > WidestWrapSpacing * size || spacing > PartOfRow * pitch)) return true;
        // Tightly set: two lines that both hold amounts or codes are two rows all the same.
        return spacing > Overlapping * size && above.Any(t => BodyWords.Opens(t.Text)) && below.Any(t => BodyWords.Opens(t.Text));
    }

    private static double Between(List<Token> above, List<Token> below) => (above.Max(t => t.Y1) + below.Min(t => t.Y0)) / 2;
}
