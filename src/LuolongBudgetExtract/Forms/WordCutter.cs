using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LuolongBudgetExtract.Forms;

/// <summary>Cuts a folded text into the words of a vocabulary.</summary>
internal sealed class WordCutter
{
    private readonly FrozenDictionary<string, HeaderWord[]>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int _longest;

    public WordCutter(IEnumerable<HeaderWord> vocabulary)
    {
        var words = vocabulary.SelectMany(t => t.Words.Select(w => (Word: w, Token: t)))
            .GroupBy(p => p.Word)
            // The reading that asks for most comes first.
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Token).OrderByDescending(t => t.Within?.Length ?? 0).ToArray());
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = words.Keys.Max(w => w.Length);
    }

    /// <summary>The words of <paramref name="part"/>, the longest first; null when a rest stays.</summary>
    public ImmutableArray<HeaderStep>? Cut(string part)
    {
        var steps = ImmutableArray.CreateBuilder<HeaderStep>();
        return CutFrom(part, 0, steps, new bool[part.Length + 1]) ? steps.ToImmutable() : null;
    }

    /// <summary>The texts of the words that a part is cut into; none when a rest stays.</summary>
    public IEnumerable<string> WordsOf(string part)
    {
        var at = 0;
        foreach (var step in Cut(part) ?? [])
        {
            if (step.Year == 0)
            {
                yield return part.Substring(at, step.Length);
            }

            at += step.Length;
        }
    }

    private bool CutFrom(string part, int at, ImmutableArray<HeaderStep>.Builder steps, bool[] deadEnds)
    {
        if (at == part.Length)
        {
            return true;
        }

        if (deadEnds[at])
        {
            return false;
        }

        if (YearAt(part, at) is var (year, length) && length > 0 && Try(new HeaderStep([], year, length)))
        {
            return true;
        }

        for (var n = Math.Min(_longest, part.Length - at); n > 0; n--)
        {
            if (_words.TryGetValue(part.AsSpan(at, n), out var readings) && Try(new HeaderStep(readings, 0, n)))
            {
                return true;
            }
        }

        deadEnds[at] = true;
        return false;

        bool Try(HeaderStep step)
        {
            steps.Add(step);
            if (CutFrom(part, at + step.Length, steps, deadEnds))
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
}
