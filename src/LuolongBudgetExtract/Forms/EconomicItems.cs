using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Forms;

/// <summary>Columns that are items of the departmental economic classification: 工资福利支出 over 基本工资, 津贴补贴 … (Hunan's tables of basic expenditure).</summary>
internal static class EconomicItems
{
    private const int ClassDigits = 3;

    /// <summary>The item (5 digits) that a folded header part names, with or without its code; null when it names none, or one of several.</summary>
    /// <param name="within">Tells whether an item of that class may stand here: 办公设备购置 is of two classes.</param>
    public static string? CodeOf(string part, Func<string, bool> within)
    {
        var (code, name) = CodeText.Split(part);
        if (code is not null && CodeText.Classify(code) == CodeSystem.DeptEcon && code.Length > ClassDigits) return CodeLists.DeptEcons.Contains(code) ? code : null;
        var named = CodeLists.DeptEcons.Named(name ?? part).Select(e => e.Code).Distinct().ToList();
        if (named.Count > 1) named.RemoveAll(n => n.Length <= ClassDigits || !within(ClassOf(n)));
        return named is [{ Length: > ClassDigits } only] ? only : null;
    }

    /// <summary>The folded name of the class of an item.</summary>
    public static string ClassOf(string item) => FoldedText.Of(CodeLists.DeptEcon(item[..ClassDigits])?.Name ?? "");
}
