using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Narrative;

/// <summary>Takes the classification item off a subject: …（类）…（款）…（项）, 行政运行（2014001）, 教育支出, “卫生健康支出”科目.</summary>
internal static partial class Items
{
    public static (string? Item, string? Code, string Tail) Cut(string text)
    {
        var coded = Coded().Match(text);
        if (coded.Success) return (coded.Groups[1].Value, coded.Groups[2].Value, text[coded.Length..]);
        var numbered = Numbered().Matches(text);
        if (numbered.Count > 0 && numbered[0].Index == 0)
            return (numbered[^1].Groups[1].Value, string.Concat(numbered.Select(m => m.Groups[2].Value)), text[(numbered[^1].Index + numbered[^1].Length)..]);
        int mark = Math.Max(text.LastIndexOf("(类)", StringComparison.Ordinal), Math.Max(text.LastIndexOf("(款)", StringComparison.Ordinal), text.LastIndexOf("(项)", StringComparison.Ordinal)));
        if (mark > 0)
        {
            var path = text[..mark];
            var names = Levels().Split(path);
            return (names[^1], FunctionCode(names, text[mark + 1]), text[(mark + 3)..]);
        }
        bool isItem = text.EndsWith("科目", StringComparison.Ordinal);
        var name = isItem ? text[..^2] : text;
        if (isItem && name.Contains('-')) return (name.Split('-')[^1], FunctionCode(name.Split('-'), name.Count(c => c == '-') == 2 ? '项' : '款'), "");
        // 国有资本经营预算支出 is a fund before it is class 223; 债务付息支出 is class 232 before it is a part of some debt.
        return name.Length > 2 && name != "其他支出" && NarrativeModel.Words.Cut(name)?.All(s => s.Readings.All(w => w.Of is null)) != true && ClassOf(name) is { } code ? (name, code, "") : (null, null, text);
    }

    /// <summary>Ends in （类）, （款） or （项）.</summary>
    public static bool IsLevel(string text) => text.EndsWith("(类)", StringComparison.Ordinal) || text.EndsWith("(款)", StringComparison.Ordinal) || text.EndsWith("(项)", StringComparison.Ordinal);

    // 款 and 项 have the names of many: only the class above tells them apart, and a name that stays ambiguous has no code.
    private static string? FunctionCode(string[] names, char level)
    {
        int digits = level == '类' ? 3 : level == '款' ? 5 : 7;
        var entries = CodeLists.Functions.Named(names[^1]).Where(e => e.Code.Length == digits).Select(e => e.Code).Distinct().ToList();
        for (int i = names.Length - 2; i >= 0 && entries.Count > 1; i--)
        {
            var above = CodeLists.Functions.Named(names[i]).Select(e => e.Code).ToList();
            var under = entries.Where(e => above.Any(a => e.Length > a.Length && e.StartsWith(a, StringComparison.Ordinal))).ToList();
            if (under.Count > 0) entries = under;
        }
        return entries.Count == 1 ? entries[0] : null;
    }

    private static string? ClassOf(string name)
    {
        var codes = CodeLists.Functions.Named(name).Where(e => e.Level == 1).Select(e => e.Code).Distinct().ToList();
        return codes.Count == 1 ? codes[0] : null;
    }

    [GeneratedRegex(@"^([^()\d]{2,30})\((?:科目编码:?)?(\d{3}|\d{5}|\d{7})\)")]
    private static partial Regex Coded();

    // 公共安全支出（204类）司法（06款）行政运行（01项）
    [GeneratedRegex(@"\G([^()]{2,30})\((\d{2,3})[类款项]\)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\((?:类|款|项)\)(?:支出)?")]
    private static partial Regex Levels();
}
