using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Forms;

/// <summary>A rule of models/columns.json that gives a leaf header its kind.</summary>
/// <param name="Identifiers">Only where most cells hold an identifier (P21430522-0012), no running number.</param>
internal sealed record KindRule(ColumnKind Kind, string[]? Exact, string[]? Any, string[]? None, bool Identifiers = false, string[]? Ends = null)
{
    public bool Fits(string leaf) =>
        (Exact is null || Exact.Contains(leaf)) && (Any is null || WordPattern.AnyIn(Any, leaf)) && (Ends is null || Ends.Any(e => leaf.EndsWith(e, StringComparison.Ordinal))) && (None is null || !WordPattern.AnyIn(None, leaf));
}

/// <summary>What leaf headers say about the kind of a column.</summary>
/// <param name="Ratios">Names of shares and rates without a sign: 完成预算, 比上年增长, 预算数为上年执行数.</param>
/// <param name="SideNames">Leaf headers of stubs that hold the items of one side: 收入 | 决算数 | 支出 | 决算数.</param>
internal sealed record KindWords(
    string Comment, KindRule[] Rules, KindRule[] Ancestors, KindRule[] Ratios, string[] CodeWords, string[] ClassParts, string[] NameWords, string[] LabelExact, Dictionary<Side, string[]> SideNames, string[] ProjectNameExact,
    string[] Things, string[] CountEndings, string[] AmountWords);

/// <summary>The vocabulary of headers. A part is understood when it can be cut into known words without rest.</summary>
internal static class HeaderWords
{
    /// <summary>A header cell with more characters is a sentence; the longest real one has 41.</summary>
    public const int LongestPart = 64;

    private static readonly ColumnsFile File = Read();

    private static readonly WordCutter Cutter = new(File.Tokens);

    public static KindWords Kinds => File.Kinds;

    /// <summary>The words, for a vocabulary that adds to them.</summary>
    public static IReadOnlyList<HeaderWord> Tokens => File.Tokens;

    /// <summary>The whole vocabulary.</summary>
    public static WordCutter All => Cutter;

    /// <summary>The vocabulary less some words: what would be known without the place that showed them.</summary>
    public static WordCutter Without(IReadOnlySet<string> words) =>
        new(File.Tokens.Select(t => t with { Words = [.. t.Words.Where(w => !words.Contains(w))] }).Where(t => t.Words.Length > 0));

    /// <summary>公务用车保有量(辆), 通用设备(台,套), 专用设备(台(套)), 资金支出计划(%): what stands in brackets at the end of a folded name is no unit of
    /// money, but one of things or shares, or several of them.</summary>
    public static bool CountsThings(string name)
    {
        var end = name.AsSpan().TrimEnd(':');
        if (end.Length == 0 || end[^1] != ')' || OpeningBracket(end) is not (> 0 and var at)) return false;
        var inside = end[(at + 1)..^1];
        if (inside.StartsWith("单位:")) inside = inside["单位:".Length..];
        bool any = false;
        foreach (var part in inside.SplitAny("、,/()"))
        {
            if (inside[part].IsEmpty) continue;
            if (!Things.Contains(inside[part])) return false;
            any = true;
        }
        return any;
    }

    /// <summary>国内公务接待人次, 通用设备台(套)数: the name of a row is that of a number of things, without their unit in brackets. 第二批次 is none.</summary>
    public static bool IsCount(string name) => Kinds.CountEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal)) && !name.Contains('第');

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Things = Kinds.Things.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    // That of the last closing bracket: the unit may hold brackets itself.
    private static int OpeningBracket(ReadOnlySpan<char> text)
    {
        int open = 0;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            open += text[i] == ')' ? 1 : text[i] == '(' ? -1 : 0;
            if (open == 0) return i;
        }
        return -1;
    }

    /// <summary>Cuts a folded header part into words, the longest first; null when a rest stays.</summary>
    public static ImmutableArray<HeaderStep>? Cut(string part) => part.Length > LongestPart ? null : Cutter.Cut(part);

    /// <summary>Known words that say "the figure", "the sum", when, or whose money, but not what it is for.</summary>
    /// <param name="fundsTell">A fund names a kind of income here.</param>
    public static bool IsFigure(string part, bool fundsTell) =>
        Cut(part) is { } steps && steps.All(s => s.Readings.All(w => w.Measure is null && w.Of is null && (w.Fund is null || !fundsTell)));

    private static ColumnsFile Read()
    {
        using var stream = ModelFile.Open("columns.json");
        return JsonSerializer.Deserialize<ColumnsFile>(stream, ModelFile.Json) ?? throw new JsonException("models/columns.json is empty.");
    }

    private sealed record ColumnsFile(string Comment, HeaderWord[] Tokens, KindWords Kinds);
}
