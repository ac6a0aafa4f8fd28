using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Headers;

/// <summary>Attaches to each grid of a page what stands around it, and says what every other line of the page is.</summary>
public static class Fragments
{
    /// <summary>A heading stands at most this far above its table or above the next line of the heading (points).</summary>
    private const double HeadingGap = 90;

    /// <summary>Lines of a heading: label, title in two lines, department, unit; more is narrative.</summary>
    private const int MostHeadingLines = 9;

    /// <summary>Lines of a note follow each other within this many font sizes.</summary>
    private const double NoteSpacing = 2.6;

    public static (ImmutableArray<TableFragment> Fragments, ImmutableArray<OutsideLine> Outside) Read(
        PageRegions page, ImmutableArray<Grid> grids, ImmutableArray<OutsideLine> previousTail)
    {
        var lines = page.Lines;
        var kinds = new OutsideKind?[lines.Length];
        MarkFooters(page, kinds);
        var fragments = ImmutableArray.CreateBuilder<TableFragment>();
        for (int g = 0; g < grids.Length; g++)
        {
            var grid = grids[g];
            double ceiling = g == 0 ? 0 : grids[g - 1].Box.Y1, floor = g + 1 < grids.Length ? grids[g + 1].Box.Y0 : page.Page.Height;
            bool beside = grids.Any(o => o != grid && IsBeside(o, grid));
            if (beside)
            {
                ceiling = grids.Where(o => o.Box.Y1 <= grid.Box.Y0 + 1).Select(o => o.Box.Y1).DefaultIfEmpty(0).Max();
                floor = grids.Where(o => o.Box.Y0 >= grid.Box.Y1 - 1).Select(o => o.Box.Y0).DefaultIfEmpty(page.Page.Height).Min();
            }
            var note = ReadNote(lines, kinds, grid, floor);
            var heading = HeadingLines(lines, kinds, grid, ceiling, beside);
            ImmutableArray<string> above = g > 0 ? [] : [.. lines.Where((l, i) => kinds[i] is null && l.Box.Y1 <= grid.Box.Y0 && !heading.Contains(i)).Select(l => l.Text)];
            var fragment = Build(page, lines, kinds, grid, heading, note, g == 0 && above.IsEmpty ? previousTail : []);
            fragments.Add(fragment with { Above = above, IsFirst = g == 0, IsLast = g == grids.Length - 1 });
        }
        if (fragments is [.., var last])
            fragments[^1] = last with { Below = [.. lines.Where((l, i) => kinds[i] is null && l.Box.Y0 >= last.Grid.Box.Y1).Select(l => l.Text)] };
        var outside = ImmutableArray.CreateBuilder<OutsideLine>(lines.Length);
        for (int i = 0; i < lines.Length; i++)
            outside.Add(new OutsideLine(page.Page.Number, lines[i], kinds[i] ?? (IsOrphan(lines[i].Text) ? OutsideKind.Orphan : OutsideKind.Narrative)));
        return (fragments.ToImmutable(), outside.ToImmutable());
    }

    private static TableFragment Build(
        PageRegions page, ImmutableArray<TextLine> lines, OutsideKind?[] kinds, Grid grid, List<int> heading, string? note, ImmutableArray<OutsideLine> previousTail)
    {
        var texts = heading.Select(i => (lines[i].Text, lines[i].Size)).ToList();
        var (trimmed, inside, insideNote) = Margins.Peel(grid, !texts.Any(t => LineKinds.IsTitle(t.Text)));
        texts.AddRange(inside);
        var around = Heading.Read(texts);
        (trimmed, var unit) = Margins.TakeUnitRow(trimmed);
        if (unit is not null) around = around with { Unit = around.Unit ?? unit };
        foreach (var i in heading) kinds[i] = OutsideKind.Heading;
        if (around.Title is null && previousTail.Length > 0)
        {
            // The title can stand at the foot of the page before.
            var before = Heading.Read([.. previousTail.Select(l => (l.Line.Text, l.Line.Size))]);
            if (before.Title is not null)
                around = new Surroundings(around.Label ?? before.Label, before.Title, around.Unit ?? before.Unit, around.Department ?? before.Department, null);
        }
        note = note is null ? insideNote : insideNote is null ? note : insideNote + "\n" + note;
        var (rows, numbers) = Boxhead.Measure(trimmed);
        return new TableFragment(page.Page.Number, trimmed, around with { Note = note }, rows, numbers, [], []) { IsFirst = false, IsLast = false };
    }

