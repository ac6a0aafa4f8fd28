using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 通用项目 over 委托咨询业务 over its projects, which neither number nor indentation nor column tells apart: groups of a list of projects that only
/// the amounts show. Taken for groups where the whole list then adds up to what stands above it, in every column, and would not without them.
/// </summary>
internal static class GroupedProjects
{
    /// <summary>Shorter lists add up in some way by chance.</summary>
    private const int FewestRows = 4;

    /// <param name="rows">The rows of one panel with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, FormDefinition form)
    {
        if (!form.Projects || rows.Exists(r => r.Role == RowRole.OfWhich)) return rows;
        var parents = new Dictionary<int, int>();
        foreach (var list in rows.Where(r => r.Parent is not null).GroupBy(r => r.Parent!.Value))
        {
            var whole = rows.Find(r => r.Number == list.Key)!;
            // A heading over more than itself; a list that holds anything else than plain rows has shown its order already.
            if (list.Count() < FewestRows || !list.All(IsPlain) || !list.All(r => !rows.Exists(o => o.Parent == r.Number))) continue;
            foreach (var (part, heading) in Groups(whole, [.. list.Where(r => r.Amounts.Any(a => a.Value != 0))])) parents[part] = heading;
        }

        if (parents.Count == 0) return rows;
        var heads = parents.Values.ToHashSet();
        return Hierarchy.Levelled(rows.ConvertAll(r =>
        {
            var placed = parents.TryGetValue(r.Number, out int heading) ? r with { Parent = heading } : r;
            return heads.Contains(r.Number) ? placed with { Role = RowRole.Subtotal, IsRoleDefault = false, Proposal = null, Dimensions = placed.Dimensions with { ProjectName = null } } : placed;
        }));
    }

    private static IEnumerable<(int Part, int Heading)> Groups(TypedRow whole, List<TypedRow> list)
    {
        var columns = whole.Amounts.Concat(list.SelectMany(r => r.Amounts)).Select(a => a.Column).Distinct().Order().ToList();
        if (whole.Amounts.Length == 0 || AmountSums.AddUp(whole, list)) yield break;
        decimal[] Values(TypedRow row) => [.. columns.Select(c => row.Amounts.FirstOrDefault(a => a.Column == c)?.Value ?? 0)];
        decimal[] Widths(TypedRow row) => [.. columns.Select(c => AmountSums.Rounding(row.Amounts.FirstOrDefault(a => a.Column == c)))];
        foreach (var (parent, children) in NestedSums.Parse(list.ConvertAll(Values), list.ConvertAll(Widths), Values(whole), Widths(whole)) ?? [])
            if (parent is { } heading)
                foreach (int child in children) yield return (list[child].Number, list[heading].Number);
    }

    private static bool IsPlain(TypedRow row) => row.Role == RowRole.Detail
        && row.Dimensions is { FunctionCode: null, DeptEconCode: null, GovEconCode: null, ProjectCode: null };
}
