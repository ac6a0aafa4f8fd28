namespace LuolongBudgetExtract.Documents;

/// <summary>Years as documents print them: 2026, 二〇二六.</summary>
internal static class YearText
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The year; null when it is none that a disclosure can be of (2000 to 2100).</summary>
    public static int? Of(string text)
    {
        int year = 0;
        foreach (var c in text)
        {
            int digit = char.IsAsciiDigit(c) ? c - '0' : c is '○' or '零' or 'O' ? 0 : Digits.IndexOf(c);
            if (digit < 0) return null;
            year = year * 10 + digit;
        }
        return year is >= 2000 and <= 2100 ? year : null;
    }
}
