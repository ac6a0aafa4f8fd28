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

    /// <summary>The lines outside that belong to the region, as glyphs.</summary>
    public static IEnumerable<Glyph> Find(Box box, IReadOnlyList<Ruling> rulings, IReadOnlyList<TextLine> lines, double printSize)
    {
        var columns = rulings.Where(r => !r.Horizontal && r.Length > 0.5 * box.Height).Select(r => r.Position).Order().ToList();
        if (columns.Count <= FewestColumns) yield break;
        // A table that is headed on this page begins here: nothing flows into it from the page before.
        bool headed = lines.Any(l => l.Box.Y1 <= box.Y0 + 1 && (OutsideWords.IsHeading(l.Text) || l.Text.Contains('表')));
        foreach (var line in lines)
        {
            bool near = line.Box.Y0 >= box.Y1 - 1 && line.Box.Y0 - box.Y1 < Reach || !headed && line.Box.Y1 <= box.Y0 + 1 && box.Y0 - line.Box.Y1 < Reach;
            // A heading is set larger; a page number or a remark is known by its words.
            if (!near || Math.Abs(line.Size - printSize) > 0.3 || OutsideWords.IsHeading(line.Text) || OutsideWords.IsNote(line.Text) || OutsideWords.IsPageNumber(line.Text) || line.Text.Contains('：')) continue;
            int right = columns.FindIndex(x => x >= line.Box.X1 - 1);
            if (right <= 0 || columns[right - 1] > line.Box.X0 + 1) continue;
            foreach (var glyph in line.Glyphs) yield return glyph;
        }
    }
}
