using System.Text.Json;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Narrative;

/// <summary>Which forms a passage explains, by the words of its heading (models/narrative.json).</summary>
/// <param name="Forms">Canonical ids; empty for a passage that explains no table.</param>
/// <param name="Fund">Fund of its figures where a sentence names none.</param>
/// <param name="Measure">What its totals mean.</param>
internal sealed record SectionModel(string[] Forms, string? Fund, string? Measure, Side? Side, string[] All, string[]? None)
{
    private readonly string[][] _all = [.. All.Select(w => w.Split('|'))];

    public bool Fits(string heading) => _all.All(words => WordPattern.AnyIn(words, heading)) && (None is null || !WordPattern.AnyIn(None, heading));
}

/// <summary>The words and patterns of the running text: models/narrative.json.</summary>
internal static class NarrativeModel
{
    private static readonly NarrativeFile File = Read();

    public static WordCutter Words { get; } = new(File.Words.Concat(HeaderWords.Tokens.Where(IsOfText)));

    public static SectionModel[] Sections => File.Sections;

    public static string[] Self => File.Self;

    /// <summary>A word of change at the end of a clause: 较上年增加, 增幅为.</summary>
    public static Regex ChangeWord { get; } = Of(
        $"(?:(?<up>{string.Join('|', File.Increase)})|(?<down>{string.Join('|', File.Decrease)}))(?:{string.Join('|', File.AfterChange)})*$", RegexOptions.RightToLeft);

    public static Regex Unchanged { get; } = Of(File.Unchanged);

    public static Regex UnchangedWord { get; } = Of(File.UnchangedWord);

    public static Regex Comparison { get; } = Of(File.Comparison);

    public static Regex Completion { get; } = Of(File.PercentBase);

    /// <summary>审减率 is a part of what was examined, no change.</summary>
    public static Regex OtherRate { get; } = Of(File.OtherRate);

    public static Regex Share { get; } = Of(File.Share);

    public static Regex Whole { get; } = Of(File.Whole);

    /// <summary>Words that name what is broken down from there on.</summary>
    public static Regex Composed { get; } = Of(File.Composed);

    public static Regex None { get; } = Of(File.None);

    public static Regex Reason { get; } = Of(File.Reason);

    /// <summary>What stands before a figure in brackets.</summary>
    public static Regex Aside { get; } = Of(File.Aside);

    public static Regex ChangeStart { get; } = Of($"^(?:{string.Join('|', File.Increase.Concat(File.Decrease))})");

    public static Regex Part { get; } = Of(File.Part);

    public static Regex Threshold { get; } = Of(File.Threshold);

    // A class or an origin of money (债务还本支出, 中央资金) names a row of the tables, not a column; a change is told by its sentence.
    private static bool IsOfText(HeaderWord word) =>
        !word.Change && word.Measure?.StartsWith("economic.", StringComparison.Ordinal) != true
        && word.Fund is not "own_level" && word.Fund?.StartsWith("level.", StringComparison.Ordinal) != true;

    private static Regex Of(string pattern, RegexOptions options = RegexOptions.None) => new(pattern, options | RegexOptions.CultureInvariant);

    private static NarrativeFile Read()
    {
        using var stream = ModelFile.Open("narrative.json");
        return JsonSerializer.Deserialize<NarrativeFile>(stream, ModelFile.Json) ?? throw new JsonException("models/narrative.json is empty.");
    }

    private sealed record NarrativeFile(
        string Comment, HeaderWord[] Words, string[] Increase, string[] Decrease, string[] AfterChange, string Unchanged, string UnchangedWord, string Comparison, string PercentBase,
        string OtherRate, string Share, string Whole, string Composed, string None, string Reason, string Aside, string Part, string Threshold, string[] Self, SectionModel[] Sections);
}
