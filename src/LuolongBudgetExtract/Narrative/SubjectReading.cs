using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Narrative;

/// <summary>What the document is about, for reading the subjects of its sentences.</summary>
/// <param name="Departments">Folded names of the organisations that its tables and its cover name.</param>
internal sealed record NarrativeScope(string[] Departments, int? FiscalYear, bool FinalAccount);

/// <summary>What the words of a subject say (2023年一般公共预算基本支出年初预算为, 行政运行（2014001）, （一）公务接待费).</summary>
/// <param name="Understood">Cut into known words without rest.</param>
/// <param name="Says">Names a measure, fund, side, item or total: more than 预算数为.</param>
internal sealed record SubjectReading(
    bool Understood, bool Says, string? Measure, string? Fund, Side? Side, string? Period, string? Item, string? Code, string? Department)
{
    private static readonly string[] BudgetNames = ["一般公共预算", "政府性基金预算", "国有资本经营预算", "社会保险基金预算"];

    public static readonly SubjectReading Nothing = new(true, false, null, null, null, null, null, null, null);

    /// <param name="measure">What the passage is about: 货物 is goods only in a passage about procurement.</param>
    public static SubjectReading Of(string subject, NarrativeScope scope, string? measure)
    {
        var text = subject;
        var department = Names.Department(ref text, scope);
        if (text.Length == 0) return Nothing with { Department = department };
        var (item, code, rest) = Items.Cut(text);
        if (NarrativeModel.Words.Cut(rest) is not { } steps)
            return Nothing with { Understood = false, Item = item ?? text, Code = code, Department = department };
        string? found = null, fund = null, stage = null, period = null;
        Side? side = null;
        bool total = false, valued = false, lost = false;
        int? year = null;
        foreach (var step in steps)
        {
            if (step.Year > 0)
            {
                year = step.Year;
                continue;
            }
            if (step.Readings.FirstOrDefault(w => Fits(w, found ?? measure, fund)) is not { } word)
            {
                lost = true;
                continue;
            }
            found = word.Measure ?? found;
            fund = word.Fund is null ? fund : Funds.Under(fund, word.Fund, otherPart: false);
            stage = word.Stage ?? stage;
            period ??= word.Period;
            side = word.Side ?? side;
            total |= word.Total;
            valued |= word.Value || word.Stage is not null;
        }
        bool revenue = rest.Contains("收入", StringComparison.Ordinal), expenditure = rest.Contains("支出", StringComparison.Ordinal);
        side = revenue == expenditure ? (found is null && !revenue ? side : null) : revenue ? Rows.Side.Revenue : Rows.Side.Expenditure;
        if (rest.Contains("收支", StringComparison.Ordinal) || rest.Contains("收、支", StringComparison.Ordinal)) side = null;
        return new SubjectReading(!lost, found is not null || fund is not null || side is not null || total || item is not null || revenue || expenditure,
            found, fund, side, PeriodOf(period, stage ?? StageOf(rest, scope), year, scope), item, code, department);
    }

    // 三公经费支出预算为 in a final account; the names of the budgets say nothing of the kind.
    private static string? StageOf(string text, NarrativeScope scope) =>
        scope.FinalAccount && !text.Contains("决算", StringComparison.Ordinal) && BudgetNames.Aggregate(text, (t, n) => t.Replace(n, "", StringComparison.Ordinal)).Contains("预算", StringComparison.Ordinal) ? "budget" : null;

    private static bool Fits(HeaderWord word, string? measure, string? fund) => word.Within switch
    {
        null => true,
        ['@', .. var asked] => fund?.StartsWith(asked, StringComparison.Ordinal) == true,
        var asked => measure?.StartsWith(asked, StringComparison.Ordinal) == true,
    };

    // As in docs/VOCABULARY.md; the own stage of a document (年初预算 of a budget) is no other period.
    private static string? PeriodOf(string? period, string? stage, int? year, NarrativeScope scope)
    {
        if (period is "carried_over" or "opening" or "closing" or "next_year") return period;
        string? relative = year is { } y && scope.FiscalYear is { } now
            ? y == now ? "current" : y == now - 1 ? "prior_year" : y < now ? "earlier_year" : "later_year"
            : period;
        var foreign = stage is null || (scope.FinalAccount ? stage == "final" : stage is "budget" or "initial_budget") ? null : stage;
        return relative is null or "current" ? foreign ?? (scope.FinalAccount && stage == "final" ? "current" : relative)
            : foreign is null ? relative : $"{relative}.{foreign}";
    }
}

/// <summary>Takes the organisation off a subject.</summary>
internal static partial class Names
{
    /// <summary>An abbreviated name has at least so many characters (省检察院).</summary>
    private const int ShortestName = 3;

    /// <summary>Removes the department's name (or 本部门) at the front, with what goes with it (及所属单位).</summary>
    /// <returns>The name as <see cref="NarrativeScope.Departments"/> has it; null when none stands there.</returns>
    public static string? Department(ref string text, NarrativeScope scope)
    {
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

    // （本级） is another: the department without its units.
    [GeneratedRegex(@"^(?:\((?:汇总|部门)\)|及(?:其)?(?:所属|下属|直属)(?:各?(?:预算|事业)?单位)?)|(?:及|和)(?:其)?(?:所属|下属|直属)(?:各?(?:预算|事业)?单位)?$")]
    private static partial Regex Belonging();
}

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
        // 国有资本经营预算支出 is a fund before it is class 223.
        return name.Length > 2 && name != "其他支出" && NarrativeModel.Words.Cut(name) is null && ClassOf(name) is { } code ? (name, code, "") : (null, null, text);
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
