using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Narrative;

/// <summary>Takes the organisation off a subject.</summary>
internal static partial class Organisations
{
    /// <summary>An abbreviated name has at least so many characters (省检察院).</summary>
    private const int ShortestName = 3;

    /// <summary>Removes the department's name (or 本部门) at the front, with what goes with it (及所属单位).</summary>
    /// <returns>The name as <see cref="NarrativeScope.Departments"/> has it; null when none stands there.</returns>
    public static string? TakeOff(ref string text, NarrativeScope scope)
    {
        // 2019年河北省水务局政府采购支出总额
        var behindYear = Year().Match(text) is { Success: true } dated ? text[dated.Length..] : "";
        if (behindYear.Length > 0 && TakeOff(ref behindYear, scope) is { } owner)
        {
            text = text[..Year().Match(text).Length] + behindYear;
            return owner;
        }
        foreach (var name in scope.Departments)
        {
            if (!text.StartsWith(name, StringComparison.Ordinal)) continue;
            text = Belonging().Replace(text[name.Length..], "");
            return name;
        }
        int year = text.IndexOf("20", StringComparison.Ordinal);
        if (year < ShortestName) year = EndOfName(text);
        if (year < ShortestName) return null;
        var head = Belonging().Replace(text[..year], "");
        // 省检察院 for 江苏省人民检察院: its characters in their order, the last one too.
        if (scope.Departments.FirstOrDefault(d => head.Length >= ShortestName && head[^1] == d[^1] && IsWithin(head, d)) is not { } full) return null;
        text = text[year..];
        return full;
    }

    private static int EndOfName(string text)
    {
        for (int i = Math.Min(text.Length, 24) - 1; i >= ShortestName - 1; i--)
            if ("局委办厅院会部署处队站所校".Contains(text[i])) return i + 1;
        return 0;
    }

    private static bool IsWithin(string head, string name)
    {
        int at = 0;
        foreach (var c in name)
            if (at < head.Length && head[at] == c) at++;
        return at == head.Length;
    }

    [GeneratedRegex(@"^20\d\d(?:年度|年)")]
    private static partial Regex Year();

    // （本级） is another: the department without its units.
    [GeneratedRegex(@"^(?:\((?:汇总|部门)\)|及(?:其)?(?:所属|下属|直属)(?:各?(?:预算|事业)?单位)?)|(?:及|和)(?:其)?(?:所属|下属|直属)(?:各?(?:预算|事业)?单位)?$")]
    private static partial Regex Belonging();
}
