using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Items without a number under a numbered one in a 收支总表: 一、本年收入 over 一般公共预算拨款收入 and 政府性基金预算拨款收入. No sign tells parts
/// from items that follow (上年结转 after 三、…), so they are parts only when they add up to the row in every column.
/// </summary>
internal static class PlainParts
{
    /// <param name="rows">The rows of one panel with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows)
    {
        var parents = new Dictionary<int, TypedRow>();
        var single = new List<(TypedRow Whole, TypedRow Part)>();
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Role != RowRole.Detail) continue;
            var parts = !IsNumbered(rows[i]) ? NumberedBelow(rows, i) : rows.Skip(i + 1).TakeWhile(r => r.Role == RowRole.Detail && r.Label is not null && !IsNumbered(r) && RowPeriods.Of(r.Label) is null && r.Parent == rows[i].Parent).ToList();
            if (parts.Count == 0 || !AmountSums.AddUp(rows[i], parts)) continue;
            if (parts.Count == 1) single.Add((rows[i], parts[0]));
            else foreach (var part in parts) parents[part.Number] = rows[i];
        }

        // Two equal amounts are no proof, unless all others of the same numbering have their parts.
        var styles = parents.Values.Select(StyleOf).ToHashSet();
        foreach (var (whole, part) in single.Where(s => StyleOf(s.Whole) is { } style && styles.Contains(style))) parents[part.Number] = whole;
        var wholes = parents.Values.Select(p => p.Number).ToHashSet();
        return parents.Count == 0 ? rows : rows.ConvertAll(r =>
            parents.TryGetValue(r.Number, out var whole) ? r with { Parent = whole.Number, Level = whole.Level + 1 }
            : wholes.Contains(r.Number) ? r with { Role = RowRole.Subtotal, IsRoleDefault = false, Proposal = null } : r);
    }

    // 上年结余、结转 over 1.财政拨款结余、结转, 2.…
    private static List<TypedRow> NumberedBelow(List<TypedRow> rows, int at)
    {
        if (rows[at].Label is null || at + 1 == rows.Count || !IsNumbered(rows[at + 1]) || !IsFirst(rows[at + 1])) return [];
        int? style = StyleOf(rows[at + 1]);
        return [.. rows.Skip(at + 1).TakeWhile((r, i) => r.Role == RowRole.Detail && StyleOf(r) == style && r.Parent == rows[at].Parent && (i == 0 || !IsFirst(r)))];
    }

    private static int? StyleOf(TypedRow row) => row.Label is { } label ? Hierarchy.StyleOf(FoldedText.Of(label)) : null;

    // A list begins anew with its first number.
    private static bool IsFirst(TypedRow row) => row.Label!.TrimStart('(', '（') is ['1' or '１', < '0' or > '9', ..] or ['一', '、' or ')' or '）' or '.' or '．', ..];

    private static bool IsNumbered(TypedRow row) => row.Label is { } label && Hierarchy.StyleOf(FoldedText.Of(label)) is not null;
}
