using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// The class (类) of an expenditure item of a 收支总表, which prints names only: 一、一般公共服务支出 is 201. The name decides, because
/// ordinals count differently (budgets by code, final accounts without gaps).
/// </summary>
internal static class NamedClasses
{
    private const int ClassDigits = 3;

    /// <summary>Fewer classes without an ordinal are items that happen to have the name of one (其他支出, 预备费).</summary>
    private const int FewestPlain = 3;

    /// <summary>The rows of one panel of expenditure, with their class where the name is that of one class only; rows with a code stay as they are.</summary>
    /// <param name="isNamed">The header names the classification, so that few names are enough.</param>
    public static void Complete(List<TypedRow> rows, CodeSystem list, int? year, bool isNamed = false)
    {
        if (rows.TrueForAll(r => r.Side != Side.Expenditure)) return;
        var codes = rows.ConvertAll(r => ClassOf(r, list, year));
        bool plain = isNamed || codes.Where((c, i) => c is not null && !IsNumbered(rows[i])).Distinct().Count() >= FewestPlain;
        for (int i = 0; i < rows.Count; i++)
            if (codes[i] is { } code && (plain || IsNumbered(rows[i]))) rows[i] = rows[i] with { Dimensions = Coded(list, code) };
    }

    /// <summary>Whose economic classes the names are, where the header says no more than 经济分类: 工资福利支出 is one of departments, 机关工资福利支出 one of governments.</summary>
    public static CodeSystem? EconomicOf(List<TypedRow> rows)
    {
        var names = rows.Where(r => r.Label is not null && r.Dimensions == new RowDimensions()).Select(r => RowPeriods.WithoutNumbering(r.Label!)).ToList();
        bool department = names.Exists(n => IsClass(CodeLists.DeptEcons, n) && !IsClass(CodeLists.GovEcons, n)), government = names.Exists(n => IsClass(CodeLists.GovEcons, n) && !IsClass(CodeLists.DeptEcons, n));
        return department == government ? null : department ? CodeSystem.DeptEcon : CodeSystem.GovEcon;
    }

    private static bool IsClass(CodeList list, string name) => list.Named(name).Any(e => e.Code.Length == ClassDigits);

    private static CodeEntry? ClassOf(TypedRow row, CodeSystem list, int? year)
    {
        if (row.Side != Side.Expenditure || row.Label is null || row.Dimensions != new RowDimensions()) return null;
        var codes = CodeLists.Of(list)!.Named(RowPeriods.WithoutNumbering(row.Label)).Where(e => e.Code.Length == ClassDigits).Select(e => e.Code).Distinct().ToList();
        return codes is [var only] ? CodeLists.Of(list)!.Find(only, year) : null;
    }

    private static bool IsNumbered(TypedRow row) => RowPeriods.WithoutNumbering(row.Label!) != FoldedText.Of(row.Label!);

    private static RowDimensions Coded(CodeSystem list, CodeEntry known) => list switch
    {
        CodeSystem.DeptEcon => new() { DeptEconCode = known.Code, DeptEconName = known.Name },
        CodeSystem.GovEcon => new() { GovEconCode = known.Code, GovEconName = known.Name },
        _ => new() { FunctionCode = known.Code, FunctionName = known.Name },
    };
}