    // Two small tables may stand side by side, each under a heading of its own.
    private static bool IsBeside(Grid a, Grid b) =>
        Math.Min(a.Box.Y1, b.Box.Y1) - Math.Max(a.Box.Y0, b.Box.Y0) > 0.5 * Math.Min(a.Box.Height, b.Box.Height) && (a.Box.X1 < b.Box.X0 || b.Box.X1 < a.Box.X0);

    private static List<int> HeadingLines(ImmutableArray<TextLine> lines, OutsideKind?[] kinds, Grid grid, double ceiling, bool beside)
    {
        var heading = new List<int>();
        double below = grid.Box.Y0;
        for (int i = lines.Length - 1; i >= 0 && heading.Count < MostHeadingLines; i--)
        {
            var line = lines[i];
            if (line.Box.CentreY > grid.Box.Y0 || line.Box.CentreY < ceiling) continue;
            if (kinds[i] is OutsideKind.Footer || beside && (line.Box.CentreX < grid.Box.X0 || line.Box.CentreX > grid.Box.X1)) continue;
            if (kinds[i] is not null || below - line.Box.Y1 > HeadingGap || LineKinds.IsSentence(line.Text)) break;
            heading.Add(i);
            below = line.Box.Y0;
            // Above the title stands at most its label; further up the page belongs to something else.
            if (LineKinds.IsTitle(line.Text) && heading.Count > 0 && !IsLabelAbove(lines, i)) break;
        }
        heading.Reverse();
        return heading;
    }

    private static bool IsLabelAbove(ImmutableArray<TextLine> lines, int title)
    {
        for (int i = title - 1; i >= 0 && i >= title - 3; i--)
        {
            var text = lines[i].Text;
            if (LineKinds.IsLabel(text) || LineKinds.Unit(text) is not null || LineKinds.IsDepartmentLine(text)) return true;
            if (Math.Abs(lines[i].Size - lines[title].Size) < 0.5 && !LineKinds.IsSentence(text) && !LineKinds.IsTitle(text)) return true;
        }
        return false;
    }

    private static string? ReadNote(ImmutableArray<TextLine> lines, OutsideKind?[] kinds, Grid grid, double floor)
    {
        var note = new List<string>();
        double last = double.NaN;
        for (int i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Box.CentreY < grid.Box.Y1 || line.Box.CentreY > floor || kinds[i] is not null) continue;
            if (note.Count == 0)
            {
                if (!LineKinds.IsNote(line.Text)) break;
            }
            else if (line.Baseline - last > NoteSpacing * line.Size || LineKinds.IsTitle(line.Text) || LineKinds.IsLabel(line.Text) || LineKinds.Unit(line.Text) is not null && !LineKinds.IsSentence(line.Text)) break;
            note.Add(line.Text);
            kinds[i] = OutsideKind.Note;
            last = line.Baseline;
        }
        return note.Count == 0 ? null : string.Join('\n', note);
    }

    private static void MarkFooters(PageRegions page, OutsideKind?[] kinds)
    {
        // A page number stands in the outer tenth of the page; the same shape inside it is a figure.
        double top = 0.1 * page.Page.Height, bottom = 0.9 * page.Page.Height;
        for (int i = 0; i < page.Lines.Length; i++)
        {
            var line = page.Lines[i];
            if ((line.Box.Y1 < top || line.Box.Y0 > bottom) && LineKinds.IsPageNumber(line.Text)) kinds[i] = OutsideKind.Footer;
            else if (line.Text.Length <= 10 && LineKinds.IsPageNumber(line.Text) && IsLowest(page, line)) kinds[i] = OutsideKind.Footer;
        }
    }

    private static bool IsLowest(PageRegions page, TextLine line)
    {
        foreach (var other in page.Lines)
            if (other.Box.Y0 > line.Box.Y1) return false;
        foreach (var region in page.Regions)
            if (region.Box.Y1 > line.Box.Y1) return false;
        return true;
    }

    // Figures that stand alone outside every table may be a row that we failed to enclose: they are reported.
    private static bool IsOrphan(string text) => CellKinds.IsAmount(text.Replace(" ", "", StringComparison.Ordinal));
}
