using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Cli.Harvest.Fetching;
using Microsoft.AspNetCore.Http;

namespace LuolongBudgetExtract.Tests.Harvest;

/// <summary>What servers do to a download.</summary>
public sealed class FetchingTests
{
    private static async Task<HarvestBench> ServingAsync(Func<HttpContext, int, Task> answer, Action<JsonObject, JsonObject>? change = null, double speed = 200)
    {
        var bench = await HarvestBench.OpenAsync(speed);
        bench.Portal.Html("/list", "<a href=/a.pdf>a</a>").On("/a.pdf", answer);
        bench.Settings(change);
        return bench;
    }

    private static Task Status(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Retry_after_is_waited_for()
    {
        await using var bench = await ServingAsync((context, n) => n == 1 ? Status(context, 429, "120") : Portal.SendAsync(context, HarvestBench.Pdf("read 1")));
        Assert.Equal(ExitCode.Success, (await bench.RunAsync()).Code);
        var visits = bench.Portal.Visits.Where(v => v.Path == "/a.pdf").ToList();
        Assert.InRange((visits[1].At - visits[0].Done).TotalSeconds, 119, 4000);
    }

    [Fact]
    public async Task A_retry_after_beyond_the_limit_puts_the_address_off()
    {
        await using var bench = await ServingAsync((context, _) => Status(context, 503, "100000"));
        Assert.Equal(ExitCode.HarvestIncomplete, (await bench.RunAsync()).Code);
        Assert.Equal("failed|server", bench.State("/a.pdf"));
        await bench.RunAsync();
        Assert.Equal(1, bench.Portal.Asked("/a.pdf"));
        Assert.Contains("not before 2026-03-03T", (await bench.RunAsync("status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_burst_of_503_is_waited_out_with_growing_pauses()
    {
        await using var bench = await ServingAsync(
            (context, n) => n <= 3 ? Status(context, 503) : Portal.SendAsync(context, HarvestBench.Pdf("read 1")),
            (_, source) => source["politeness"]!["backoffSeconds"] = 60);
        Assert.Equal(ExitCode.Success, (await bench.RunAsync()).Code);
        Assert.Equal(4, bench.Portal.Asked("/a.pdf"));
        Assert.Equal(["503|server: status 503", "503|server: status 503", "503|server: status 503", "200|"],
            bench.Ledger("SELECT status, reason FROM attempts WHERE url LIKE '%a.pdf'"));
    }

    [Fact]
    public async Task A_download_that_is_reset_goes_on_where_it_stopped()
    {
        var pdf = HarvestBench.Pdf("read 1", 600_000);
        await using var bench = await ServingAsync(async (context, n) =>
        {
            if (n > 1)
            {
                await Portal.SendAsync(context, pdf);
                return;
            }

            context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf))[..16]}\"";
            context.Response.ContentLength = pdf.Length;
            await context.Response.Body.WriteAsync(pdf.AsMemory(0, 300_000));
            await context.Response.Body.FlushAsync();
            await Task.Delay(100);
            context.Abort();
        });
        Assert.Equal(ExitCode.Success, (await bench.RunAsync()).Code);
        var second = bench.Portal.Visits.Last(v => v.Path == "/a.pdf");
        Assert.Equal(206, second.Status);
        Assert.NotEqual("bytes=0-", second.Headers["Range"]);
        Assert.Equal([$"{pdf.Length}"], bench.Ledger("SELECT bytes FROM files"));
        Assert.Equal(pdf, await File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(bench.Output, "files"), "*.pdf", SearchOption.AllDirectories).Single(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_server_that_drips_costs_only_its_time()
    {
        await using var bench = await ServingAsync(
            async (context, _) =>
            {
                for (var i = 0; i < 400 && !context.RequestAborted.IsCancellationRequested; i++)
                {
                    await context.Response.Body.WriteAsync("%PDF-"u8.ToArray());
                    await context.Response.Body.FlushAsync();
                    await Task.Delay(10);
                }
            },
            (_, source) =>
            {
                source["politeness"]!["secondsPerAttempt"] = 60;
                source["politeness"]!["attempts"] = 2;
            });
        Assert.Equal(ExitCode.HarvestIncomplete, (await bench.RunAsync()).Code);
        Assert.Equal("failed|timeout", bench.State("/a.pdf"));
        Assert.Equal(2, bench.Portal.Asked("/a.pdf"));
    }

    [Fact]
    public async Task A_pdf_without_an_end_is_asked_for_again_and_taken_when_it_is_really_like_that()
    {
        var (cut, whole) = ("%PDF- read 1 "u8.ToArray(), HarvestBench.Pdf("read 1"));
        await using var passing = await ServingAsync((context, n) => Portal.SendAsync(context, n == 1 ? cut : whole));
        await passing.RunAsync();
        Assert.Equal([$"{whole.Length}"], passing.Ledger("SELECT bytes FROM files"));
        await using var lasting = await ServingAsync((context, _) => Portal.SendAsync(context, cut));
        Assert.Equal(ExitCode.Success, (await lasting.RunAsync()).Code);
        Assert.Equal([$"{cut.Length}"], lasting.Ledger("SELECT bytes FROM files"));
        Assert.Equal(2, lasting.Portal.Asked("/a.pdf"));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><p>页面不存在", "failed|web_page")]
    [InlineData("\n<html><form><input type=\"password\">", "failed|login_page")]
    [InlineData("GIF89a", "refused|unknown_content")]
    [InlineData("Rar!\u001a", "unhandled|unhandled")]
    [InlineData("", "failed|empty")]
    public async Task What_is_no_pdf_is_named_for_what_it_is(string content, string state)
    {
        await using var bench = await ServingAsync((context, _) => Portal.SendAsync(context, Encoding.UTF8.GetBytes(content), "application/pdf"));
        await bench.RunAsync();
        Assert.Equal(state, bench.State("/a.pdf"));
        Assert.False(Directory.Exists(Path.Combine(bench.Output, "dataset")));
    }

    [Fact]
    public async Task A_pdf_is_a_pdf_whatever_the_content_type_says()
    {
        await using var bench = await ServingAsync((context, _) => Portal.SendAsync(context, HarvestBench.Pdf("read 1"), "text/html"));
        await bench.RunAsync();
        Assert.Equal("fetched|", bench.State("/a.pdf"));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_left()
    {
        await using var bench = await ServingAsync(async (context, _) =>
        {
            for (var i = 0; i < 40 && !context.RequestAborted.IsCancellationRequested; i++) await context.Response.Body.WriteAsync(new byte[1 << 17]);
        }, (harvest, _) => harvest["limits"] = new JsonObject { ["fileMegabytes"] = 1 });
        await bench.RunAsync();
        Assert.Equal("refused|too_large", bench.State("/a.pdf"));
    }

    [Theory]
    [InlineData("/a.pdf", "failed|redirects")]
    [InlineData("http://localhost:9/secret.pdf", "refused|private_address")]
    [InlineData("http://169.254.169.254/latest", "refused|private_address")]
    [InlineData("http://[::ffff:10.0.0.1]/x.pdf", "refused|private_address")]
    [InlineData("file:///etc/passwd", "refused|scheme")]
    [InlineData("ftp://example.org/a.pdf", "refused|scheme")]
    public async Task A_redirect_is_checked_like_any_address(string location, string state)
    {
        await using var bench = await ServingAsync((context, _) =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        }, (_, source) => source["politeness"]!["secondsBetweenRequests"] = 0);
        await bench.RunAsync();
        Assert.Equal(state, bench.State("/a.pdf"));
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:192.168.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2001:4860:4860::8888", true)]
    public void Only_public_addresses_are_public(string address, bool isPublic) => Assert.Equal(isPublic, NetworkGuard.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_points_inside_is_refused_when_the_connection_is_made()
    {
        var guard = new NetworkGuard([], (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34"), IPAddress.Loopback]));
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { ConnectCallback = guard.ConnectAsync });
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://rebinding.example/");
        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request, TestContext.Current.CancellationToken));
        Assert.Equal("private_address", Assert.IsType<FetchException>(thrown.InnerException).Code);
    }
}
