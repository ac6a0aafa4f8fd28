using System.Globalization;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Indicators;

/// <summary>Reads printed targets: ≥95%, 不少于12次, 1,200人, 90%以上.</summary>
public static partial class TargetText
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    /// <summary>The target of a cell; null when it is a text, a date, a range, about a number (10余次), or more than one target.</summary>
    /// <param name="comparator">Text of the column of comparators (≥, 大于等于); null when the form has none.</param>
    /// <param name="unit">Text of the column of units; null or blank when the form has none.</param>
    public static Target? Parse(string text, string? comparator = null, string? unit = null)
    {
        var rest = FoldedText.Of(text);
        var own = Leading(ref rest);
        var match = Number().Match(rest);
        if (!match.Success || !decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return null;
        var suffix = match.Groups["limit"].Value switch { "以上" or "及以上" => ">=", "以下" or "以内" or "及以下" => "<=", _ => null };
        if (own is not null && suffix is not null) return null;
        var column = string.IsNullOrEmpty(comparator) ? null : FoldedText.Of(comparator);
        var said = own ?? suffix ?? (column is null ? null : Leading(ref column));
        var printed = match.Groups["unit"].Value is { Length: > 0 } beside ? beside : string.IsNullOrEmpty(unit) ? null : unit;
        return said is null && IsDate(value, printed) ? null : new Target(said, value, printed);
    }

    private static string? Leading(ref string text)
    {
        foreach (var comparator in IndicatorWords.Default.Comparators)
            foreach (var word in comparator.Words)
                if (text.StartsWith(word, StringComparison.Ordinal))
                {
                    text = text[word.Length..];
                    return comparator.Is;
                }
        return null;
    }

    // 2026年, 12月: when, not how much.
    private static bool IsDate(decimal value, string? unit) =>
        unit is not null && (unit is "月" or "日" or "号" or "月份" || unit.Contains('底') || unit.Contains('前') || unit.StartsWith('年') && value is >= FirstYear and <= LastYear);

    [GeneratedRegex(@"^(?<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?<unit>(?![余多几来])[^\d,，;；。、:：~\-]{0,12}?)(?<limit>(?:及)?以上|(?:及)?以下|以内)?$")]
    private static partial Regex Number();
}
