using System.Globalization;

namespace LuolongBudgetExtract.Rows;

/// <summary>Reads printed amounts: separators and digits in both widths, negatives in all notations, decimals counted as printed.</summary>
public static class AmountText
{
    /// <summary>The value and the number of printed decimals; null when the text is no single number.</summary>
    /// <remarks>
    /// Accepted: <c>1,234.50</c>, <c>１，２３４．５０</c>, <c>-3</c>, <c>－3</c>, <c>(3.00)</c>, <c>▲3</c>, <c>△3</c>, <c>￥3</c>, <c>-¥ 3</c>, a line break inside.
    /// Refused: a dash alone, a percentage, two numbers in one cell, misplaced separators (<c>1,23</c>).
    /// </remarks>
    public static (decimal Value, int Decimals)? Parse(string text)
    {
        if (text.Length is 0 or > 60) return null;
        Span<char> digits = stackalloc char[text.Length];
        int length = 0, decimals = -1, sinceSeparator = -1;
        bool negative = false, bracket = false, currency = false, closed = false;
        foreach (var raw in text)
        {
            char c = raw is >= '！' and <= '～' ? (char)(raw - 0xFEE0) : raw;
            if (c is '\n' or '\r') continue;
            // A space is only allowed around the number: inside it would join two numbers.
            if (char.IsWhiteSpace(c))
            {
                if (length > 0) closed = true;
                continue;
            }
            if (closed && c != ')') return null;
            switch (c)
            {
                case >= '0' and <= '9':
                    digits[length++] = c;
                    if (decimals >= 0) decimals++;
                    else if (sinceSeparator >= 0) sinceSeparator++;
                    break;
                case '.' when decimals < 0 && length > 0:
                    if (sinceSeparator is >= 0 and not 3) return null;
                    decimals = 0;
                    break;
                case ',' when decimals < 0 && length > 0:
                    if (sinceSeparator is >= 0 and not 3) return null;
                    sinceSeparator = 0;
                    break;
                case '-' or '−' or '–' or '—' or '▲' or '△' when length == 0 && !negative:
                    negative = true;
                    break;
                // The currency format of a spreadsheet: the sign before the number, before or behind the minus.
                case '¥' or '￥' when length == 0 && !currency:
                    currency = true;
                    break;
                case '(' when length == 0 && !bracket:
                    bracket = negative = true;
                    break;
                case ')' when bracket && length > 0:
                    closed = true;
                    break;
                default:
                    return null;
            }
        }
        if (length is 0 or > 28 || decimals == 0 || (decimals < 0 && sinceSeparator is >= 0 and not 3)) return null;
        if (!decimal.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
        int scale = Math.Max(0, decimals);
        if (scale > 10) return null;
        var unscaled = decimal.GetBits(value);
        return (new decimal(unscaled[0], unscaled[1], unscaled[2], negative, (byte)scale), scale);
    }

    private static readonly string[] Units = ["百万元", "万元", "亿元", "千元", "元"];

    /// <summary>The number of <c>1,234.50万元</c> and its unit; the text itself and null where it prints none, or no number before it.</summary>
    public static (string Number, string? Unit) SplitUnit(string text)
    {
        foreach (var unit in Units)
            if (text.Length > unit.Length && text.EndsWith(unit, StringComparison.Ordinal) && text[..^unit.Length].TrimEnd() is var number && Parse(number) is not null) return (number, unit);
        return (text, null);
    }

    /// <summary>A dash printed for "nothing", with or without the sign of the currency (<c>¥ -</c>): neither a number nor blank.</summary>
    public static bool IsDash(string text) => text.Length > 0 && text[0] is '¥' or '￥' ? IsDashes(text[1..].TrimStart()) : IsDashes(text);

    private static bool IsDashes(string text) => text.Length is > 0 and <= 3 && text.All(c => c is '-' or '—' or '–' or '－' or '―' or '/' or '\\' or '*' or '·');
}
