using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 双鸭山市合计 (or 双鸭山市 before 双鸭山市本级) above its counties, 市县合计 above the cities, 河北省 above everything: sums that their name or their place shows. A sum of what
/// stands below or above it is taken for one only when the amounts add up in every column.
/// </summary>
internal static class NamedSums
{
    /// <summary>A row that is by chance the sum of one other is common, of all others of a table is not.</summary>
    private const int FewestParts = 2;

    /// <param name="rows">The rows of one panel with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows)
    {
        var parents = new Dictionary<int, int>();
        // From the last to the first, so that the groups of a group stand already.
        for (int i = rows.Count - 1; i >= 0; i--)
        {
            if (!IsOpen(rows[i]) || !IsSum(rows[i]) && !IsBeforeItsOwn(rows, i)) continue;
            foreach (var part in Below(rows, i, Roots(rows, parents))) parents[part.Number] = rows[i].Number;
        }

        int? total = rows.Exists(r => r.Role == RowRole.Total) ? null : WholeOf(rows, Roots(rows, parents), parents) ?? AtFoot(Roots(rows, parents), parents);
        return parents.Count == 0 && total is null ? rows : Placed(rows, parents, total);
    }

    private static List<TypedRow> Roots(List<TypedRow> rows, Dictionary<int, int> parents)
    {
        var sums = rows.Where(r => r.Role is RowRole.Total).Select(r => r.Number).ToHashSet();
        return rows.FindAll(r => IsItem(r) && !parents.ContainsKey(r.Number) && (r.Parent is not { } parent || sums.Contains(parent)));
    }

    /// <summary>The fewest rows after a sum that add up to it, with the empty ones behind them; none when no number of them does.</summary>
    private static List<TypedRow> Below(List<TypedRow> rows, int at, List<TypedRow> roots)
    {
        // Rows of a folded list are not numbered in its order.
        var after = rows.Skip(at + 1).Select(r => r.Number).ToHashSet();
        var following = roots.FindAll(r => after.Contains(r.Number));
        var sums = new Dictionary<int, decimal>();
        for (int count = 1; count <= following.Count; count++)
        {
            foreach (var amount in following[count - 1].Amounts) sums[amount.Column] = sums.GetValueOrDefault(amount.Column) + amount.Value;
            // Amounts are hardly ever negative: once beyond the whole by more than rounding, more rows do not lead back to it.
            if (rows[at].Amounts.Any(whole => sums.GetValueOrDefault(whole.Column) > whole.Value + count)) break;
            if (!AmountSums.AddUp(rows[at], following[..count])) continue;
            while (count < following.Count && !IsSum(following[count]) && following[count].Amounts.All(a => a.Value == 0)) count++;
            return following[..count];
        }

        return [];
    }

    /// <summary>The first or last row when all others are its parts: by indentation (全市 above its counties), or by what they add up to.</summary>
    private static int? WholeOf(List<TypedRow> rows, List<TypedRow> roots, Dictionary<int, int> parents)
    {
        if (roots is [{ Dimensions.FunctionCode: null, Label: { } label } only])
            return (rows.Exists(r => r.Parent == only.Number) || parents.ContainsValue(only.Number)) && Hierarchy.StyleOf(label) is null ? only.Number : null;
        foreach (var row in new[] { roots.FirstOrDefault(), roots.LastOrDefault() })
            if (row is not null && roots.Count > FewestParts && AmountSums.AddUp(row, roots.FindAll(r => r != row))) return row.Number;
        return null;
    }

    /// <summary>各项支出合计 below 全州国有资本经营支出, which sums up what stands above it, and what is added to that: both sums must hold.</summary>
    private static int? AtFoot(List<TypedRow> roots, Dictionary<int, int> parents)
    {
        if (roots.Count <= FewestParts || !IsSum(roots[^1])) return null;
        for (int at = FewestParts; at < roots.Count - 1; at++)
        {
            if (!AmountSums.AddUp(roots[at], roots[..at]) || !AmountSums.AddUp(roots[^1], roots[at..^1])) continue;
            foreach (var part in roots[..at]) parents[part.Number] = roots[at].Number;
            return roots[^1].Number;
        }

        return null;
    }

    private static List<TypedRow> Placed(List<TypedRow> rows, Dictionary<int, int> parents, int? total)
    {
        var wholes = parents.Values.ToHashSet();
        var placed = rows.ConvertAll(r =>
            r.Number == total ? r with { Role = RowRole.Total, Parent = null, IsRoleDefault = false, Proposal = null }
            : r with
            {
                Parent = parents.TryGetValue(r.Number, out int whole) ? whole : r.Parent ?? (IsItem(r) ? total : null),
                Role = wholes.Contains(r.Number) ? RowRole.Subtotal : r.Role,
                IsRoleDefault = r.IsRoleDefault && !wholes.Contains(r.Number),
                Proposal = wholes.Contains(r.Number) ? null : r.Proposal,
            });
        return Hierarchy.Levelled(placed);
    }

    private static bool IsItem(TypedRow row) => row.Role is RowRole.Detail or RowRole.Subtotal or RowRole.Unit or RowRole.Department;

    private static bool IsOpen(TypedRow row) => row.Role is RowRole.Detail or RowRole.Subtotal;

    private static bool IsSum(TypedRow row) => row.Label is { } label && IsNameOfSum(label);

    // 益阳市 over 益阳市本级 and its counties.
    private static bool IsBeforeItsOwn(List<TypedRow> rows, int at) => rows[at].Label is { } place && at + 1 < rows.Count && rows[at + 1].Label is { } own
        && LineKinds.Normal(own) == LineKinds.Normal(place) + "本级";

    /// <summary>双鸭山市合计, 一般公共预算收入总计.</summary>
    public static bool IsNameOfSum(string label) => LineKinds.Normal(label) is var name
        && (name.EndsWith("合计", StringComparison.Ordinal) || name.EndsWith("总计", StringComparison.Ordinal) || name.EndsWith("小计", StringComparison.Ordinal));
}
