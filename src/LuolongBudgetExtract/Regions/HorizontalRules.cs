using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Regions;

/// <summary>Tables ruled by horizontal lines only: three-line tables, and tables with a rule under every row.</summary>
internal static class HorizontalRules
{
    /// <summary>Rules of one table start and end within this of each other (points).</summary>
    private const double SameExtent = 6;

    /// <summary>A rule shorter than this part of the page is an underline or a signature line.</summary>
    private const double ShortestPart = 0.35;

    public static IEnumerable<(Box Box, List<Ruling> Rulings, GridMethod Method)> Find(
        List<Ruling> leftover, List<(Box Box, List<Ruling> Rulings, GridMethod Method)> areas, Page page)
    {
        var rules = leftover.Where(r => r.Horizontal && r.Length >= ShortestPart * page.Width
            && !areas.Any(a => a.Box.Y0 <= r.Position && r.Position <= a.Box.Y1)).OrderBy(r => r.Position).ToList();
        if (rules.Count < 2) yield break;
        // Two tables of one width on a page: the title or 单位：万元 of the second stands between their rules.
        var headings = TextLines.Read(page.Glyphs).Where(l => OutsideWords.IsHeading(l.Text)).Select(l => l.Box.CentreY).ToList();
        for (int i = 0; i < rules.Count;)
        {
            var group = new List<Ruling> { rules[i] };
            int end = i + 1;
            for (int j = i + 1; j < rules.Count && !Parted(group[^1], rules[j]); j++)
            {
                // A rule inside the extent of the others stands under a name that spans some columns.
                if (!SameExtents(rules[i], rules[j]) && !IsInside(rules[i], rules[j])) break;
                if (!SameExtents(rules[i], rules[j])) continue;
                group.Add(rules[j]);
                end = j + 1;
            }
            // Shorter rules between the long ones, such as a line under 基本支出 over its children, belong to the table.
            var box = RuledAreas.BoxOf(group);
            if (group.Count >= 2 && OpenSides(page, box) is var open && (HasSeveralTexts(page, box) || HasNames(page, box) && HasSeveralTexts(page, open)))
            {
                group.AddRange(leftover.Where(r => r.Horizontal && !group.Contains(r)
                    && box.Inflate(2).Contains(r.Start, r.Position) && box.Inflate(2).Contains(r.End, r.Position)));
                yield return (open, group, GridMethod.PartlyRuled);
            }
            i = end;
        }

        bool Parted(Ruling above, Ruling below) =>
            areas.Any(a => a.Box.Y0 > above.Position && a.Box.Y1 < below.Position) || headings.Any(y => y > above.Position && y < below.Position);
    }

    private static bool SameExtents(Ruling a, Ruling b) => Math.Abs(b.Start - a.Start) <= SameExtent && Math.Abs(b.End - a.End) <= SameExtent;

    private static bool IsInside(Ruling outer, Ruling inner) => inner.Start >= outer.Start - SameExtent && inner.End <= outer.End + SameExtent;

    // A page header between two rules, or a frame around a paragraph, has one text a line; a table has several in some lines.
    private static bool HasSeveralTexts(Page page, Box box)
    {
        var inside = page.Glyphs.Where(g => box.Contains(g.Box.CentreX, GlyphBand.Middle(g))).ToList();
        // An empty form has nothing but its boxhead.
        var perLine = TextLines.Read(inside).GroupBy(l => Math.Round(l.Baseline)).Select(g => g.Count()).ToList();
        return perLine.Count(n => n >= 2) >= 2 || perLine.Any(n => n >= 3);
    }

    // A page break below the first row leaves a table the two rules around its boxhead.
    private static bool HasNames(Page page, Box box) =>
        TextLines.Read([.. page.Glyphs.Where(g => box.Contains(g.Box.CentreX, GlyphBand.Middle(g)))]).Length >= 2;

    /// <summary>Lines of a table follow each other within this many font sizes.</summary>
    private const double LineSpacing = 3;

    /// <summary>Lines of one cell follow each other within this many font sizes.</summary>
    private const double WrapSpacing = 1.36;

    /// <summary>Lines without a row of their own between two rows: the rest of names of two or three lines.</summary>
    private const int MostWrapped = 3;

    /// <summary>A boxhead set on shading has no rule above it, and a last row may have none below: such lines belong to the table.</summary>
    private static Box OpenSides(Page page, Box box)
    {
        var lines = Tokens.Lines([.. page.Glyphs.Where(g => g.Box.CentreX > box.X0 && g.Box.CentreX < box.X1)]);
        double top = box.Y0, bottom = box.Y1;
        // The headings of a boxhead are two at least; a title stands alone.
        for (int i = lines.Count - 1; i >= 0; i--)
            if (lines[i][0].Middle < top && lines[i].Count >= 2 && !IsOutside(lines[i]) && top - lines[i][0].Baseline < LineSpacing * lines[i][0].Size) top = lines[i].Min(t => t.Y0) - 2;
        double last = bottom;
        int wrapped = 0;
        var borders = new List<double>();
        foreach (var line in lines)
        {
            if (line.Min(t => t.Y0) <= box.Y1 - 2)
            {
                if (line[0].Middle > box.Y0) borders.AddRange(line.Select(t => t.X0));
                continue;
            }
            if (IsOutside(line) || line[0].Baseline - last > LineSpacing * line[0].Size) break;
            // What stands beside the last row, or goes on under it; without figures, the next items of a table that is open already.
            bool row = line.Count >= 3 || line.Exists(t => OutsideWords.IsAmount(t.Text)) || bottom > box.Y1 && IsRow(line, borders);
            bool rest = bottom > box.Y1 && wrapped == 0 && line[0].Baseline - last < WrapSpacing * line[0].Size;
            if (!row && !rest && ++wrapped > MostWrapped) break;
            if (row)
            {
                wrapped = 0;
                borders.AddRange(line.Select(t => t.X0));
            }
            if (row || rest) bottom = line.Max(t => t.Y1) + 2;
            last = line[0].Baseline;
        }
        return box with { Y0 = top, Y1 = bottom };
    }

    /// <summary>Texts of one column begin within this of each other (points).</summary>
    private const double SameBorder = 2;

    // A summary lists every item (十四、交通运输支出), also those without money: its texts begin where those of the rows above do.
    private static bool IsRow(List<Token> line, List<double> borders) =>
        (line.Count > 1 || BodyWords.IsNumbered(line[0].Text)) && line.TrueForAll(t => borders.Exists(x => Math.Abs(x - t.X0) < SameBorder));

    private static bool IsOutside(List<Token> line) =>
        line.Any(t => OutsideWords.IsHeading(t.Text) || OutsideWords.IsNote(t.Text)) || OutsideWords.IsPageNumber(string.Concat(line.Select(t => t.Text)));
}
