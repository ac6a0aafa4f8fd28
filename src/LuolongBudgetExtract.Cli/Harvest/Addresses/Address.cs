using System.Text;
using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Cli.Harvest.Addresses;

/// <summary>Addresses as pages write them, made absolute and one of a kind.</summary>
internal static partial class Address
{
    /// <summary>What an <c>href</c> or a <c>Location</c> means on a page; null when it leads to nothing that can be fetched.</summary>
    /// <param name="encoding">Of the page: browsers write Chinese in a path as UTF-8, in a query in the page's encoding.</param>
    public static Uri? Resolve(Uri page, string? href, Encoding encoding)
    {
        var text = href?.Trim().Replace('\\', '/');
        if (string.IsNullOrEmpty(text) || text.StartsWith('#')) return null;
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        if (fragment >= 0) text = text[..fragment];
        var query = text.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0) text = text[..query] + Escaped(text[query..], encoding);
        return Uri.TryCreate(page, text, out var address) && address.Scheme is "http" or "https" ? new Uri(address.AbsoluteUri) : null;
    }

    /// <summary>An address for logs and the dataset: without password, and without the values of parameters that look like secrets.</summary>
    public static string Shown(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return url;
        var text = address.UserInfo.Length == 0 ? url : url.Replace(address.UserInfo + "@", "", StringComparison.Ordinal);
        return Secrets().Replace(text, "$1***");
    }

    private static string Escaped(string text, Encoding encoding)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii) escaped.Append(rune == new Rune(' ') ? "%20" : rune.ToString());
            else foreach (var b in encoding.GetBytes(rune.ToString())) escaped.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"((?:[?&;])(?:[^=&;]*(?:token|secret|passw|pwd|key|sign|session|auth|ticket)[^=&;]*)=)[^&;#]*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Secrets();
}
