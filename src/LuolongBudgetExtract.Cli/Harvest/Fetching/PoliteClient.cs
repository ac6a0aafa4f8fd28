using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LuolongBudgetExtract.Cli.Harvest.Addresses;
using LuolongBudgetExtract.Cli.Harvest.Politeness;
using LuolongBudgetExtract.Cli.Settings;

namespace LuolongBudgetExtract.Cli.Harvest.Fetching;

/// <summary>What to ask, and what to make of an answer that is no redirect. Both run once an attempt.</summary>
internal sealed record Question<T>(Action<HttpRequestMessage> Prepare, Func<HttpResponseMessage, CancellationToken, Task<T>> Read);

/// <summary>The only way to the network: by a named agent, as robots.txt allows, one request a host at a time, through checked connections and
/// checked redirects. No proxy: it would resolve names unchecked. Cookies live for the night, because portals redirect in a circle without.</summary>
internal sealed class PoliteClient : IDisposable
{
    public const string Product = "luolong";
    private const int RobotsBytes = 512 << 10; // RFC 9309 asks for 500 KiB at least.

    private readonly ConcurrentDictionary<string, Lazy<HostLane>> _lanes = new();
    private readonly HttpMessageInvoker _http;
    private readonly HarvestSettings _settings;
    private readonly TimeProvider _time;
    private readonly Random _chance;
    private readonly NightBudget _budget;
    private readonly Action<Attempt> _tell;

    public PoliteClient(HarvestSettings settings, NetworkGuard guard, TimeProvider time, Random chance, NightBudget budget, Action<Attempt> tell)
    {
        (_settings, _time, _chance, _budget, _tell) = (settings, time, chance, budget, tell);
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = guard.ConnectAsync,
            MaxConnectionsPerServer = 1,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // Names are resolved anew now and then.
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            UseProxy = false,
            CookieContainer = new(),
        });
    }

    /// <summary>Asks an address, following redirects; each hop is checked as the first address was.</summary>
    /// <returns>What the answer was read as, and the address that gave it.</returns>
    /// <exception cref="FetchException">It gave nothing.</exception>
    public async Task<(T Result, Uri From)> AskAsync<T>(Uri address, Settings.Politeness politeness, Question<T> question, CancellationToken stop)
    {
        for (var hop = 0; hop <= _settings.Limits.Redirects; hop++)
        {
            var lane = Lane(address, politeness);
            var robots = await lane.RobotsAsync(() => RobotsAsync(address, politeness, stop), stop);
            if (robots == RobotsRules.DisallowAll) throw new FetchException("robots_unreadable", "the host fails to give its robots.txt, which may forbid anything");
            if (!robots.Allows(address)) throw new FetchException("robots", "robots.txt of the host forbids the address");
            var (redirect, result) = await ExchangeAsync(address, lane, question, stop);
            if (redirect is null) return (result!, address);
            address = redirect;
        }

        throw new FetchException("redirects", $"more than {_settings.Limits.Redirects} redirects");
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (var lane in _lanes.Values) lane.Value.Dispose();
    }

    private HostLane Lane(Uri address, Settings.Politeness politeness)
    {
        var lane = _lanes.GetOrAdd(address.Authority, _ => new(() => new(politeness, _time, _chance))).Value;
        lane.AtLeast(politeness.SecondsBetweenRequests);
        return lane;
    }

    private async Task<RobotsRules> RobotsAsync(Uri address, Settings.Politeness politeness, CancellationToken stop)
    {
        var question = new Question<RobotsRules>(_ => { }, async (response, token) =>
            (int)response.StatusCode is >= 400 and < 500 and not 429 ? RobotsRules.AllowAll
            : RobotsRules.Parse(GuessedText.Of(await Bodies.ReadAsync(Bodies.Succeeded(response, _time), RobotsBytes, cut: true, token)), Product));
        var place = new Uri(address, "/robots.txt");
        try
        {
            for (var hop = 0; hop <= _settings.Limits.Redirects; hop++)
            {
                var (redirect, rules) = await ExchangeAsync(place, Lane(place, politeness), question, stop);
                if (redirect is null) return rules!;
                place = redirect;
            }

            return RobotsRules.AllowAll; // RFC 9309, 2.3.1.2: too many redirects count as no robots.txt.
        }
        catch (FetchException e) when (e.Code is not (NightBudget.SpentCode or "private_address" or "scheme"))
        {
            return RobotsRules.DisallowAll;
        }
    }

    private async Task<(Uri? Redirect, T? Result)> ExchangeAsync<T>(Uri address, HostLane lane, Question<T> question, CancellationToken stop)
    {
        if (address.Scheme is not ("http" or "https")) throw new FetchException("scheme", $"{address.Scheme} is neither http nor https");
        return await lane.RunAsync(async (learn, token) =>
        {
            _budget.Spend();
            var (at, started) = (_time.GetUtcNow(), _time.GetTimestamp());
            int? status = null;
            string? reason = "interrupted: a time-out or a stop";
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.UserAgent.Add(new ProductInfoHeaderValue(Product, Pipeline.Version));
                request.Headers.UserAgent.Add(new ProductInfoHeaderValue($"(+{_settings.Contact.Replace('(', ' ').Replace(')', ' ')})"));
                question.Prepare(request);
                using var response = await _http.SendAsync(request, token);
                status = (int)response.StatusCode;
                learn(_time.GetElapsedTime(started));
                var next = Redirect(address, response);
                (Uri?, T?) answer = next is null ? (null, await question.Read(response, token)) : (next, default);
                reason = null;
                return answer;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                var known = e.InnerException as FetchException ?? new FetchException("connection", Innermost(e), transient: true, status, inner: e);
                reason = known.Message;
                throw known;
            }
            catch (FetchException e)
            {
                reason = e.Message;
                throw;
            }
            finally
            {
                _tell(new(address.AbsoluteUri, at, status, reason, _time.GetElapsedTime(started)));
            }
        }, stop);
    }

    private static Uri? Redirect(Uri address, HttpResponseMessage response)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)) return null;
        var location = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.FirstOrDefault() : null;
        if (location is null) throw new FetchException("redirects", "a redirect without a place to go", status: (int)response.StatusCode);
        return Uri.TryCreate(address, GuessedText.OfLatin1(location), out var next) ? next
            : throw new FetchException("redirects", "a redirect to something that is no address", status: (int)response.StatusCode);
    }

    private static string Innermost(Exception e)
    {
        while (e.InnerException is not null) e = e.InnerException;
        return e.Message;
    }
}
