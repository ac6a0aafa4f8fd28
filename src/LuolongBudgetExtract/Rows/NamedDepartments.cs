namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 合计 | 某某局 | 某某局服务中心, by name only: a department's own offices (本级) are often called as the department. It is one unit among the
/// others when the total is the sum of all of them, and not of the first alone.
/// </summary>
internal static class NamedDepartments
{
    public static void Complete(List<TypedRow> rows)
    {
        var totals = rows.Where(r => r.Role == RowRole.Total).ToList();
        var organisations = rows.Where(IsNamed).ToList();
        if (totals.Count != 1 || organisations.Count < 2 || organisations.Count(r => r.Role == RowRole.Department) != 1) return;
        if (!AmountSums.Equal(totals, organisations)) return;
        int at = rows.FindIndex(r => IsNamed(r) && r.Role == RowRole.Department);
        if (!AmountSums.Equal(totals, [rows[at]])) rows[at] = rows[at] with { Role = RowRole.Unit };
    }

    private static bool IsNamed(TypedRow row) => row.Role is RowRole.Department or RowRole.Unit && row.Dimensions.UnitCode is null;
}
