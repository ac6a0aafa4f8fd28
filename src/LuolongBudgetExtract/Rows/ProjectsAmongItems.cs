using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 单位名称（科目） or 科目名称（项目） of a table of projects: below the unit and the item (水利工程) stand the projects, which print the code of the item beside names of
/// their own. A name that no function has is the project's, below the item of that code or when it is unlike that of the code.
/// </summary>
internal static class ProjectsAmongItems
{
    private const int ItemDigits = 7;

    /// <summary>More alike, the name may be another wording of the item's.</summary>
    private const double Alike = 0.5;

    /// <param name="rows">The rows of one panel.</param>
    public static void Complete(List<TypedRow> rows, int? year)
    {
        string? heading = null;
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Dimensions is not { FunctionCode: { Length: ItemDigits } code, FunctionName: { } name, ProjectName: null } d) heading = null;
            else if (rows[i].Role == RowRole.Subtotal) heading = code;
            else if (rows[i].Role == RowRole.Detail && CodeLists.Functions.Named(name).Length == 0 && (heading == code || IsUnlike(code, name)))
                rows[i] = rows[i] with { Dimensions = d with { FunctionName = CodeLists.Function(code, year)?.Name, ProjectName = name } };
        }
        for (int i = 0; i < rows.Count; i++)
            if (IsHeading(rows, i)) rows[i] = rows[i] with { Role = RowRole.Subtotal, IsRoleDefault = false, Proposal = null };
    }

    // The item above the projects of its code is their sum, and no further money.
    private static bool IsHeading(List<TypedRow> rows, int at) => rows[at] is { Role: RowRole.Detail, Dimensions: { FunctionCode: { Length: ItemDigits } code, ProjectName: null } }
        && rows.Skip(at + 1).TakeWhile(r => r.Dimensions.FunctionCode == code && r.Dimensions.ProjectName is not null).ToList() is { Count: > 0 } projects && AmountSums.AddUp(rows[at], projects);

    private static bool IsUnlike(string code, string name) => CodeLists.Functions.History(code) is { Length: > 0 } known
        && known.All(e => NameLikeness.Of(CodeNames.Key(e.Name), CodeNames.Key(name)) < Alike);
}
