using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LuolongBudgetExtract.Codes;

/// <summary>An administrative division of GB/T 2260.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="Parent">Code of the prefecture or province above; null for a province.</param>
public sealed record Division(string Code, string Name, string? Parent);

/// <summary>GB/T 2260 divisions (provinces, prefectures, counties), found by their names in a text.</summary>
public static class Divisions
{
    private static readonly ImmutableArray<Division> All =
        [.. ModelFile.Rows("codes/divisions.csv").Select(r => new Division(r[0], r[1], r[2].Length == 0 ? null : r[2]))];

    private static readonly FrozenDictionary<string, Division> ByCode = All.ToFrozenDictionary(d => d.Code);

    // 市辖区, 县 and the directly governed levels are placeholders of the list, not names.
    private static readonly FrozenDictionary<string, ImmutableArray<Division>> ByName = All
        .Where(d => d.Name is not ("市辖区" or "县") && !d.Name.Contains("直辖", StringComparison.Ordinal))
        .Select(d => (d.Name, Division: d))
        // 迪庆州 for 迪庆藏族自治州: what autonomous prefectures call themselves.
        .Concat(ModelFile.Rows("codes/division_short_names.csv").Select(r => (Name: r[0], Division: ByCode[r[1]])))
        .GroupBy(d => d.Name, d => d.Division).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());

    private static readonly int Longest = ByName.Keys.Max(n => n.Length);

    private static readonly FrozenDictionary<string, ImmutableArray<Division>>.AlternateLookup<ReadOnlySpan<char>> Names =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Division? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The division that the text names most precisely: 上海市普陀区财政局 is 310107, 洛龙区 410311, 洛阳市 410300.
    /// Null when no name stands there, when the name alone is ambiguous (普陀区, 鼓楼区) or when two unrelated ones are named.</summary>
    public static Division? Named(string text)
    {
        var mentions = Mentions(FoldedText.Of(text));
        var settled = mentions.SelectMany(m => m.Length == 1 ? m : Settle(m, mentions)).Distinct().ToList();
        // 江苏省南京市鼓楼区 names three; the one that lies under all of the others is meant.
        var deepest = settled.Where(d => !settled.Any(o => IsUnder(o, d))).ToList();
        return deepest is [var only] ? only : null;
    }

    /// <summary>Is the whole text the name of a division?</summary>
    public static bool IsName(string text) => ByName.ContainsKey(FoldedText.Of(text));

    /// <summary>What stands behind the names of divisions that a text begins with: 市级 of 襄阳市市级, nothing of 襄阳市襄州区.</summary>
    public static string AfterNames(string text)
    {
        var rest = FoldedText.Of(text);
        while (LengthOfName(rest) is > 0 and var length)
        {
            rest = rest[length..];
        }

        return rest;
    }

    private static int LengthOfName(string text)
    {
        for (var length = Math.Min(Longest, text.Length); length >= 2; length--)
        {
            if (Names.ContainsKey(text.AsSpan(0, length)))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Does the text hold the name of <paramref name="division"/> (or of a part of it), alone or of several of that name?</summary>
    public static bool Mentions(string text, Division division, bool orPart = false) =>
        Mentions(FoldedText.Of(text)).Any(m => m.Any(d => d == division || orPart && IsUnder(d, division)));

    /// <summary>The division whose own parts a text lists: 鲁山县, 宝丰县, 郏县 … are all of 平顶山市. Null when fewer than
    /// <paramref name="fewest"/> different parts are named or when a tenth of what is named lies elsewhere.</summary>
    public static Division? WholeOf(IEnumerable<string> texts, int fewest)
    {
        var named = new List<Division>();
        foreach (var text in texts)
        {
            var mentions = Mentions(FoldedText.Of(text));
            named.AddRange(mentions.Where(m => m.Length == 1).SelectMany(m => m));
        }

        var parts = named.Distinct().ToList();
        var wholes = parts.SelectMany(Above).GroupBy(d => d)
            .Where(g => g.Count() >= fewest && g.Count() * 10 >= (parts.Count - AllAbove(g.Key, parts)) * 9)
            .Select(g => g.Key).ToList();
        var deepest = wholes.Where(d => !wholes.Any(o => IsUnder(o, d))).ToList();
        return deepest is [var only] ? only : null;

        // The whole itself and what lies above it are no parts that stand elsewhere.
        static int AllAbove(Division whole, List<Division> parts) => parts.Count(p => p == whole || IsUnder(whole, p));
    }

    private static IEnumerable<Division> Above(Division division)
    {
        for (var parent = division.Parent; parent is not null && ByCode.TryGetValue(parent, out var above); parent = above.Parent)
        {
            yield return above;
        }
    }

    /// <summary>Is <paramref name="division"/> inside <paramref name="above"/>?</summary>
    public static bool IsUnder(Division division, Division above)
    {
        for (var parent = division.Parent; parent is not null; parent = ByCode.GetValueOrDefault(parent)?.Parent)
        {
            if (parent == above.Code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of the divisions that share a name, those that most of the other names lie above; none when no name does.</summary>
    private static IEnumerable<Division> Settle(ImmutableArray<Division> namesakes, List<ImmutableArray<Division>> mentions)
    {
        var above = namesakes.Select(d => mentions.Count(m => m.Any(o => IsUnder(d, o)))).ToArray();
        var most = above.Max();
        return most == 0 ? [] : namesakes.Where((_, i) => above[i] == most);
    }

    private static List<ImmutableArray<Division>> Mentions(string text)
    {
        var mentions = new List<ImmutableArray<Division>>();
        for (var i = 0; i < text.Length;)
        {
            var step = 1;
            for (var length = Math.Min(Longest, text.Length - i); length >= 2; length--)
            {
                if (Names.TryGetValue(text.AsSpan(i, length), out var found))
                {
                    mentions.Add(found);
                    step = length;
                    break;
                }
            }

            i += step;
        }

        return mentions;
    }
}
