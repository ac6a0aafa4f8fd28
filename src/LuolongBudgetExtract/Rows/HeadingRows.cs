using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Rows without a code that stand above the rows they sum up: a unit whose code only its items carry, a class named without its digits
/// (工资福利支出 above 30101), a project above its lines. What follows says whose heading it is, never what stands above.
/// </summary>
internal static class HeadingRows
{
    /// <summary>The rows of one panel, its headings with the code or unit of what they head.</summary>
    /// <param name="department">Of the table: it may stand without a code above its units.</param>
    public static void Complete(List<TypedRow> rows, string? department)
    {
        for (int i = 0; i + 1 < rows.Count; i++)
        {
            if (rows[i].Role == RowRole.Department && rows[i + 1] is { Role: RowRole.Department } next && next.Label == rows[i].Label && next.Dimensions.UnitCode is null)
                rows[i + 1] = next with { Role = RowRole.Unit }; // the department, then its own office of the same name
            if (rows[i].Role != RowRole.Detail || rows[i].Label is not { } label || HasCode(rows[i]) || rows[i].Dimensions.UnitCode is not null) continue;
            if (IsDepartmentOfNext(rows, i) || label == department && rows[i + 1] is { Role: RowRole.Unit, Dimensions.UnitCode: not null }) rows[i] = rows[i] with { Role = RowRole.Department, IsRoleDefault = false, Proposal = null, Dimensions = new RowDimensions(UnitName: label) };
            else if (IsHeadOfProject(rows, i)) rows[i] = WithUnitBelow(rows, i);
            else if (FirstCoded(rows, i) is not { } below || rows[i].Dimensions.ProjectName is not null) continue;
            else if (ClassOf(rows[below].Dimensions, label) is { } dimensions)
                rows[i] = rows[i] with { Dimensions = dimensions, Role = IsItem(dimensions, rows[below].Dimensions) ? RowRole.Subtotal : rows[i].Role };
            else if (HeadsUnit(rows, i, below)) NameUnit(rows, i, below, label);
        }
        // A heading of a class between the items of a unit does not end it.
        var names = rows.Where(r => r.Dimensions is { UnitCode: not null, UnitName: not null }).ToLookup(r => r.Dimensions.UnitCode!, r => r.Dimensions.UnitName!);
        for (int i = 0; i < rows.Count; i++)
            if (rows[i].Dimensions is { UnitCode: { } code, UnitName: null } && names[code].Distinct().ToList() is [var only]) rows[i] = rows[i] with { Dimensions = rows[i].Dimensions with { UnitName = only } };
    }

    // 某某局 (all its units), then 某某局 (its own office), then the items of the latter: only items carry the code of the unit.
    private static bool IsDepartmentOfNext(List<TypedRow> rows, int at) =>
        rows[at + 1] is { Role: RowRole.Detail, Label: { } next } below && !HasCode(below) && below.Dimensions is { ProjectName: null, UnitCode: null }
        && (next.StartsWith(rows[at].Label!, StringComparison.Ordinal) || rows[at].Label!.StartsWith(next, StringComparison.Ordinal)) && FirstCoded(rows, at + 1) is { } item && rows[item].Dimensions.UnitCode is not null && !AmountSums.Equal([rows[at]], [below]);

    /// <summary>True for a row that prints the sum of a project whose lines follow.</summary>
    public static bool IsHeadOfProject(IReadOnlyList<TypedRow> rows, int at) =>
        rows[at].Dimensions.ProjectName is { } project && !HasCode(rows[at]) && at + 1 < rows.Count && rows[at + 1].Dimensions.ProjectName == project && HasCode(rows[at + 1]);

    private static bool HasCode(TypedRow row) => row.Dimensions.FunctionCode is not null || row.Dimensions.DeptEconCode is not null || row.Dimensions.GovEconCode is not null;

    // Between the headings of a unit and its first item only other headings stand.
    private static int? FirstCoded(List<TypedRow> rows, int at)
    {
        for (int i = at + 1; i < rows.Count && rows[i].Role == RowRole.Detail; i++)
            if (HasCode(rows[i])) return i;
        return null;
    }

    // 水利工程建设 above the projects of its code, which print the code beside names of their own.
    private static bool IsItem(RowDimensions heading, RowDimensions below) => heading.FunctionCode is { } code && code == below.FunctionCode;

    // The name is that of the class or section that the codes below begin with, or of the very code.
    private static RowDimensions? ClassOf(RowDimensions below, string label)
    {
        return Code(CodeLists.DeptEcons, below.DeptEconCode) is { } dept ? new RowDimensions(DeptEconCode: dept.Code, DeptEconName: label, UnitCode: below.UnitCode, UnitName: below.UnitName)
            : Code(CodeLists.GovEcons, below.GovEconCode) is { } gov ? new RowDimensions(GovEconCode: gov.Code, GovEconName: label, UnitCode: below.UnitCode, UnitName: below.UnitName)
            : Code(CodeLists.Functions, below.FunctionCode) is { } function ? new RowDimensions(function.Code, label, UnitCode: below.UnitCode, UnitName: below.UnitName)
            : null;

        CodeEntry? Code(CodeList list, string? code) => code is null ? null
            : list.Named(RowPeriods.WithoutNumbering(label)).FirstOrDefault(e => code.StartsWith(e.Code, StringComparison.Ordinal));
    }

    // The code of the unit begins here, and this is the first row since the items of the unit before.
    private static bool HeadsUnit(List<TypedRow> rows, int at, int below) =>
        rows[below].Dimensions.UnitCode is { } unit
        && (at == 0 || rows[at - 1].Role != RowRole.Detail && rows[at - 1].Dimensions.UnitCode != unit || HasCode(rows[at - 1]) && rows[at - 1].Dimensions.UnitCode is { } before && before != unit);

    private static void NameUnit(List<TypedRow> rows, int at, int below, string label)
    {
        var unit = rows[below].Dimensions.UnitCode;
        rows[at] = rows[at] with { Role = RowRole.Unit, IsRoleDefault = false, Dimensions = new RowDimensions(UnitCode: unit, UnitName: label) };
        for (int i = at + 1; i < rows.Count && (rows[i].Dimensions.UnitCode == unit || rows[i].Dimensions.UnitCode is null && !HasCode(rows[i]) && i < below); i++)
            if (rows[i].Dimensions is { UnitName: null }) rows[i] = rows[i] with { Dimensions = rows[i].Dimensions with { UnitName = label } };
    }

    private static TypedRow WithUnitBelow(List<TypedRow> rows, int at)
    {
        var lines = rows.Skip(at + 1).TakeWhile(r => r.Dimensions.ProjectName == rows[at].Dimensions.ProjectName).Select(r => (r.Dimensions.UnitCode, r.Dimensions.UnitName)).Distinct().ToList();
        return rows[at].Dimensions.UnitName is null && lines is [var (code, name)] ? rows[at] with { Dimensions = rows[at].Dimensions with { UnitCode = code, UnitName = name } } : rows[at];
    }
}
