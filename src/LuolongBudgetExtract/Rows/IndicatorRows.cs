using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>Finds the rows of a table that are performance indicators: those under a row that names their columns, to the next field.</summary>
internal static class IndicatorRows
{
    /// <summary>Name of the indicator of each row; null for a row that is none.</summary>
    public static string?[] Names(ImmutableArray<LeafColumn> columns, ImmutableArray<ImmutableArray<string>> texts)
    {
        var words = IndicatorWords.Default;
        var names = new string?[texts.Length];
        var boxhead = columns.Select(c => c.Path.Length == 0 ? "" : c.Path[^1]).ToArray();
        int name = words.IsHeader(boxhead) && !HasRowOf(texts, words) ? NameColumn(boxhead, words) : -1;
        for (int r = 0; r < texts.Length; r++)
        {
            if (words.IsHeader(texts[r])) name = NameColumn(texts[r], words);
            else if (words.IsBlockStart(texts[r])) name = -1;
            else if (name >= 0 && texts[r][name] is { Length: > 0 } text) names[r] = text;
        }
        return names;
    }

    // A table whose inner header stands in its body has indicators only below it.
    private static bool HasRowOf(ImmutableArray<ImmutableArray<string>> texts, IndicatorWords words) => texts.Any(row => words.IsHeader(row));

    private static int NameColumn(IReadOnlyList<string> header, IndicatorWords words)
    {
        foreach (var wanted in (ReadOnlySpan<IndicatorColumn>)[IndicatorColumn.Level3, IndicatorColumn.Combined, IndicatorColumn.Level1])
            for (int c = 0; c < header.Count; c++)
                if (words.ColumnOf(header[c]) == wanted) return c;
        return -1;
    }
}
