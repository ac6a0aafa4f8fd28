using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Cli.Harvest.Fetching;
using LuolongBudgetExtract.Cli.Settings;

namespace LuolongBudgetExtract.Cli.Harvest.Discovery;

/// <summary>Finds the files of one source: list pages with paging and the articles behind them, sitemaps, URL lists, folders.
/// A page that fails costs what it alone leads to, and is named.</summary>
internal sealed class Finder(SourceSettings source, PageReader reader, string settingsFolder)
{
    private readonly Regex _next = Expression(source.NextLink);
    private readonly Regex _files = Expression(source.FileLinks);
    private readonly Regex? _articles = source.ArticleLinks.Length == 0 ? null : Expression(source.ArticleLinks);
    private readonly Dictionary<Uri, FoundLink> _found = [];
    private readonly List<(string, string)> _failures = [];
    private readonly HashSet<Uri> _read = [];

    public async Task<Discovered> FindAsync(CancellationToken stop)
    {
        foreach (var list in source.Lists) await ListAsync(list, stop);
        foreach (var sitemap in source.Sitemaps) await SitemapAsync(new Uri(sitemap), depth: 0, stop);
        foreach (var list in source.UrlLists) await UrlListAsync(list, stop);
        foreach (var link in source.Folders.SelectMany(folder => LocalFolder.Files(Path.Combine(settingsFolder, folder), Fail))) Add(link);
        return new([.. _found.Values], [.. _failures]);
    }

    private async Task ListAsync(string list, CancellationToken stop)
    {
        var numbered = list.Contains("{page}", StringComparison.Ordinal);
        var named = new HashSet<Uri>(); // By this list: another one may have named them before.
        Uri? address = Numbered(source.FirstPage);
        for (var page = 0; page < source.Pages && address is not null && _read.Add(address); page++)
        {
            // Behind the last page portals have nothing, or show the last one again.
            var read = await PageAsync(address, goneIsEnd: numbered && page > 0, stop);
            if (read is null) return;
            var before = named.Count;
            await TakeAsync(read, named, stop);
            if (named.Count == 0) Fail(address.AbsoluteUri, "nothing_found: the list names no file and no article; has the portal changed, or does a script fill it?");
            address = !numbered ? read.Links.FirstOrDefault(l => _next.IsMatch(l.Text)).Target
                : named.Count == before ? null : Numbered(source.FirstPage + page + 1);
        }

        Uri Numbered(int page) => new(list.Replace("{page}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    /// <summary>The files that a page names, and those of the articles that it leads to.</summary>
    private async Task TakeAsync(WebPage page, HashSet<Uri> named, CancellationToken stop)
    {
        foreach (var (target, text) in page.Links)
        {
            var isFile = _files.IsMatch(Readable(target)) || _files.IsMatch(text);
            if (!isFile && _articles?.IsMatch(Readable(target)) != true) continue;
            named.Add(target);
            if (isFile) Add(new(target, page.Address.AbsoluteUri, text));
            else if (_read.Add(target)) await ArticleAsync(target, stop);
        }
    }

    private async Task ArticleAsync(Uri address, CancellationToken stop)
    {
        if (await PageAsync(address, goneIsEnd: false, stop) is not { } article) return;
        foreach (var (target, text) in article.Links.Where(l => _files.IsMatch(Readable(l.Target)) || _files.IsMatch(l.Text)))
            Add(new(target, article.Address.AbsoluteUri, text));
    }

    private async Task SitemapAsync(Uri address, int depth, CancellationToken stop)
    {
        const int Deepest = 3; // An index of indexes is already more than the protocol knows.
        if (depth > Deepest || !_read.Add(address)) return;
        var places = await TryAsync(address, async () => Sitemap.Parse((await reader.ReadAsync(address, source.Politeness, stop)).Content));
        foreach (var (place, isSitemap) in places ?? [])
        {
            if (isSitemap) await SitemapAsync(place, depth + 1, stop);
            else if (_files.IsMatch(Readable(place))) Add(new(place, address.AbsoluteUri, null));
            else if (_articles?.IsMatch(Readable(place)) == true && _read.Add(place)) await ArticleAsync(place, stop);
        }
    }

    private async Task UrlListAsync(string list, CancellationToken stop)
    {
        var online = list.Contains("://", StringComparison.Ordinal);
        var path = Path.Combine(settingsFolder, list);
        var place = online ? new Uri(list) : new Uri(Path.GetFullPath(path));
        var links = await TryAsync(place, async () =>
            UrlList.Parse(online ? (await reader.ReadAsync(place, source.Politeness, stop)).Content : await File.ReadAllBytesAsync(path, stop), list));
        foreach (var (link, wrong) in links ?? [])
        {
            if (link is not null) Add(link);
            else Fail(list, wrong!);
        }
    }

    private async Task<WebPage?> PageAsync(Uri address, bool goneIsEnd, CancellationToken stop)
    {
        try
        {
            return await reader.PageAsync(address, source.Politeness, stop);
        }
        catch (FetchException e) when (e.Code == "gone" && goneIsEnd)
        {
            return null;
        }
        catch (FetchException e)
        {
            Fail(address.AbsoluteUri, e.Message);
            return null;
        }
    }

    private async Task<T?> TryAsync<T>(Uri address, Func<Task<T>> read) where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is FetchException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Fail(address.AbsoluteUri, e.Message);
            return null;
        }
    }

    private void Add(FoundLink link) => _found.TryAdd(link.Address, link);

    private void Fail(string url, string reason) => _failures.Add((url, reason));

    // Patterns are written with Chinese, not with its escapes.
    private static string Readable(Uri address) => Uri.UnescapeDataString(address.AbsoluteUri);

    private static Regex Expression(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
