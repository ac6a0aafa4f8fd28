namespace LuolongBudgetExtract.Pages;

/// <summary>Lines that a typesetter paints as rows of small filled squares: the dotted borders of browsers, the hair lines of spreadsheets.</summary>
internal static class DottedRulings
{
    /// <summary>Sides of the largest dot (points).</summary>
    private const double LargestDot = 2.5;

    /// <summary>The longest gap between two dots of one line (points).</summary>
    private const double LargestGap = 3;

    /// <summary>Pieces of the corners of dotted lines are shorter (points).</summary>
    private const double ShortestDash = 2;

    /// <summary>Fewer dots than these are leaders, bullets or pixels of a picture, no line.</summary>
    private const int FewestDots = 6;

    /// <summary>Dots of one line stand at one height (points).</summary>
    private const double OneHeight = 0.3;

    /// <summary>A square, or a piece of a corner that is less than three times as long as wide.</summary>
    public static bool IsDot(Box box) =>
        box.Width <= LargestDot && box.Height <= LargestDot && box.Width < 3 * box.Height && box.Height < 3 * box.Width;

    /// <summary>A dash shows the direction of its line itself; its line is put together from its dashes as from other pieces.</summary>
    public static bool IsDash(Box box) => Math.Max(box.Width, box.Height) >= ShortestDash && Math.Max(box.Width, box.Height) > 2 * Math.Min(box.Width, box.Height);

    public static void Add(List<Box> dots, List<Ruling> found)
    {
        if (dots.Count < FewestDots) return;
        AddLines([.. dots.Select(d => new Ruling(true, d.CentreY, d.X0, d.X1))], found);
        AddLines([.. dots.Select(d => new Ruling(false, d.CentreX, d.Y0, d.Y1))], found);
    }

    private static void AddLines(List<Ruling> dots, List<Ruling> found)
    {
        dots.Sort(static (a, b) => Math.Round(a.Position / OneHeight).CompareTo(Math.Round(b.Position / OneHeight)) is var order and not 0 ? order : a.Start.CompareTo(b.Start));
        for (int first = 0; first < dots.Count;)
        {
            int end = first + 1, gaps = 0;
            var until = dots[first].End;
            while (end < dots.Count && Math.Round(dots[end].Position / OneHeight) == Math.Round(dots[first].Position / OneHeight) && dots[end].Start - until <= LargestGap)
            {
                // Squares side by side without gaps are a picture or a bar.
                if (dots[end].Start > until + 0.1) gaps++;
                until = Math.Max(until, dots[end].End);
                end++;
            }
            if (end - first >= FewestDots && gaps * 2 >= end - first) found.Add(dots[first] with { End = until });
            first = end;
        }
    }
}
