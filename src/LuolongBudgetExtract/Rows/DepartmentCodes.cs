using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 230 某某局 above 230001 某某局本级 in a column of codes: three digits may be those of a department as well as of a class (类), and the name tells.
/// </summary>
internal static class DepartmentCodes
{
    private const int ClassDigits = 3;

    /// <summary>农林水事务 is still 农林水支出; a name less like that of the class is another's.</summary>
    private const double Alike = 0.3;

    /// <param name="rows">The rows of one panel.</param>
    /// <param name="department">Of the table.</param>
    public static void Complete(List<TypedRow> rows, string? department)
    {
        for (int i = 0; i < rows.Count; i++)
            if (rows[i] is { Role: RowRole.Detail, Label: { } label, Dimensions.FunctionCode: { Length: ClassDigits } code } row
                && row.Dimensions == new RowDimensions(code, row.Dimensions.FunctionName)
                && !IsNameOf(code, label) && (label == department || HeadsUnitOfItsCode(rows, i, code)))
                rows[i] = row with { Role = RowRole.Department, IsRoleDefault = false, Proposal = null, Dimensions = new RowDimensions(UnitCode: code, UnitName: label) };
    }

    private static bool IsNameOf(string code, string label) =>
        CodeLists.Functions.History(code).Any(e => NameLikeness.Of(CodeNames.Key(e.Name), CodeNames.Key(label)) >= Alike);

    private static bool HeadsUnitOfItsCode(List<TypedRow> rows, int at, string code) =>
        at + 1 < rows.Count && rows[at + 1] is { Role: RowRole.Unit, Dimensions.UnitCode: { } unit } && unit.StartsWith(code, StringComparison.Ordinal);
}
