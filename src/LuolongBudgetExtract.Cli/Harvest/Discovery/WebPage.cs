using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using LuolongBudgetExtract.Cli.Harvest.Addresses;

namespace LuolongBudgetExtract.Cli.Harvest.Discovery;

/// <summary>The links of a page in reading order.</summary>
internal sealed record WebPage(Uri Address, ImmutableArray<(Uri Target, string Text)> Links)
{
    private static readonly Regex Charset = new(@"charset\s*=\s*[""']?([\w-]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <param name="declared">Charset of the Content-Type header; the page's own meta element is asked when there is none.</param>
    public static WebPage Parse(Uri address, byte[] html, string? declared)
    {
        declared ??= Charset.Match(Encoding.Latin1.GetString(html, 0, Math.Min(html.Length, 4096))) is { Success: true } meta ? meta.Groups[1].Value : null;
        var encoding = GuessedText.EncodingOf(html, declared);
        using var document = new HtmlParser().ParseDocument(encoding.GetString(html));
        var start = Addresses.Address.Resolve(address, document.QuerySelector("base[href]")?.GetAttribute("href"), encoding) ?? address;
        var links = from element in document.QuerySelectorAll("a[href], area[href], iframe[src], embed[src]")
                    let target = Addresses.Address.Resolve(start, element.GetAttribute("href") ?? element.GetAttribute("src"), encoding)
                    where target is not null
                    select (target, Clean(element.TextContent is { Length: > 0 } text ? text : element.GetAttribute("title") ?? ""));
        return new(address, [.. links]);
    }

    private static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
