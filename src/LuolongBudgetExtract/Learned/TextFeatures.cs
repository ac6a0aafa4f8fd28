using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Learned;

/// <summary>The features that a model sees: sets of strings, the same in training and in use.</summary>
internal sealed partial class TextFeatures
{
    /// <summary>Characters of a text that are looked at: a header or title that is longer is narrative.</summary>
    private const int Longest = 64;

    private readonly HashSet<string> _set = [];
    private readonly List<string> _all = [];

    /// <summary>In the order in which they were added, so that sums over them come out the same everywhere.</summary>
    public ImmutableArray<string> All => [.. _all];

    public void Add(string feature)
    {
        if (_set.Add(feature)) _all.Add(feature);
    }

    /// <summary>The runs of 1 to <paramref name="longest"/> characters of a text, its ends marked with ^ and $.</summary>
    public void AddRuns(string prefix, string text, int longest)
    {
        var marked = $"^{(text.Length > Longest ? text[..Longest] : text)}$";
        for (int n = 1; n <= longest; n++)
            for (int i = 0; i + n <= marked.Length; i++)
                if (n > 1 || marked[i] is not ('^' or '$')) Add($"{prefix}{marked.AsSpan(i, n)}");
    }

    /// <summary>Folded; every number is #, because years and numbering say nothing about meaning.</summary>
    public static string Normal(string? text) => Digits().Replace(FoldedText.Of(text), "#");

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
