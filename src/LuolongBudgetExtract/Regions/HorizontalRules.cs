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
        for (int i = 0; i < rules.Count;)
        {
            int end = i + 1;
            while (end < rules.Count && Math.Abs(rules[end].Start - rules[i].Start) <= SameExtent && Math.Abs(rules[end].End - rules[i].End) <= SameExtent
                && !areas.Any(a => a.Box.Y0 > rules[end - 1].Position && a.Box.Y1 < rules[end].Position))
                end++;
            var group = rules.GetRange(i, end - i);
            // Short rules between the long ones, such as a line under 基本支出 over its children, belong to the table.
            var box = RuledAreas.BoxOf(group);
            if (group.Count >= 2 && HasSeveralTexts(page, box))
            {
                group.AddRange(leftover.Where(r => r.Horizontal && r.Length < ShortestPart * page.Width
                    && box.Inflate(2).Contains(r.Start, r.Position) && box.Inflate(2).Contains(r.End, r.Position)));
                yield return (box, group, GridMethod.PartlyRuled);
            }
            i = end;
        }
    }

    // A page header between two rules, or a frame around a paragraph, has one text a line; a table has several in most lines.
    private static bool HasSeveralTexts(Page page, Box box)
    {
        var inside = page.Glyphs.Where(g => box.Contains(g.Box.CentreX, GlyphBand.Middle(g))).ToList();
        var perLine = TextLines.Read(inside).GroupBy(l => Math.Round(l.Baseline)).Select(g => g.Count()).ToList();
        return perLine.Count >= 2 && perLine.Count(n => n >= 2) >= 0.5 * perLine.Count;
    }
}
