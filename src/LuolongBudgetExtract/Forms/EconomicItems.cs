using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Forms;

/// <summary>Columns that are items of an economic classification: 工资福利支出 over 基本工资, 津贴补贴 … (Hunan's tables of basic expenditure).</summary>
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

    /// <summary>The item (5 digits) of the governments' classification that the leaf of a header path names: 会议费 is 50202 there; null when it names none, or one of several.</summary>
    public static string? GovernmentCodeOf(IReadOnlyList<string> path)
    {
        var named = CodeLists.GovEcons.Named(path[^1]).Select(e => e.Code).Distinct().ToList();
        // 对事业单位经常性补助 over 工资福利支出: the classes above tell which. With none above, a name that departments give to a class may be the class here too.
        var classes = path.Take(path.Count - 1).SelectMany(p => CodeLists.GovEcons.Named(p)).Select(e => e.Code).Where(c => c.Length == ClassDigits).ToHashSet();
        if (classes.Count > 0) named.RemoveAll(n => !classes.Contains(n[..ClassDigits]));
        else if (CodeLists.DeptEcons.Named(path[^1]).Any(e => e.Code.Length == ClassDigits)) return null;
        return named is [{ Length: > ClassDigits } only] ? only : null;
    }

    /// <summary>501机关工资福利支出: the name of a class that stands there with its code; null for anything else.</summary>
    public static string? ClassIn(string part) =>
        CodeText.Split(part) is ({ Length: ClassDigits } code, { } name) && (Names(CodeLists.GovEcons, code, name) || Names(CodeLists.DeptEcons, code, name)) ? name : null;

    private static bool Names(CodeList list, string code, string name) => list.History(code).Any(e => CodeNames.Same(e.Name, name));

    /// <summary>The folded name of the class of an item.</summary>
    public static string ClassOf(string item) => FoldedText.Of(CodeLists.DeptEcon(item[..ClassDigits])?.Name ?? "");
}
