using System.Collections.Immutable;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>
/// Completes the rulings of a region that has no vertical ones, from where its text stands: columns by the white space that
/// runs through all body rows, the boxhead by which columns each of its texts is centred over, rows by line spacing.
/// A region that is ruled both ways is returned as it is.
/// </summary>
public static class InferredRulings
{
    public static TableRegion Complete(TableRegion region)
    {
        bool vertical = region.Method == GridMethod.Ruled && HasInnerVertical(region);
        if (vertical && !HasShortVerticals(region)) return RowInference.Complete(region);
        var lines = Tokens.Lines(region.Glyphs);
        // Strokes between some names of the boxhead part no columns of the body.
        if (vertical && !CrowdedCells.In(lines, LatticeEdges.Of(region).X)) return RowInference.Complete(region);
        if (FrameHeadings.Count(lines) is > 0 and var headings)
        {
            var below = FrameHeadings.Below(region, lines, headings);
            return Columns(below, Tokens.Lines(below.Glyphs)) is { } table ? FrameHeadings.Above(table, region, lines, headings) : region;
        }
        return Columns(region, lines) ?? region;
    }

    // Null when fewer than two columns are to be seen.
    private static TableRegion? Columns(TableRegion region, List<List<Token>> lines)
    {
        int header = HeaderLines(lines);
        double pitch = TextRows.Pitch(lines, header);
        var boxheadLines = header == 0 ? [] : BoxheadLines(region, lines, header);
        var numbers = ColumnNumberLine.TakeFrom(boxheadLines);
        var names = BoxheadNames.Read(boxheadLines, pitch);
        var body = lines.GetRange(header, lines.Count - header);
        var bridges = SpanningLabels.Bridges(body);
        var outside = SpanningLabels.Outside(body);
        var tokens = body.SelectMany(l => l).Where(t => !bridges.Contains(t) && !outside.Contains(t)).ToList();
        var headings = BoxheadNames.Headings(names, TextColumns.Merge(tokens));
        var columns = TextColumns.Find(tokens, ColumnNumberLine.Leaves(numbers, [.. names.Except(headings)]), headings);
        if (columns.Count < 2) return null;
        var edges = TextColumns.Edges(columns, region.Box);
        var rows = TextRows.Edges(lines, header, region, pitch);
        var boxhead = header == 0 ? [] : TextBoxhead.Read(names, headings, columns, edges, region.Box.Y0, ColumnNumberLine.Bottoms(numbers, names, edges, rows[0]));
        if (numbers is not null) boxhead.AddRange(ColumnNumberLine.Cells(numbers, names, edges, rows[0]));

        var rulings = ImmutableArray.CreateBuilder<Ruling>();
        double x0 = edges[0], x1 = edges[^1];
        foreach (var y in rows) rulings.Add(new Ruling(true, y, x0, x1));
        rulings.Add(new Ruling(true, region.Box.Y0, x0, x1));
        rulings.AddRange(CentredCells.Borders(body, edges, rows, pitch));
        var labels = SpanningLabels.Read(body, bridges, edges).ToList();
        for (int e = 0; e < edges.Length; e++)
            foreach (var (y0, y1) in Sides(e, rows, labels)) rulings.Add(new Ruling(false, edges[e], y0, y1));
        foreach (var cell in boxhead)
        {
            // The four sides of each boxhead cell; neighbours share them.
            double left = edges[cell.First], right = edges[cell.Last + 1];
            rulings.Add(new Ruling(false, left, cell.Y0, cell.Y1));
            rulings.Add(new Ruling(false, right, cell.Y0, cell.Y1));
            rulings.Add(new Ruling(true, cell.Y0, left, right));
            rulings.Add(new Ruling(true, cell.Y1, left, right));
        }
        var box = new Box(x0, region.Box.Y0, x1, rows[^1]);
        var method = region.Method == GridMethod.Ruled ? GridMethod.PartlyRuled : region.Method;
        return region with { Rulings = RulingMerge.Merge([.. rulings]), Box = box, Method = method };
    }

    private static List<List<Token>> BoxheadLines(TableRegion region, List<List<Token>> lines, int header)
    {
        double floor = header < lines.Count ? lines[header].Min(t => t.Baseline) - 0.5 : double.MaxValue;
        return Tokens.BoxheadLines([.. region.Glyphs.Where(g => g.Baseline < floor)]);
    }

    // A column border, open where a label stands over it.
    private static IEnumerable<(double Y0, double Y1)> Sides(int edge, double[] rows, List<SpanningLabel> labels)
    {
        double from = rows[0];
        foreach (var label in labels.Where(l => l.First < edge && edge <= l.Last).OrderBy(l => l.Text.Middle))
        {
            int row = Edges.Band(rows, label.Text.Middle);
            if (rows[row] > from) yield return (from, rows[row]);
            from = rows[row + 1];
        }
        if (rows[^1] > from) yield return (from, rows[^1]);
    }

    private static bool HasInnerVertical(TableRegion region)
    {
        foreach (var ruling in region.Rulings)
            if (!ruling.Horizontal && ruling.Position > region.Box.X0 + 5 && ruling.Position < region.Box.X1 - 5) return true;
        return false;
    }

    /// <summary>A border of columns runs through more than this part of the table's height in pieces as long as its cells are high.</summary>
    private const double BorderPart = 0.5;

    // None of the inner verticals runs through the body.
    private static bool HasShortVerticals(TableRegion region) =>
        region.Rulings.Where(r => !r.Horizontal && r.Position > region.Box.X0 + 5 && r.Position < region.Box.X1 - 5)
            .GroupBy(r => Math.Round(r.Position)).All(g => g.Sum(r => r.Length) < BorderPart * region.Box.Height);

    // The boxhead ends before the first line that holds an amount, a code, or an item name at its left. An empty form may have
    // one row all the same: 合计 alone on the last line.
    private static int HeaderLines(List<List<Token>> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            foreach (var token in lines[i])
                if (BodyWords.Opens(token.Text)) return FirstOfRow(lines, i);
            if (i > 0 && IsFirstItem(lines, i)) return i;
            if (i > 0 && ColumnNumberLine.IsNumbering(lines[i])) return ColumnNumberLine.End(lines, i);
            // 一级指标 | 二级指标 | 三级指标 | 指标值: the names of indicators head their columns, and words follow where amounts do elsewhere.
            if (lines[i].Exists(t => t.Text == "三级指标")) return i + 1;
        }
        return lines.Count > 1 && lines[^1] is [var last] && BodyWords.IsTotal(last.Text) ? lines.Count - 1 : lines.Count;
    }

    // 1.因公出国（境）费用 without an amount, above 2.公务接待费 with one: items that begin at one border.
    private static bool IsFirstItem(List<List<Token>> lines, int line) =>
        BodyWords.IsNumbered(lines[line][0].Text)
        && lines.Skip(line + 1).Any(l => BodyWords.IsNumbered(l[0].Text) && Math.Abs(l[0].X0 - lines[line][0].X0) < 2);

    // The name of two lines stands around its amount, also in the first row.
    private static int FirstOfRow(List<List<Token>> lines, int line) =>
        line > 1 && lines[line][0].Baseline - lines[line - 1][0].Baseline < TextRows.Overlapping * lines[line][0].Size ? line - 1 : line;
}
