namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 合计 | 某某局 | 某某局服务中心, by name only: a department's own offices (本级) are often called as the department. It is one unit among the
/// others when the total is the sum of all of them; nothing tells where all is zero.
/// </summary>
internal static class NamedDepartments
{
    public static void Complete(List<TypedRow> rows)
    {
        NameOthers(rows);
        var totals = rows.Where(r => r.Role == RowRole.Total).ToList();
        var organisations = rows.Where(IsNamed).ToList();
        if (totals.Count != 1 || organisations.Count < 2 || organisations.Count(r => r.Role == RowRole.Department) != 1) return;
        if (!AmountSums.Equal(totals, organisations)) return;
        int at = rows.FindIndex(r => IsNamed(r) && r.Role == RowRole.Department);
        // 某某局 5.00 above a station without any money is no sum of it either.
        if (!AmountSums.Equal(totals, [rows[at]]) || !AmountSums.Equal([rows[at]], organisations.FindAll(r => r != rows[at]))) rows[at] = rows[at] with { Role = RowRole.Unit };
    }

    // 某某局本级 | 某某监测站 under 项目: what makes up the total together with a unit is one, where nothing but names stands in the stub.
    private static void NameOthers(List<TypedRow> rows)
    {
        var totals = rows.Where(r => r.Role == RowRole.Total).ToList();
        var open = rows.Where(r => r.Role == RowRole.Detail && r.Label is not null && r.Dimensions == new RowDimensions()).ToList();
        if (totals.Count != 1 || open.Count == 0 || rows.Count != 1 + open.Count + rows.Count(IsNamed) || !rows.Exists(IsNamed)
            || !AmountSums.Equal(totals, [.. open, .. rows.Where(IsNamed)])) return;
        for (int i = 0; i < rows.Count; i++)
            if (open.Contains(rows[i])) rows[i] = rows[i] with { Role = RowRole.Unit, IsRoleDefault = false, Proposal = null, Dimensions = new RowDimensions(UnitName: rows[i].Label) };
    }

    private static bool IsNamed(TypedRow row) => row.Role is RowRole.Department or RowRole.Unit && row.Dimensions.UnitCode is null;
}
