using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Grids;

/// <summary>Tells a number that is broken over two lines of its cell by the number itself: 145,134,672 over .74, 5,134,672.7 over 4.</summary>
internal static partial class BrokenNumbers
{
    /// <summary>
    /// True when one of the lines is no number alone, or the first ends with one decimal and the next completes the two that 元 are printed with,
    /// and both together are an amount.
    /// </summary>
    public static bool Continues(string line, string next) =>
        line.Length > 0 && next.Length > 0 && Whole().IsMatch(line + next)
        && (next[0] is '.' or ',' || line[^1] is '.' or ',' || ShortGroup().IsMatch(line) || OneDecimal().IsMatch(line) && next.Length == 1);

    [GeneratedRegex(@"^-?\d{1,3}(?:,\d{3})*(?:\.\d{1,6})?$|^-?\d{4,}\.\d{1,6}$")]
    private static partial Regex Whole();

    [GeneratedRegex(@",\d{1,2}$")]
    private static partial Regex ShortGroup();

    [GeneratedRegex(@",\d{3}\.\d$|^-?\d{5,}\.\d$")]
    private static partial Regex OneDecimal();
}
