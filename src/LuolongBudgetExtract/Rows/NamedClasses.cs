using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// The class (类) of an expenditure item of a 收支总表, which prints ordinals and names only: 一、一般公共服务支出 is 201. The name decides,
/// because ordinals count differently (budgets by code, final accounts without gaps).
/// </summary>
internal static class NamedClasses
{
    private const int ClassDigits = 3;

    /// <summary>The row with its class where the name is that of one class only; rows with a code stay as they are.</summary>
    public static TypedRow Apply(TypedRow row, int? year)
    {
        if (row.Side != Side.Expenditure || row.Label is null || row.Dimensions != new RowDimensions()) return row;
        var name = RowPeriods.WithoutNumbering(row.Label);
        if (name == FoldedText.Of(row.Label)) return row;
        var codes = CodeLists.Functions.Named(name).Where(e => e.Code.Length == ClassDigits).Select(e => e.Code).Distinct().ToList();
        return codes is [var only] && CodeLists.Function(only, year) is { } known
            ? row with { Dimensions = row.Dimensions with { FunctionCode = only, FunctionName = known.Name } } : row;
    }
}
