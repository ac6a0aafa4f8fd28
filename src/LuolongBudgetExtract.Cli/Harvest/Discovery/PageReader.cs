using LuolongBudgetExtract.Cli.Harvest.Addresses;
using LuolongBudgetExtract.Cli.Harvest.Fetching;

namespace LuolongBudgetExtract.Cli.Harvest.Discovery;

/// <summary>Reads the small things that lead to files: pages, sitemaps, lists.</summary>
internal sealed class PageReader(PoliteClient client, int megabytes, TimeProvider time)
{
    /// <exception cref="FetchException">Nothing came.</exception>
    public async Task<(Uri From, byte[] Content, string? Charset)> ReadAsync(Uri address, Settings.Politeness politeness, CancellationToken stop)
    {
        var question = new Question<(byte[], string?)>(_ => { }, async (response, token) =>
        {
            var content = await Bodies.ReadAsync(Bodies.Succeeded(response, time), megabytes << 20, cut: false, token);
            return (content, response.Content.Headers.ContentType?.CharSet);
        });
        var ((body, charset), from) = await client.AskAsync(address, politeness, question, stop);
        return (from, body, charset);
    }

    /// <exception cref="FetchException">Nothing came, or a page that asks for a password.</exception>
    public async Task<WebPage> PageAsync(Uri address, Settings.Politeness politeness, CancellationToken stop)
    {
        var (from, content, charset) = await ReadAsync(address, politeness, stop);
        if (FileKinds.Of(content) == FileKind.LoginPage && content.AsSpan().IndexOf("<a "u8) < 0)
            throw new FetchException("login_page", "the server answers with a page that asks for a password");
        return WebPage.Parse(from, content, charset);
    }
}
