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
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Role != RowRole.Detail || !IsNumbered(rows[i])) continue;
            var parts = rows.Skip(i + 1).TakeWhile(r => r.Role == RowRole.Detail && r.Label is not null && !IsNumbered(r) && RowPeriods.Of(r.Label) is null && r.Parent == rows[i].Parent).ToList();
            if (parts.Count < 2 || !AmountSums.AddUp(rows[i], parts)) continue;
            foreach (var part in parts) parents[part.Number] = rows[i];
        }
        var wholes = parents.Values.Select(p => p.Number).ToHashSet();
        return parents.Count == 0 ? rows : rows.ConvertAll(r =>
            parents.TryGetValue(r.Number, out var whole) ? r with { Parent = whole.Number, Level = whole.Level + 1 }
            : wholes.Contains(r.Number) ? r with { Role = RowRole.Subtotal, IsRoleDefault = false, Proposal = null } : r);
    }

    private static bool IsNumbered(TypedRow row) => row.Label is { } label && Hierarchy.StyleOf(FoldedText.Of(label)) is not null;
}
