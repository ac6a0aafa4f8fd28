using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Documents;

/// <summary>What the title of a document says: 2026年度苏州市应急管理局部门预算公开, 关于重庆市2025年预算执行情况和2026年预算草案的报告.</summary>
/// <param name="Kind">budget or final_account.</param>
/// <param name="Name">Organisation named in it; null when none is.</param>
/// <param name="Proposes">It proposes or accounts for one year (草案) beside the execution of another, so no other text outvotes it.</param>
internal sealed partial record DocumentTitle(int Year, string Kind, string? Name, Scope? Scope, bool Proposes)
{
    private const int ShortestName = 4;
    private const int LongestName = 40;

    /// <summary>Null when the text names no year with a budget or an account.</summary>
    public static DocumentTitle? Of(string text)
    {
        var title = Chapter().Replace(FoldedText.Of(text), "");
        var parts = Dated().Matches(title);
        if (parts.Count == 0) return null;
        // The account or the budget that is laid before the congress, not the execution of the year before.
        var part = parts.FirstOrDefault(m => IsDraft(m) && IsFinal(m)) ?? parts.LastOrDefault(IsDraft) ?? parts[0];
        bool draft = IsDraft(part);
        if (YearText.Of(part.Groups["year"].Value) is not { } year) return null;
        var scope = DocumentWords.Default.ScopeOf(title);
        var (before, between) = (title[..parts[0].Index], parts[0].Groups["between"].Value);
        // 上海市2026年市级单位预算 is of a unit of the city, 上海市2026年预算 and 2026年南部县政府预算 of the place.
        if (scope is null && (IsPlace(before) ? NameOf(Tail().Replace(between, "")) is null || IsPlace(between) : before.Length == 0 && IsPlace(between)))
            scope = LuolongBudgetExtract.Scope.Government;
        var name = scope == LuolongBudgetExtract.Scope.Government ? null : NameOf(before) ?? NameOf(Tail().Replace(between, ""));
        return new DocumentTitle(year, IsFinal(part) ? "final_account" : "budget", name, scope, draft);
    }

    /// <summary>The organisation in a text, its brackets 汇总 left out; null when it is none.</summary>
    public static string? NameOf(string text)
    {
        var name = Around().Replace(Chapter().Replace(FoldedText.Of(text), ""), "");
        return name.Length is >= ShortestName and <= LongestName && !name.Any(char.IsAsciiDigit) && !Mark().IsMatch(name) && Divisions.AfterNames(name).Length > 0
               && !DocumentWords.AnyIn(DocumentWords.Default.NotInNames, name) && !DocumentWords.AnyIn(DocumentWords.Default.Government, name)
            ? name.Replace('(', '（').Replace(')', '）') : null;
    }

    // 南部县, 襄阳市襄州区, 浙江省省级, 市级政府: the place itself, none of its organisations.
    private static bool IsPlace(string text) => text.Length > 0 && OwnLevel().IsMatch(Divisions.AfterNames(text));

    private static bool IsDraft(Match part) => part.Value.Contains("草案", StringComparison.Ordinal);

    private static bool IsFinal(Match part) => part.Groups["kind"].Value == "决算";

    // 一般公共预算 … are the names of budgets: 2019年全区一般公共预算收入决算表 is an account.
    [GeneratedRegex(@"(?<year>20\d{2}|二[〇○零O0][〇○零O0一二三四五六七八九]{2})(?:年度|年)?(?<between>(?:(?!20\d{2}).){0,30}?)(?<kind>(?<!一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)预算|决算)(?:\(?草案)?")]
    private static partial Regex Dated();

    [GeneratedRegex(@"^(?:第[一二三四五六七八九十]+(?:部分|章)|附件\d*|附表\d*|关于|目录|[一二三四五六七八九十]+、)+[:.]?")]
    private static partial Regex Chapter();

    [GeneratedRegex(@"(?:部门|单位|市级|区级|县级|省级|州级|本级)*(?:综合|收支|财政)*$")]
    private static partial Regex Tail();

    [GeneratedRegex(@"^(?:(?:[省市区县州盟旗]|自治区)?本?级)?(?:人民政府|政府)?$")]
    private static partial Regex OwnLevel();

    [GeneratedRegex(@"^[-的]+|\((?:汇总|部门汇总|公章|盖章)\)$|[-的]+$")]
    private static partial Regex Around();

    [GeneratedRegex(@"[,，。:：;；、…·]|\.\.")]
    private static partial Regex Mark();
}
