using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Regions;

/// <summary>Takes a page apart into table regions and the text lines outside them.</summary>
public static class TableRegions
{
    public static PageRegions Find(Page page)
    {
        var areas = new List<(Box Box, List<Ruling> Rulings, GridMethod Method)>();
        var leftover = new List<Ruling>();
        foreach (var rulings in RuledAreas.Find(page.Rulings))
        {
            if (IsLattice(rulings)) areas.Add((RuledAreas.BoxOf(rulings), rulings, GridMethod.Ruled));
            else leftover.AddRange(rulings);
        }
        MergeNested(areas);
        JoinOpenColumns(areas, leftover);
        areas.AddRange(HorizontalRules.Find(leftover, areas, page));

        var owners = AssignGlyphs(page, areas);
        var free = new List<Glyph>();
        for (int i = 0; i < page.Glyphs.Length; i++)
            if (owners[i] < 0) free.Add(page.Glyphs[i]);
        var unruled = UnruledTables.Find(free, areas.ConvertAll(a => a.Box));
        if (unruled.Count > 0)
        {
            areas.AddRange(unruled.Select(b => (b, new List<Ruling>(), GridMethod.Unruled)));
            owners = AssignGlyphs(page, areas);
            free.Clear();
            for (int i = 0; i < page.Glyphs.Length; i++)
                if (owners[i] < 0) free.Add(page.Glyphs[i]);
        }

        var glyphs = areas.ConvertAll(_ => ImmutableArray.CreateBuilder<Glyph>());
        for (int i = 0; i < owners.Length; i++)
            if (owners[i] >= 0) glyphs[owners[i]].Add(page.Glyphs[i]);
        var lines = TextLines.Read(free);
        if (areas.Count == 1 && areas[0].Method == GridMethod.Ruled && lines.Length > 0)
        {
            var overflow = Overflow.Find(areas[0].Box, areas[0].Rulings, lines, PrintSize(glyphs[0]), page.Number).ToHashSet();
            glyphs[0].AddRange(overflow.SelectMany(l => l.Glyphs));
            if (overflow.Count > 0) lines = [.. lines.Where(l => !overflow.Contains(l))];
        }
        var regions = ImmutableArray.CreateBuilder<TableRegion>();
        for (int i = 0; i < areas.Count; i++)
        {
            // A frame without a word in it is a picture or a chart, not a table.
            if (glyphs[i].Count == 0) continue;
            regions.Add(new TableRegion(page.Number, areas[i].Box, [.. areas[i].Rulings], glyphs[i].ToImmutable(), areas[i].Method));
        }
        regions.Sort(static (a, b) => a.Box.Y0.CompareTo(b.Box.Y0));
        return new PageRegions(page, regions.ToImmutable(), lines);
    }

    private static double PrintSize(IReadOnlyList<Glyph> glyphs) =>
        glyphs.Count == 0 ? 0 : glyphs.GroupBy(g => Math.Round(g.Size, 1)).MaxBy(g => g.Count())!.Key;

    // Two lines in each direction, and one more in either: a single framed box holds text, not a table.
    private static bool IsLattice(List<Ruling> rulings)
    {
        int horizontal = rulings.Count(r => r.Horizontal);
        int vertical = rulings.Count - horizontal;
        return horizontal >= 2 && vertical >= 1 && horizontal + vertical >= 5 || horizontal >= 3 && vertical >= 1;
    }

    // A merged cell that fills the page has its sides drawn and neither top nor bottom: verticals as long as the table beside it.
    private static void JoinOpenColumns(List<(Box Box, List<Ruling> Rulings, GridMethod Method)> areas, List<Ruling> leftover)
    {
        for (int i = 0; i < areas.Count; i++)
        {
            var box = areas[i].Box;
            var joined = leftover.Where(r => !r.Horizontal && Math.Min(r.End, box.Y1) - Math.Max(r.Start, box.Y0) > 0.9 * Math.Max(r.Length, box.Height)).ToList();
            if (joined.Count == 0) continue;
            leftover.RemoveAll(joined.Contains);
            areas[i].Rulings.AddRange(joined);
            areas[i] = areas[i] with { Box = RuledAreas.BoxOf(areas[i].Rulings) };
        }
    }

    // Rules that stand inside another table's frame without touching it are parts of that table (a cell's own box).
    private static void MergeNested(List<(Box Box, List<Ruling> Rulings, GridMethod Method)> areas)
    {
        areas.Sort(static (a, b) => (b.Box.Width * b.Box.Height).CompareTo(a.Box.Width * a.Box.Height));
        for (int i = 0; i < areas.Count; i++)
            for (int j = areas.Count - 1; j > i; j--)
                if (areas[i].Box.Inflate(1).Contains(areas[j].Box.X0, areas[j].Box.Y0) && areas[i].Box.Inflate(1).Contains(areas[j].Box.X1, areas[j].Box.Y1))
                {
                    areas[i].Rulings.AddRange(areas[j].Rulings);
                    areas.RemoveAt(j);
                }
    }

    private static int[] AssignGlyphs(Page page, List<(Box Box, List<Ruling> Rulings, GridMethod Method)> areas)
    {
        var owners = new int[page.Glyphs.Length];
        Array.Fill(owners, -1);
        if (areas.Count == 0) return owners;
        for (int i = 0; i < owners.Length; i++)
        {
            var glyph = page.Glyphs[i];
            for (int a = 0; a < areas.Count; a++)
            {
                if (!areas[a].Box.Contains(glyph.Box.CentreX, GlyphBand.Middle(glyph))) continue;
                owners[i] = a;
                break;
            }
        }
        return owners;
    }
}
