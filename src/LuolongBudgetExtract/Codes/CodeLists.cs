using System.Collections.Frozen;

namespace LuolongBudgetExtract.Codes;

/// <summary>The classifications of 政府收支分类科目. A code that is missing here is as often a gap of the list as an error of the document.</summary>
public static class CodeLists
{
    private static readonly Lazy<FrozenSet<(string, string)>> Crosswalk = new(() =>
        ModelFile.Rows("codes/econ_crosswalk.csv").Select(r => (r[0], r[2])).ToFrozenSet());

    /// <summary>支出功能分类: 类 3 digits, 款 5, 项 7.</summary>
    public static CodeList Functions { get; } = CodeList.Read("codes/function_codes.csv", withBudget: true);

    /// <summary>部门预算支出经济分类: 类 3 digits (301 …), 款 5.</summary>
    public static CodeList DeptEcons { get; } = CodeList.Read("codes/dept_economic_codes.csv", withBudget: false);

    /// <summary>政府预算支出经济分类: 类 3 digits (501 …), 款 5.</summary>
    public static CodeList GovEcons { get; } = CodeList.Read("codes/gov_economic_codes.csv", withBudget: false);

    public static CodeEntry? Function(string code, int? year = null) => Functions.Find(code, year);

    public static CodeEntry? DeptEcon(string code, int? year = null) => DeptEcons.Find(code, year);

    public static CodeEntry? GovEcon(string code, int? year = null) => GovEcons.Find(code, year);

    /// <summary>Is the pair (e.g. 30101, 50101) in the crosswalk? A pair that is not there deserves a warning, never an error.</summary>
    public static bool IsPair(string deptEcon, string govEcon) => Crosswalk.Value.Contains((deptEcon, govEcon));

    /// <summary>The list of a classification; null for unit and project codes, which have none.</summary>
    public static CodeList? Of(CodeSystem system) => system switch
    {
        CodeSystem.Function => Functions,
        CodeSystem.DeptEcon => DeptEcons,
        CodeSystem.GovEcon => GovEcons,
        _ => null,
    };
}
