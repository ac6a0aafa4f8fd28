using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>
/// The first lines inside the frame of a table without vertical rulings that are no boxhead: 附件1-3, the title, 部门：… 单位：元. They are rows of
/// their own above it, as wide as the table.
/// </summary>
internal static class FrameHeadings
{
    /// <summary>Label, title in two lines, department, unit: more lines are no heading.</summary>
    private const int MostLines = 5;

    /// <summary>How many lines at the top are headings; 0 when the table begins with its boxhead.</summary>
    public static int Count(List<List<Token>> lines)
    {
        int count = 0;
        for (int i = 0; i < Math.Min(MostLines, lines.Count - 1); i++)
        {
            // Names of columns stand side by side; a title stands alone, or beside its label.
            var names = lines[i].FindAll(t => !OutsideWords.IsLabel(t.Text));
            bool heading = lines[i].Exists(t => OutsideWords.IsHeading(t.Text)), title = names is [var only] && OutsideWords.IsTitle(only.Text);
            if (heading || title || names.Count == 0) count = i + 1;
            else if (names.Count > 1) break;
        }
        return count;
    }

    /// <summary>The region below the headings.</summary>
    public static TableRegion Below(TableRegion region, List<List<Token>> lines, int count)
    {
        double top = Border(region, lines, count);
        return region with
        {
            Box = region.Box with { Y0 = top },
            Glyphs = [.. region.Glyphs.Where(g => GlyphBand.Middle(g) > top)],
            Rulings = [.. region.Rulings.Where(r => !r.Horizontal || r.Position > top - RulingMerge.SnapDistance)],
        };
    }

    /// <summary>The headings laid over the columns that were found below them.</summary>
    public static TableRegion Above(TableRegion table, TableRegion region, List<List<Token>> lines, int count)
    {
        double x0 = table.Box.X0, x1 = table.Box.X1, top = region.Box.Y0;
        var edges = LatticeEdges.Of(table).X;
        var rulings = table.Rulings.ToBuilder();
        rulings.Add(new Ruling(true, top, x0, x1));
        for (int i = 0; i < count; i++)
        {
            double bottom = Border(region, lines, i + 1);
            rulings.Add(new Ruling(true, bottom, x0, x1));
            rulings.Add(new Ruling(false, x0, top, bottom));
            rulings.Add(new Ruling(false, x1, top, bottom));
            for (int t = 1; t < lines[i].Count; t++)
            {
                // Between 部门：… and 单位：… the border of any column will do.
                if (!OutsideWords.IsHeading(lines[i][t].Text)) continue;
                int at = Array.FindIndex(edges, e => e > lines[i][t - 1].X1 && e < lines[i][t].X0);
                if (at >= 0) rulings.Add(new Ruling(false, edges[at], top, bottom));
            }
            top = bottom;
        }
        return table with { Box = table.Box with { Y0 = region.Box.Y0 }, Glyphs = region.Glyphs, Rulings = rulings.ToImmutable() };
    }

    // The rule below the last of so many lines, or the middle between it and the next one.
    private static double Border(TableRegion region, List<List<Token>> lines, int count)
    {
        var (above, below) = (lines[count - 1], lines[count]);
        foreach (var ruling in region.Rulings)
            if (ruling.Horizontal && ruling.Length > 0.6 * region.Box.Width && ruling.Position > above[0].Middle && ruling.Position < below[0].Middle) return ruling.Position;
        return (above.Max(t => t.Y1) + below.Min(t => t.Y0)) / 2;
    }
}
