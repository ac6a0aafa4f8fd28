using System.Collections.Immutable;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Amounts of an 绩效目标表 that is a form rather than a grid: the value stands right of its name (部门预算总额（万元） | 4075.34)
/// inside a block that a merged cell at the left names (预算情况).
/// </summary>
internal static class FormAmounts
{
    public static IEnumerable<Amount> Read(BodyRow row, ImmutableArray<string> texts, string? unit, ref string? label)
    {
        var found = new List<Amount>();
        for (int c = 1; c < texts.Length; c++)
        {
            if (!row.StartsHere[c] || AmountText.Parse(texts[c]) is not { } parsed || parsed.Decimals == 0) continue;
            int name = c - 1;
            while (name > 0 && texts[name].Length == 0) name--;
            if (!IsMoney(texts[name])) continue;
            label = texts[name];
            var block = texts[0].Length > 0 && name > 0 ? texts[0] : texts[name];
            found.Add(new Amount(c, row.Cells[c].RawText, parsed.Value, parsed.Decimals, Units.InBrackets(texts[name]) ?? unit, row.Page, row.Cells[c].Ink, 1, block));
        }
        return found;
    }

    private static bool IsMoney(string name) =>
        name.Contains("资金", StringComparison.Ordinal) || name.Contains("预算", StringComparison.Ordinal) || name.Contains("总额", StringComparison.Ordinal)
        || name.Contains("支出", StringComparison.Ordinal) || name.Contains("金额", StringComparison.Ordinal) || name.Contains("拨款", StringComparison.Ordinal)
        || name.Contains("经费", StringComparison.Ordinal) || name.Contains('元');
}
