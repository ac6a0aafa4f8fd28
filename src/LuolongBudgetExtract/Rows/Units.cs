using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Rows;

/// <summary>Money units named inside a table: 项目金额（万元）, 部门预算总额（元）.</summary>
internal static partial class Units
{
    /// <summary>The unit in brackets in a text, or null.</summary>
    public static string? InBrackets(string text)
    {
        if (!text.Contains('元')) return null;
        var match = Bracketed().Match(text);
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"[（(\[［](?:单位[:：])?\s*(?:人民币)?(百万元|万元|亿元|千元|元)[）)\]］]")]
    private static partial Regex Bracketed();
}
