using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LuolongBudgetExtract.Tests.Harvest;

/// <summary>One request as the portal saw it.</summary>
/// <param name="At">By the harvest's own clock.</param>
/// <param name="Done">When the last bytes were handed over.</param>
internal sealed record Visit(string Path, TimeSpan At, TimeSpan Done, int Status, IReadOnlyDictionary<string, string> Headers);

/// <summary>A disclosure portal on loopback that misbehaves as real ones do. What a path answers is a function of the request and of how many times it was asked.</summary>
internal sealed class Portal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly QuickTime _time;
    private readonly ConcurrentDictionary<string, Func<HttpContext, int, Task>> _answers = new();
    private readonly ConcurrentDictionary<string, int> _asked = new();
    private readonly ConcurrentQueue<Visit> _visits = new();

    private Portal(WebApplication app, QuickTime time) => (_app, _time) = (app, time);

    public string Authority { get; private set; } = "";

    public ImmutableArray<Visit> Visits => [.. _visits];

    /// <summary>Requests that were answered at the same time at most.</summary>
    public int MostAtOnce => _visits.Max(v => _visits.Count(o => o.At <= v.At && v.At < o.Done || ReferenceEquals(o, v)));

    public static async Task<Portal> StartAsync(QuickTime time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0);
            k.AddServerHeader = false;
            k.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
        });
        var app = builder.Build();
        var portal = new Portal(app, time);
        app.Run(portal.AnswerAsync);
        await app.StartAsync();
        portal.Authority = new Uri(app.Urls.Single()).Authority;
        return portal;
    }

    public string Url(string path) => $"http://{Authority}{path}";

    /// <param name="answer">Takes the request and its number, from 1.</param>
    public Portal On(string path, Func<HttpContext, int, Task> answer)
    {
        _answers[path] = answer;
        return this;
    }

    public Portal Html(string path, string html, string charset = "utf-8", string? header = null) => On(path, async (context, _) =>
    {
        context.Response.ContentType = header ?? $"text/html; charset={charset}";
        await context.Response.Body.WriteAsync(System.Text.Encoding.GetEncoding(charset).GetBytes(html));
    });

    /// <summary>A well-behaved file: ETag, conditional requests, ranges.</summary>
    public Portal File(string path, byte[] content, string type = "application/pdf", string? disposition = null) =>
        On(path, (context, _) => SendAsync(context, content, type, disposition));

    public static async Task SendAsync(HttpContext context, byte[] content, string type = "application/pdf", string? disposition = null)
    {
        var tag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))[..16]}\"";
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = tag;
        response.ContentType = type;
        if (disposition is not null) response.Headers.ContentDisposition = disposition;
        if (request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = 304;
            return;
        }

        var from = 0;
        if (request.Headers.Range.ToString() is { Length: > 0 } range && request.Headers["If-Range"] == tag)
        {
            from = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
            response.StatusCode = 206;
            response.Headers.ContentRange = $"bytes {from}-{content.Length - 1}/{content.Length}";
        }

        response.ContentLength = content.Length - from;
        await response.Body.WriteAsync(content.AsMemory(from));
    }

    public int Asked(string path) => _asked.GetValueOrDefault(path);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Path.ToUriComponent()) + context.Request.QueryString;
        var number = _asked.AddOrUpdate(path, 1, (_, n) => n + 1);
        var at = _time.Elapsed;
        var body = new StampedBody(context.Response.Body, _time);
        context.Response.Body = body;
        try
        {
            if (_answers.TryGetValue(path, out var answer)) await answer(context, number);
            else context.Response.StatusCode = 404;
        }
        finally
        {
            _visits.Enqueue(new(path, at, _time.GetElapsedTime(0, body.LastWrite ?? _time.GetTimestamp()), context.Response.StatusCode,
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        }
    }
}
