using System.Globalization;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Regions;

/// <summary>
/// Text of a cell that a spreadsheet printed beyond the frame: a merged cell that a page break cuts is centred over both pages,
/// so its text can stand in the margin below the frame or above it, still within its column.
/// </summary>
internal static class Overflow
{
    /// <summary>Such text stands at most this far from the frame (points): within the page margin.</summary>
    private const double Reach = 110;

    /// <summary>Fewer columns are as wide as a line of narrative.</summary>
    private const int FewestColumns = 5;

    /// <summary>A cover, contents and parts that count their own pages set the printed number off by as much as this.</summary>
    private const int MostUncounted = 12;

    private static bool IsNumberOf(int page, string text) =>
        int.TryParse(text.AsSpan().Trim(" -—–－"), NumberStyles.None, CultureInfo.InvariantCulture, out int printed) && Math.Abs(printed - page) <= MostUncounted;

    /// <summary>The lines outside that belong to the region.</summary>
    /// <param name="printSize">Font size of the table (points): a heading is set larger.</param>
    /// <param name="page">Number of the page from 1.</param>
    public static IEnumerable<TextLine> Find(Box box, IReadOnlyList<Ruling> rulings, IReadOnlyList<TextLine> lines, double printSize, int page)
    {
        var columns = rulings.Where(r => !r.Horizontal && r.Length > 0.5 * box.Height).Select(r => r.Position).Order().ToList();
        if (columns.Count <= FewestColumns) return [];
        var below = lines.Where(l => l.Box.Y0 >= box.Y1 - 1).OrderBy(l => l.Baseline).TakeWhile(l => l.Box.Y0 - box.Y1 < Reach && Fits(l));
        // A table that is headed on this page begins here: nothing flows into it from the page before.
        var above = lines.Where(l => l.Box.Y1 <= box.Y0 + 1).OrderByDescending(l => l.Baseline).ToList();
        bool headed = above.Any(l => OutsideWords.IsHeading(l.Text) || l.Text.Contains('表'));
        return headed ? below : below.Concat(above.TakeWhile(l => box.Y0 - l.Box.Y1 < Reach && Fits(l)));

        // The first line that is no cell text ends it: what follows belongs to a remark or to the page.
        bool Fits(TextLine line)
        {
            if (Math.Abs(line.Size - printSize) > 0.3 || OutsideWords.IsHeading(line.Text) || OutsideWords.IsNote(line.Text)
                || OutsideWords.IsSignature(line.Text)) return false;
            // An amount of 50 in its column looks like a page number; that one stands in the middle, or at an outer side and near to the
            // number of the page.
            if (OutsideWords.IsPageOf(line.Text) || OutsideWords.IsPageNumber(line.Text) && (Math.Abs(line.Box.CentreX - box.CentreX) < 0.12 * box.Width || IsNumberOf(page, line.Text))) return false;
            int right = columns.FindIndex(x => x >= line.Box.X1 - 1);
            return right > 0 && columns[right - 1] <= line.Box.X0 + 1;
        }
    }
}
