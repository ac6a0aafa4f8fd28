using System.Collections.Immutable;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>
/// Adds the horizontal rulings that a table ruled only between its columns leaves out: where one cell holds several whole
/// amounts one below another, each of them is a row. A number that is broken over two lines is not: only its first part has a point.
/// </summary>
internal static class RowInference
{
    public static TableRegion Complete(TableRegion region)
    {
        var edges = LatticeEdges.Of(region);
        List<Ruling>? added = null;
        var lines = default(List<List<Token>>);
        for (int band = 0; band < edges.Rows; band++)
        {
            // Two amounts need two lines: most rows are too low to hold them.
            if (edges.Y[band + 1] - edges.Y[band] < 14) continue;
            lines ??= Tokens.Lines(region.Glyphs);
            var inside = lines.Where(l => l[0].Middle > edges.Y[band] && l[0].Middle < edges.Y[band + 1]).ToList();
            if (inside.Count < 2 || !HoldsSeveralAmounts(inside, edges)) continue;
            for (int i = 1; i < inside.Count; i++)
                if (inside[i - 1].Any(t => BodyWords.Opens(t.Text)) && inside[i].Any(t => BodyWords.Opens(t.Text)))
                    (added ??= []).Add(new Ruling(true, (inside[i - 1].Max(t => t.Y1) + inside[i].Min(t => t.Y0)) / 2, region.Box.X0, region.Box.X1));
        }
        return added is null ? region : region with { Rulings = region.Rulings.AddRange(added), Method = GridMethod.PartlyRuled };
    }

    private static bool HoldsSeveralAmounts(List<List<Token>> lines, Edges edges)
    {
        var columns = new HashSet<int>();
        var doubled = new HashSet<int>();
        foreach (var line in lines)
            foreach (var token in line)
                if (BodyWords.IsAmount(token.Text) && !columns.Add(Edges.Band(edges.X, token.Centre))) doubled.Add(Edges.Band(edges.X, token.Centre));
        // One column may hold a broken "1,234.0 / 5.00"; two columns with two whole amounts each do not.
        return doubled.Count >= 2;
    }
}
