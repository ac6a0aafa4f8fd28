using System.Collections.Immutable;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Who understood something: declared knowledge, or a trained model that is sure by so much.</summary>
internal static class Sources
{
    public static ImmutableArray<string> All { get; } = ["declared", "model"];

    /// <param name="confidence">Of the model; null when no model was asked.</param>
    public static string Of(double? confidence) => confidence is null ? All[0] : All[1];
}
