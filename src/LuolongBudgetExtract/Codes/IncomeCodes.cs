using System.Collections.Frozen;

namespace LuolongBudgetExtract.Codes;

/// <summary>收入分类科目 of 政府收支分类科目 (类 3 digits, 款 5, 项 7), printed in tables of governments above or beside the codes of functions.</summary>
internal static class IncomeCodes
{
    private const int Class = 3, Section = 5, Item = 7;

    private static readonly FrozenDictionary<string, string> Names = ModelFile.Rows("codes/income_codes.csv").ToFrozenDictionary(r => r[0], r => r[2]);

    private static readonly FrozenSet<string> Keys = Names.Values.Select(CodeNames.Key).ToFrozenSet();

    /// <summary>Is it the name of an item of revenue?</summary>
    public static bool IsName(string name) => Keys.Contains(CodeNames.Key(name));

    /// <summary>Is it one? Departments have codes of three digits as well (101): there the name must agree.</summary>
    public static bool Is(string code, string? name) => code.Length switch
    {
        Class => name is not null && Names.TryGetValue(code, out var listed) && CodeNames.Same(listed, name),
        Section or Item => Names.ContainsKey(code[..Section]),
        _ => false,
    };
}
