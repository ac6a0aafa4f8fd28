using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>A dash for a blank cell: set to the left or to the middle of a column of right-aligned numbers it stands beside them, and is no column.</summary>
internal static class BlankMarks
{
    /// <summary>The extents that the tokens cover together, a dash in the column that its line leaves blank.</summary>
    public static List<TextColumn> Merge(List<Token> tokens)
    {
        var columns = TextColumns.Merge(tokens.Where(t => !IsMark(t.Text)));
        foreach (var mark in tokens.Where(t => IsMark(t.Text)))
        {
            if (columns.Exists(c => c.X0 < mark.X1 && c.X1 > mark.X0)) continue;
            int right = columns.FindIndex(c => c.X0 >= mark.X1), left = (right < 0 ? columns.Count : right) - 1;
            bool leftBlank = left >= 0 && IsBlank(columns[left], mark), rightBlank = right >= 0 && IsBlank(columns[right], mark);
            // Between two blank cells it may be either's: the numbers of a column end at its right side.
            if (rightBlank) columns[right] = columns[right] with { X0 = mark.X0 };
            else if (leftBlank) columns[left] = columns[left] with { X1 = mark.X1 };
        }
        return columns;

        bool IsBlank(TextColumn column, Token mark) => !tokens.Exists(t => t != mark && Math.Abs(t.Baseline - mark.Baseline) < TextLines.SameLine * mark.Size && t.X0 < column.X1 && t.X1 > column.X0);
    }

    private static bool IsMark(string text) => text is "—" or "——" or "-" or "--" or "－" or "–";
}
