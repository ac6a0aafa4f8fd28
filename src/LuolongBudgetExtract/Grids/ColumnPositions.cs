using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>
/// The x by which a glyph is put into a column. A number, and a text without a gap in it, is one thing: when it is wider than its
/// cell and hangs over the border, all of it goes where most of it stands.
/// </summary>
internal static class ColumnPositions
{
    /// <summary>Digits of one number stand nearer than this part of the font size.</summary>
    private const double DigitGap = 0.3;

    /// <summary>Characters of one text touch; texts of neighbouring cells stand their padding apart (parts of the font size).</summary>
    private const double TextGap = 0.08;

    public static IEnumerable<(Glyph Glyph, double X)> Of(IReadOnlyList<Glyph> glyphs, double[] edges)
    {
        var run = new List<Glyph>();
        foreach (var glyph in glyphs)
        {
            if (run.Count > 0 && !Continues(run[^1], glyph))
            {
                foreach (var placed in Place(run, edges)) yield return placed;
                run.Clear();
            }
            if (glyph.Vertical) yield return (glyph, glyph.Box.CentreX);
            else run.Add(glyph);
        }
        foreach (var placed in Place(run, edges)) yield return placed;
    }

    private static bool Continues(Glyph last, Glyph next) =>
        IsNumeric(next) == IsNumeric(last) && Math.Abs(next.Baseline - last.Baseline) < TextLines.SameLine * last.Size && !next.SpaceBefore
        && next.Box.X0 - last.Box.X1 < (IsNumeric(last) ? DigitGap : TextGap) * last.Size && next.Box.X0 > last.Box.X0;

    private static bool IsNumeric(Glyph glyph) => glyph.Text.Length == 1 && glyph.Text[0] is >= '0' and <= '9' or '.' or ',' or '-' or '，' or '－';

    private static IEnumerable<(Glyph Glyph, double X)> Place(List<Glyph> run, double[] edges)
    {
        if (run.Count == 0) yield break;
        if (SecondNumber(run) is > 0 and var second)
        {
            foreach (var placed in Place(run.GetRange(0, second), edges).Concat(Place(run.GetRange(second, run.Count - second), edges))) yield return placed;
            yield break;
        }
        double x0 = run[0].Box.X0, x1 = run[^1].Box.X1;
        int first = Edges.Band(edges, x0), last = Edges.Band(edges, x1);
        if (first == last || run.Count(g => g.Text == ".") > 1)
        {
            foreach (var glyph in run) yield return (glyph, glyph.Box.CentreX);
            yield break;
        }
        int best = first;
        double most = 0;
        for (int band = first; band <= last; band++)
        {
            double covered = Math.Min(x1, edges[band + 1]) - Math.Max(x0, edges[band]);
            if (covered > most) (best, most) = (band, covered);
        }
        double middle = (edges[best] + edges[best + 1]) / 2;
        foreach (var glyph in run) yield return (glyph, middle);
    }

    /// <summary>
    /// Where the second number begins when two full cells side by side leave no gap: 107.00000057.000000. A table prints its numbers
    /// with the same decimals, so the first ends where its own are as many as those of the last; 0 when that does not settle it.
    /// </summary>
    private static int SecondNumber(List<Glyph> run)
    {
        int first = run.FindIndex(g => g.Text == "."), last = run.FindLastIndex(g => g.Text == ".");
        if (first < 0 || first == last || run.FindIndex(first + 1, g => g.Text == ".") != last) return 0;
        int second = first + run.Count - last;
        return run.Count - last > 1 && second < last && run.FindIndex(first + 1, second - first - 1, g => g.Text == ",") < 0 ? second : 0;
    }
}
