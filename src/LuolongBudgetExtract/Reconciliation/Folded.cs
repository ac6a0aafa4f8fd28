namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Printed names as the rules see them.</summary>
internal static class Folded
{
    /// <summary>Blanks and a closing colon removed, ASCII brackets and colons in full width.</summary>
    public static string Text(string? printed)
    {
        if (string.IsNullOrEmpty(printed)) return "";
        Span<char> buffer = printed.Length <= 256 ? stackalloc char[printed.Length] : new char[printed.Length];
        int length = 0;
        foreach (var c in printed)
            if (!char.IsWhiteSpace(c))
                buffer[length++] = c switch { '(' => '（', ')' => '）', ':' => '：', _ => c };
        if (length > 0 && buffer[length - 1] == '：') length--;
        return new string(buffer[..length]);
    }

    /// <summary>Rank of the numbering a name begins with: 1 for 一、 2 for （一） 3 for 1、 4 for （1）, 0 without (GB/T 9704).</summary>
    public static int Numbering(string folded)
    {
        int open = folded.Length > 0 && folded[0] == '（' ? 1 : 0;
        int at = open;
        while (at < folded.Length && "一二三四五六七八九十".Contains(folded[at])) at++;
        bool chinese = at > open;
        if (!chinese) while (at < folded.Length && char.IsAsciiDigit(folded[at])) at++;
        if (at == open || at == folded.Length) return 0;
        return open == 1 ? (folded[at] != '）' ? 0 : chinese ? 2 : 4)
            : folded[at] is not ('、' or '.' or '．') ? 0
            : chinese ? 1
            : at + 1 < folded.Length && char.IsAsciiDigit(folded[at + 1]) && !BeginsWithYear(folded.AsSpan(at + 1)) ? 0 : 3;
    }

    // 1.2025年高标准农田… is item 1, 1.25 is a number.
    private static bool BeginsWithYear(ReadOnlySpan<char> text) => text.Length > 4 && text[4] == '年' && text[..4].IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The name without its numbering.</summary>
    public static string Name(string folded)
    {
        int style = Numbering(folded);
        return style == 0 ? folded : folded[(folded.IndexOfAny(style is 2 or 4 ? ['）'] : ['、', '.', '．']) + 1)..];
    }
}
