namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 单位（专项名称）: one column names the unit and then its projects, and all of them carry the unit's code. The first row of each code is the
/// unit when it is the sum of the others of its code, everywhere in the table, and the total is the sum of these first rows.
/// </summary>
internal static class UnitsAmongProjects
{
    public static void Complete(List<TypedRow> rows)
    {
        CompleteBelowUnits(rows);
        CompleteBelowDepartment(rows);
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

    // 212 某某局 above rows of 212001 that make it up: one code with several names is that of the unit that has these projects, and no row is
    // the unit itself, which would have been counted twice.
    private static void CompleteBelowDepartment(List<TypedRow> rows)
    {
        for (int head = 0; head < rows.Count; head++)
        {
            if (rows[head] is not { Role: RowRole.Department or RowRole.Unit, Dimensions.UnitCode: { } code, Amounts.Length: > 0 }) continue;
            var parts = rows.Skip(head + 1).TakeWhile(r => IsNamed(r) && r.Dimensions.UnitCode!.Length > code.Length && r.Dimensions.UnitCode.StartsWith(code, StringComparison.Ordinal)).ToList();
            if (!parts.GroupBy(r => r.Dimensions.UnitCode).Any(g => g.Select(r => r.Dimensions.UnitName).Distinct().Count() > 1) || !AmountSums.Equal([rows[head]], parts)) continue;
            for (int i = head + 1; i <= head + parts.Count; i++)
                rows[i] = rows[i] with { Role = RowRole.Detail, Dimensions = rows[i].Dimensions with { ProjectName = rows[i].Dimensions.UnitName, UnitName = null } };
        }
    }

    // 208 某某局, 208001 某某局本级, 208001 造林, 208001 防火: under the department each code names its unit first and then the projects that make
    // that up, and the units make up the department.
    private static void CompleteBelowUnits(List<TypedRow> rows)
    {
        for (int head = 0; head < rows.Count; head++)
        {
            if (rows[head] is not { Role: RowRole.Department, Dimensions.UnitCode: { } code, Amounts.Length: > 0 }) continue;
            var units = Enumerable.Range(head + 1, rows.Count - head - 1)
                .TakeWhile(i => IsNamed(rows[i]) && rows[i].Dimensions.UnitCode!.Length > code.Length && rows[i].Dimensions.UnitCode!.StartsWith(code, StringComparison.Ordinal))
                .GroupBy(i => rows[i].Dimensions.UnitCode).Select(g => g.ToList()).ToList();
            if (units.Count == 0 || units.Exists(u => !HeadsProjects(u)) || !AmountSums.Equal([rows[head]], units.ConvertAll(u => rows[u[0]]))) continue;
            foreach (var unit in units)
                foreach (int i in unit.Skip(1))
                    rows[i] = rows[i] with { Role = RowRole.Detail, Dimensions = rows[i].Dimensions with { ProjectName = rows[i].Dimensions.UnitName, UnitName = rows[unit[0]].Dimensions.UnitName } };
        }

        bool HeadsProjects(List<int> unit) => unit[^1] - unit[0] == unit.Count - 1 && unit.Count > 1 && rows[unit[0]].Amounts.Length > 0
            && unit.Skip(1).All(i => rows[i].Dimensions.UnitName != rows[unit[0]].Dimensions.UnitName)
            && AmountSums.Equal([rows[unit[0]]], [.. unit.Skip(1).Select(i => rows[i])]);
    }

    private static bool IsNamed(TypedRow row) =>
        row.Role == RowRole.Unit && row.Dimensions is { UnitCode: not null, UnitName: not null } d && d == new RowDimensions(UnitCode: d.UnitCode, UnitName: d.UnitName);

    // A row with the code of a unit was read as that unit.
    private static bool IsOpen(TypedRow row) => row.Role == RowRole.Unit && row.Dimensions == new RowDimensions(UnitCode: row.Dimensions.UnitCode, UnitName: row.Label);
}
