namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 单位（专项名称）: one column names the unit and then its projects, and all of them carry the unit's code. The first row of each code is the
/// unit when it is the sum of the others of its code, everywhere in the table, and the total is the sum of these first rows.
/// </summary>
internal static class UnitsAmongProjects
{
    public static void Complete(List<TypedRow> rows)
    {
        var groups = new List<(int First, int Count)>();
        for (int i = 0; i < rows.Count; i++)
        {
            if (!IsOpen(rows[i])) continue;
            if (groups.Count > 0 && groups[^1] is var (first, count) && first + count == i && rows[first].Dimensions.UnitCode == rows[i].Dimensions.UnitCode) groups[^1] = (first, count + 1);
            else groups.Add((i, 1));
        }
        if (groups.Count == 0 || groups.Exists(g => g.Count < 2 || !AmountSums.Equal([rows[g.First]], rows.GetRange(g.First + 1, g.Count - 1)))) return;
        var totals = rows.Where(r => r.Role == RowRole.Total).ToList();
        if (totals.Count != 1 || !AmountSums.Equal(totals, groups.ConvertAll(g => rows[g.First]))) return;
        foreach (var (first, count) in groups)
        {
            rows[first] = rows[first] with { Role = RowRole.Unit };
            for (int i = first + 1; i < first + count; i++)
                rows[i] = rows[i] with { Role = RowRole.Detail, Dimensions = rows[i].Dimensions with { ProjectName = rows[i].Label, UnitName = rows[first].Label } };
        }
    }

    // A row with the code of a unit was read as that unit.
    private static bool IsOpen(TypedRow row) => row.Role == RowRole.Unit && row.Dimensions == new RowDimensions(UnitCode: row.Dimensions.UnitCode, UnitName: row.Label);
}
