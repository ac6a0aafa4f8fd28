using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Learned;

/// <summary>Where a row stands among the rows of its panel.</summary>
internal enum RowPosition { First, Inside, Last }

/// <summary>Proposes the role of a row that no declared rule knows and that would be a detail only because nothing else is known.</summary>
internal static class RoleModel
{
    // 省, 市 and 区 included; shorter names (北京) are also words of items.
    private const int ShortestPlace = 3, LongestPlace = 12;

    private static readonly Lazy<LinearModel> Model = new(() => LinearModel.Embedded("role"));

    /// <param name="isDepartment">The label is the department of the document.</param>
    /// <returns>A role other than detail by its name in the dataset (total, unit …), or null when the model is not sure enough.</returns>
    public static Proposal? Propose(string form, string label, RowPosition position, bool hasAmounts, bool isDepartment)
    {
        var best = Model.Value.Best(Features(form, label, position, hasAmounts, isDepartment), c => c);
        return best.Id != "detail" && best.Confidence >= Model.Value.Threshold ? best : null;
    }

    public static ImmutableArray<string> Features(string form, string label, RowPosition position, bool hasAmounts, bool isDepartment)
    {
        var features = new TextFeatures();
        features.Add($"f={form}");
        features.Add($"at={position}");
        if (hasAmounts) features.Add("amounts");
        if (isDepartment) features.Add("department");
        features.AddRuns("l", WithoutPlace(TextFeatures.Normal(label)), 3);
        return features.All;
    }

    // 西安市审计局 and 苏州市审计局 are the same thing of two places: @审计局.
    private static string WithoutPlace(string label)
    {
        var text = label.StartsWith("中共", StringComparison.Ordinal) ? label[2..] : label;
        for (int n = Math.Min(LongestPlace, text.Length); n >= ShortestPlace; n--)
            if (Divisions.IsName(text[..n])) return "@" + text[n..];
        return label;
    }
}
