using System.Text;
using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Cli.Inputs;

/// <summary>
/// A path with wildcards: <c>*</c> and <c>?</c> within one name, <c>**</c> over any number of folders. Letter case is
/// ignored, so that <c>*.pdf</c> finds <c>A.PDF</c>.
/// </summary>
/// <param name="Root">The folders before the first wildcard; empty for none.</param>
internal sealed record GlobPattern(string Root, Regex Match)
{
    public static bool IsGlob(string argument) => argument.AsSpan().ContainsAny('*', '?');

    public static GlobPattern Parse(string argument)
    {
        var pattern = argument.Replace('\\', '/');
        if (pattern.EndsWith("**", StringComparison.Ordinal)) pattern += "/*.pdf";
        var wildcard = pattern.AsSpan().IndexOfAny('*', '?');
        var cut = pattern.LastIndexOf('/', wildcard);
        var root = cut < 0 ? "" : pattern[..(cut + 1)];
        return new(root, new Regex($"^{Translate(pattern[root.Length..])}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
    }

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern.AsSpan(i).StartsWith("**/"))
            {
                regex.Append("(.*/)?");
                i += 2;
            }
            else if (pattern[i] == '*') regex.Append("[^/]*");
            else if (pattern[i] == '?') regex.Append("[^/]");
            else regex.Append(Regex.Escape(pattern[i].ToString()));
        }

        return regex.ToString();
    }
}
