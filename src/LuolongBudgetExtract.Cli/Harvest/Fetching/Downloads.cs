using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using LuolongBudgetExtract.Cli.Harvest.Addresses;
using LuolongBudgetExtract.Cli.Harvest.Files;
using LuolongBudgetExtract.Cli.Settings;

namespace LuolongBudgetExtract.Cli.Harvest.Fetching;

/// <summary>What the last fetch of an address told, for a conditional request.</summary>
internal sealed record Validators(string? Etag, string? LastModified);

/// <summary>A file that came whole.</summary>
/// <param name="Headers">Those that tell about the file; none that could hold a secret.</param>
internal sealed record Download(
    string Sha256, FileKind Kind, long Bytes, int Status, string FinalUrl, string? FileName, Validators Validators, ImmutableSortedDictionary<string, string> Headers);

/// <summary>Fetches files: conditional requests, resumption with Range and If-Range, recognition by the bytes.</summary>
internal sealed class Downloads(PoliteClient client, FileStore store, HarvestLimits limits, TimeProvider time)
{
    private static readonly ImmutableArray<string> KeptHeaders =
        ["Content-Type", "Content-Length", "Content-Disposition", "Content-Range", "ETag", "Last-Modified", "Date", "Server"];

    /// <summary>Null when the file has not changed since <paramref name="known"/>.</summary>
    /// <exception cref="FetchException">Nothing usable came.</exception>
    public async Task<Download?> FetchAsync(Uri address, Settings.Politeness politeness, Validators? known, CancellationToken stop)
    {
        var partial = new PartialFile(store.PartialOf(address.AbsoluteUri));
        string? cutOnce = null;
        var question = new Question<Download?>(
            request => Prepare(request, partial, known),
            async (response, token) =>
            {
                if (response.StatusCode == HttpStatusCode.NotModified && known is not null) return null;
                await TakeAsync(response, partial, token);
                var kind = Recognised(partial);
                if (kind == FileKind.Pdf && partial.LooksCut && cutOnce != partial.Sha256)
                {
                    // The same bytes a second time are what the publisher has; then the pipeline judges them.
                    cutOnce = partial.Sha256;
                    partial.Delete();
                    throw new FetchException("cut", "the PDF has no end", transient: true, (int)response.StatusCode);
                }

                var bytes = partial.Length;
                var sha256 = store.Adopt(partial.Complete(), ExtensionOf(kind));
                return Described(response, sha256, kind, bytes);
            });
        var (download, from) = await client.AskAsync(address, politeness, question, stop);
        return download is null ? null : download with { FinalUrl = from.AbsoluteUri };
    }

    public static string ExtensionOf(FileKind kind) => kind == FileKind.Zip ? "zip" : "pdf";

    private static void Prepare(HttpRequestMessage request, PartialFile partial, Validators? known)
    {
        request.Headers.AcceptEncoding.Add(new("identity")); // Ranges count the bytes of what is sent.
        if (partial.Validator is { } validator && partial.Length > 0)
        {
            request.Headers.Range = new RangeHeaderValue(partial.Length, null);
            request.Headers.TryAddWithoutValidation("If-Range", validator);
        }
        else if (known is not null)
        {
            if (known.Etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known.Etag);
            if (known.LastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", known.LastModified);
        }
    }

    private async Task TakeAsync(HttpResponseMessage response, PartialFile partial, CancellationToken stop)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            partial.Delete();
            throw new FetchException("range", "the file is no longer what was begun", transient: true, status);
        }

        var content = Bodies.Succeeded(response, time).Content.Headers;
        var resumed = response.StatusCode == HttpStatusCode.PartialContent && content.ContentRange?.From == partial.Length && partial.Length > 0;
        // Some caches send the range of a newer file although If-Range names the older one.
        if (resumed && new[] { Text(response, "ETag"), Text(response, "Last-Modified") } is var now && now.Any(v => v is not null) && !now.Contains(partial.Validator)) resumed = false;
        if (!resumed && response.StatusCode != HttpStatusCode.OK)
        {
            partial.Delete();
            throw new FetchException("range", $"status {status} with a part that was not asked for", transient: true, status);
        }

        if (!resumed) partial.Begin(Text(response, "ETag") is { } tag && !tag.StartsWith("W/", StringComparison.Ordinal) ? tag : Text(response, "Last-Modified"));
        await using (var stream = partial.Append())
            await Bodies.CopyAsync(response, stream, ((long)limits.FileMegabytes << 20) - partial.Length, cut: false, stop);
        if (resumed && content.ContentRange!.Length is { } whole && whole != partial.Length)
        {
            partial.Delete();
            throw new FetchException("range", "the parts do not make the whole", transient: true, status);
        }
    }

    private static FileKind Recognised(PartialFile partial)
    {
        var kind = FileKinds.Of(partial.Head());
        if (kind is FileKind.Pdf or FileKind.Zip) return kind;
        var empty = partial.Length == 0;
        partial.Delete();
        throw kind switch
        {
            FileKind.LoginPage => new FetchException("login_page", "the server answers with a page that asks for a password"),
            FileKind.WebPage => new FetchException("web_page", "the server answers with a web page instead of the file"),
            FileKind.Unhandled => new FetchException("unhandled", "an Office document or an archive that is not opened"),
            _ when empty => new FetchException("empty", "no bytes came", transient: true),
            _ => new FetchException("unknown_content", "neither a PDF nor a ZIP archive"),
        };
    }

    private static Download Described(HttpResponseMessage response, string sha256, FileKind kind, long bytes)
    {
        var headers = KeptHeaders.Select(name => (name, Value: Text(response, name))).Where(h => h.Value is not null)
            .ToImmutableSortedDictionary(h => h.name, h => GuessedText.OfLatin1(h.Value!), StringComparer.Ordinal);
        return new(sha256, kind, bytes, (int)response.StatusCode, "", DispositionName.Of(Text(response, "Content-Disposition")),
            new(Text(response, "ETag"), Text(response, "Last-Modified")), headers);
    }

    private static string? Text(HttpResponseMessage response, string header) =>
        response.Headers.NonValidated.TryGetValues(header, out var values) || response.Content.Headers.NonValidated.TryGetValues(header, out values)
            ? string.Join(", ", values) : null;
}
