using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 年末结转和结余 over 基本支出结转 and 项目支出结转和结余, 结余分配 over 转入事业基金: parts without a number below the balances of a 收支总表.
/// Some names can be nothing else there; the others are parts when they are set further in and add up. Indentation alone proves nothing:
/// balances themselves stand indented under the last item.
/// </summary>
internal static partial class BalanceParts
{
    /// <summary>Names further apart than this share of a character stand on different steps.</summary>
    private const double Step = 0.5;

    /// <param name="rows">The rows of one panel with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, NameCells names)
    {
        var parents = new Dictionary<int, TypedRow>();
        // 其中：基本支出结转 over 项目支出结转: the word is meant for both.
        var listed = rows.Where((r, i) => i + 1 < rows.Count && rows[i + 1].Role == RowRole.OfWhich).Select(r => r.Number).ToHashSet();
        for (int i = 0; i < rows.Count; i++)
        {
            var whole = rows[i];
            if (whole.Role != RowRole.Detail || whole.Label is null || !IsBalance(whole.Label)) continue;
            var below = rows.Skip(i + 1).SkipWhile(r => r.Role == RowRole.OfWhich).TakeWhile(r => IsPlain(r) && r.Parent == whole.Parent).ToList();
            var named = below.TakeWhile(r => Part().IsMatch(r.Label!)).ToList();
            var indented = below.TakeWhile(r => names.Deeper(r, whole) > Step).ToList();
            foreach (var part in indented.Count > named.Count && AmountSums.AddUp(whole, indented) ? indented : named) parents[part.Number] = whole;
        }
        var wholes = parents.Values.Select(p => p.Number).ToHashSet();
        return parents.Count == 0 ? rows : rows.ConvertAll(r =>
            parents.TryGetValue(r.Number, out var whole) ? r with { Parent = whole.Number, Level = whole.Level + 1, Role = listed.Contains(whole.Number) ? RowRole.OfWhich : r.Role }
            : wholes.Contains(r.Number) && !listed.Contains(r.Number) ? r with { Role = RowRole.Subtotal, IsRoleDefault = false, Proposal = null } : r);
    }

    /// <summary>年初结转和结余, 上年结转, 结余分配: what a side has beside the money of the year.</summary>
    public static bool IsBalance(string label) => RowPeriods.Of(label) is not null || RowPeriods.WithoutNumbering(label) == "结余分配";

    private static bool IsPlain(TypedRow row) => row is { Role: RowRole.Detail, Label: { } label } && Hierarchy.StyleOf(FoldedText.Of(label)) is null && !IsBalance(label);

    [GeneratedRegex("^(?:(?:基本支出|项目支出|经营)(?:结转|结余)|[交缴]纳(?:企业)?所得税|提取职工福利基金|提取专用(?:基金|结余)|转入事业基金)")]
    private static partial Regex Part();
}
