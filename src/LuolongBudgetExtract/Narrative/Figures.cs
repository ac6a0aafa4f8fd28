using System.Text.RegularExpressions;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Narrative;

/// <summary>One printed figure with its unit.</summary>
/// <param name="Start">Where the number begins in the folded text.</param>
/// <param name="End">Behind the unit.</param>
/// <param name="Unit">元, 万元, %, 辆 … .</param>
internal readonly record struct Figure(int Start, int End, decimal Value, int Decimals, string Unit)
{
    public bool IsPercent => Unit == "%";

    public bool IsMoney => Unit[^1] == '元';
}

/// <summary>Finds the figures of a sentence: amounts of money, percentages, counts.</summary>
internal static partial class Figures
{
    public static List<Figure> Of(string text, int from, int to)
    {
        var figures = new List<Figure>();
        for (var match = Pattern().Match(text, from, to - from); match.Success; match = match.NextMatch())
        {
            var unit = match.Groups["u"].Value;
            // 单位价值50万元以上设备: a threshold is a name, not a figure. 第3个, 2个月, 3个百分点 are none either.
            if (match.Index > 0 && text[match.Index - 1] is '第' or '.' || NarrativeModel.Threshold.IsMatch(text.AsSpan(match.Index + match.Length, Math.Min(8, to - match.Index - match.Length)))) continue;
            if (Value(match.Groups["n"].Value) is not { } parsed) continue;
            figures.Add(new Figure(match.Index, match.Index + match.Length, parsed.Value, parsed.Decimals, unit));
        }
        return figures;
    }

    // 2026年,3064.91万元 and misplaced separators: only what stands behind the last comma is sure.
    private static (decimal Value, int Decimals)? Value(string number) =>
        AmountText.Parse(number) ?? (number.LastIndexOf(',') is > 0 and var comma ? AmountText.Parse(number[(comma + 1)..]) : null);

    public static bool HasFigure(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0 && Pattern().IsMatch(text);

    [GeneratedRegex(@"(?<![\dA-Za-z≥≤<>=])(?<n>-?\d[\d,]*(?:\.\d+)?)(?<u>亿元|百万元|万元|千元|元(?!旦|月|素|人)|%(?!以)|台\(套\)|台\(件、套\)|批次|人次|辆|台|套|(?:个|项)(?!月|百分点|小时|工作日|五年)|批|人|家|名)")]
    private static partial Regex Pattern();
}
