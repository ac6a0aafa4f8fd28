using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Learned;

/// <summary>Proposes the form of a table whose title and headers no declared pattern knows.</summary>
internal static class FormModel
{
    // A part of a header path that is longer is a sentence.
    private const int LongestPart = 40;

    private static readonly Lazy<LinearModel> Model = new(() => LinearModel.Embedded("form"));

    /// <summary>A form other than <c>other</c>, or null when the model is not sure enough.</summary>
    /// <param name="title">As printed; without one the model is not asked (models/CARD.md tells why).</param>
    public static Proposal? Propose(string? title, ImmutableArray<ImmutableArray<string>> headerPaths, ImmutableArray<string> stub)
    {
        var best = Model.Value.Best(Features(title, headerPaths, stub), c => c);
        return best.Id != "other" && best.Confidence >= Model.Value.Threshold ? best : null;
    }

    /// <summary>The runs of the title where there is one, else those of the headers; whole header parts and stub texts in both cases.</summary>
    public static ImmutableArray<string> Features(string? title, ImmutableArray<ImmutableArray<string>> headerPaths, ImmutableArray<string> stub)
    {
        var features = new TextFeatures();
        var folded = TextFeatures.Normal(title);
        if (folded.Length > 0) features.AddRuns("t", folded, 3);
        foreach (var part in headerPaths.SelectMany(p => p).Select(TextFeatures.Normal).Where(p => p.Length is > 0 and <= LongestPart))
        {
            features.Add($"h={part}");
            if (folded.Length == 0) features.AddRuns("h", part, 2);
        }
        foreach (var path in headerPaths)
            if (path is [var root, _, ..]) features.Add($"r={TextFeatures.Normal(root)}");
        foreach (var text in stub)
            if (CodeText.Split(text).Code is { } code && CodeText.Classify(code) is { } system) features.Add($"s={system}");
            else if (TextFeatures.Normal(text) is { Length: > 0 and <= LongestPart } name) features.Add($"s={name}");
        return features.All;
    }
}
