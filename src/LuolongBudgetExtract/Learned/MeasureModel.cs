using System.Collections.Immutable;

namespace LuolongBudgetExtract.Learned;

/// <summary>Proposes the measure of an amount column whose header cannot be cut into known words.</summary>
internal static class MeasureModel
{
    /// <summary>The class of headers that have no measure of the vocabulary.</summary>
    public const string None = "-";

    /// <summary>The class of headers that say nothing but "the figure": the measure is the form's own.</summary>
    public const string OfForm = "@form";

    private static readonly Lazy<LinearModel> Model = new(() => LinearModel.Embedded("measure"));

    /// <param name="formMeasure">What a plain 合计 means in the form; null when nothing.</param>
    /// <returns>A measure, or null when the model is not sure enough.</returns>
    public static Proposal? Propose(string form, string? formMeasure, HeaderText header)
    {
        if (!IsCovered(Model.Value, header)) return null;
        var best = Model.Value.Best(Features(form, header), c => IdOf(c, formMeasure));
        return best.Id != None && best.Confidence >= Model.Value.Threshold ? best : null;
    }

    /// <summary>Nothing in the path is new to the model: a word that nobody has seen may mean anything (科研 before 因公出国费).</summary>
    public static bool IsCovered(LinearModel model, HeaderText header) =>
        header.Parts.Length > 0 && model.Knows("l", header.Telling) && header.Above.All(p => model.Knows("p", p));

    public static string IdOf(string modelClass, string? formMeasure) => modelClass == OfForm ? formMeasure ?? None : modelClass;

    public static ImmutableArray<string> Features(string form, HeaderText header)
    {
        if (header.Parts.IsEmpty) return [];
        var features = new TextFeatures();
        features.Add($"w={header.Telling}");
        features.Add($"f={form}:{header.Telling}");
        features.Add($"f={form}");
        features.AddRuns("l", header.Telling, 3);
        foreach (var part in header.Above)
        {
            features.Add($"p={part}");
            features.Add($"f={form}:p={part}");
            features.AddRuns("p", part, 3);
        }
        return features.All;
    }
}

/// <summary>A header path as the model reads it.</summary>
/// <param name="Parts">Normal texts from the outermost part to the leaf, blanks left out.</param>
/// <param name="TellingAt">The deepest part that says more than "the figure" or "the sum" (小计, 决算数); the leaf when none does.</param>
internal sealed record HeaderText(ImmutableArray<string> Parts, int TellingAt)
{
    public string Telling => Parts[TellingAt];

    public IEnumerable<string> Above => Parts.Take(TellingAt);

    /// <param name="isFigure">Tells of a folded part that it says nothing about content.</param>
    public static HeaderText Of(ImmutableArray<string> folded, Func<string, bool> isFigure)
    {
        var parts = folded.Where(p => p.Length > 0).ToImmutableArray();
        int at = parts.Length - 1;
        while (at > 0 && isFigure(parts[at])) at--;
        return new HeaderText([.. parts.Select(TextFeatures.Normal)], isFigure(parts is [] ? "" : parts[at]) ? parts.Length - 1 : at);
    }
}
