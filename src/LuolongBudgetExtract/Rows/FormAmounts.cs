using System.Collections.Immutable;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Amounts of an 绩效目标表 that is a form rather than a grid: values stand right of their name (部门预算总额（万元） | 4075.34)
/// inside a block that a merged cell at the left names (预算情况).
/// </summary>
internal static class FormAmounts
{
    /// <summary>How far above a second value the name of its column can stand (rows): the fields of a block.</summary>
    private const int NameRows = 6;

    public static IEnumerable<Amount> Read(ImmutableArray<ImmutableArray<string>> texts, int row, BodyRow body, string? unit, ref string? label)
    {
        var found = new List<Amount>();
        var values = new List<int>();
        for (int c = 1; c < texts[row].Length; c++)
            if (body.StartsHere[c] && AmountText.Parse(texts[row][c]) is { Decimals: > 0 }) values.Add(c);
        foreach (var c in values)
        {
            int name = c - 1;
            while (name > 0 && (texts[row][name].Length == 0 || AmountText.Parse(texts[row][name]) is not null || AmountText.IsDash(texts[row][name]))) name--;
            if (!IsMoney(texts[row][name]) || AmountText.Parse(texts[row][c]) is not { } parsed) continue;
            label = texts[row][name];
            var block = texts[row][0].Length > 0 && name > 0 ? texts[row][0] : label;
            var column = values.Count > 1 ? ColumnName(texts, row, c) : null;
            found.Add(new Amount(c, body.Cells[c].RawText, parsed.Value, parsed.Decimals, Units.InBrackets(label) ?? Units.InBrackets(block) ?? unit,
                body.Page, body.Cells[c].Ink, 1, column is null ? block : block + "|" + column));
        }
        return found;
    }

    // 全年预算数 | 全年执行数 above the values of one row.
    private static string? ColumnName(ImmutableArray<ImmutableArray<string>> texts, int row, int column)
    {
        for (int r = row - 1; r >= 0 && r >= row - NameRows; r--)
            if (texts[r][column] is { Length: > 0 } text && AmountText.Parse(text) is null && !AmountText.IsDash(text)) return text;
        return null;
    }

    private static bool IsMoney(string name) =>
        name.Contains("资金", StringComparison.Ordinal) || name.Contains("预算", StringComparison.Ordinal) || name.Contains("总额", StringComparison.Ordinal)
        || name.Contains("支出", StringComparison.Ordinal) || name.Contains("金额", StringComparison.Ordinal) || name.Contains("拨款", StringComparison.Ordinal)
        || name.Contains("经费", StringComparison.Ordinal) || name.Contains('元');
}
