using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Forms;

/// <summary>A rule of models/columns.json that gives a leaf header its kind.</summary>
internal sealed record KindRule(ColumnKind Kind, string[]? Exact, string[]? Any, string[]? None)
{
    public bool Fits(string leaf) =>
        (Exact is null || Exact.Contains(leaf)) && (Any is null || WordPattern.AnyIn(Any, leaf)) && (None is null || !WordPattern.AnyIn(None, leaf));
}

/// <summary>What leaf headers say about the kind of a column.</summary>
internal sealed record KindWords(
    string Comment, KindRule[] Rules, KindRule[] Ancestors, string[] CodeWords, string[] ClassParts, string[] NameWords, string[] LabelExact, string[] ProjectNameExact,
    string[] AmountWords);

/// <summary>The vocabulary of headers. A part is understood when it can be cut into known words without rest.</summary>
internal static class HeaderWords
{
    /// <summary>A header cell with more characters is a sentence; the longest real one has 41.</summary>
    private const int LongestPart = 64;

    private static readonly ColumnsFile File = Read();

    private static readonly FrozenDictionary<string, HeaderWord[]> Words = File.Tokens
        .SelectMany(t => t.Words.Select(w => (Word: w, Token: t)))
        .GroupBy(p => p.Word)
        // The reading that asks for most comes first.
        .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Token).OrderByDescending(t => t.Within?.Length ?? 0).ToArray());

    private static readonly FrozenDictionary<string, HeaderWord[]>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestWord = Words.Keys.Max(w => w.Length);

    public static KindWords Kinds => File.Kinds;

    /// <summary>Cuts a folded header part into words, the longest first; null when a rest stays.</summary>
    public static ImmutableArray<HeaderStep>? Cut(string part)
    {
        if (part.Length > LongestPart)
        {
            return null;
        }

        var steps = ImmutableArray.CreateBuilder<HeaderStep>();
        return CutFrom(part, 0, steps, new bool[part.Length + 1]) ? steps.ToImmutable() : null;
    }

    private static bool CutFrom(string part, int at, ImmutableArray<HeaderStep>.Builder steps, bool[] deadEnds)
    {
        if (at == part.Length)
        {
            return true;
        }

        if (deadEnds[at])
        {
            return false;
        }

        if (YearAt(part, at) is var (year, length) && length > 0 && Try(new HeaderStep([], year), length))
        {
            return true;
        }

        for (var n = Math.Min(LongestWord, part.Length - at); n > 0; n--)
        {
            if (Lookup.TryGetValue(part.AsSpan(at, n), out var readings) && Try(new HeaderStep(readings, 0), n))
            {
                return true;
            }
        }

        deadEnds[at] = true;
        return false;

        bool Try(HeaderStep step, int taken)
        {
            steps.Add(step);
            if (CutFrom(part, at + taken, steps, deadEnds))
            {
                return true;
            }

            steps.RemoveAt(steps.Count - 1);
            return false;
        }
    }

    /// <summary>2026, 2026年 or 2026年度; length 0 when no year stands there.</summary>
    private static (int Year, int Length) YearAt(string part, int at)
    {
        if (at + 4 > part.Length || part[at] is not ('1' or '2') || !int.TryParse(part.AsSpan(at, 4), out var year) || year is < 1990 or > 2099)
        {
            return (0, 0);
        }

        var rest = part.AsSpan(at + 4);
        return (year, rest.StartsWith("年度", StringComparison.Ordinal) ? 6 : rest.StartsWith("年", StringComparison.Ordinal) ? 5 : 4);
    }

    private static ColumnsFile Read()
    {
        using var stream = ModelFile.Open("columns.json");
        return JsonSerializer.Deserialize<ColumnsFile>(stream, ModelFile.Json) ?? throw new JsonException("models/columns.json is empty.");
    }

    private sealed record ColumnsFile(string Comment, HeaderWord[] Tokens, KindWords Kinds);
}
