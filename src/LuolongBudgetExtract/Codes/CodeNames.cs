namespace LuolongBudgetExtract.Codes;

/// <summary>Compares printed names with those of the lists.</summary>
public static class CodeNames
{
    /// <summary>True when the names differ only in brackets, spaces, look-alike characters or what places add to or leave off a name
    /// (其他…支出 for 其他…, 一般公共服务 for 一般公共服务支出, 医疗卫生支出(类)).</summary>
    public static bool Same(string a, string b) => Key(a) == Key(b);

    /// <summary>Signs of a footnote behind a name (公路水路运输★).</summary>
    private static readonly char[] Marks = ['★', '☆', '*', '※', '▲', '△'];

    /// <summary>The comparison key of a name; two names are the same when their keys are equal.</summary>
    public static string Key(string name)
    {
        var key = FoldedText.Of(name).TrimEnd(Marks).Replace("、", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        foreach (var level in (ReadOnlySpan<string>)["(类)", "(款)", "(项)"])
        {
            key = key.Replace(level, "", StringComparison.Ordinal);
        }

        key = key.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        return key.Length > 2 && key.EndsWith("支出", StringComparison.Ordinal) ? key[..^2] : key;
    }
}
