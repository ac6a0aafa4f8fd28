using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using LuolongBudgetExtract.Cli;
using Microsoft.AspNetCore.Http;

namespace LuolongBudgetExtract.Tests.Harvest;

/// <summary>A portal with 36 documents on five pages and every bad habit at once, over two nights: what it offers against what arrived.</summary>
public sealed class RealisticNightsTests(ITestOutputHelper output)
{
    private const int Plain = 32;

    [Fact]
    public async Task Whatever_the_portal_does_nothing_is_lost_and_nothing_doubled()
    {
        await using var bench = await HarvestBench.OpenAsync(speed: 1000);
        Offer(bench.Portal);
        bench.Settings((_, source) =>
        {
            source["lists"] = new JsonArray(bench.Portal.Url("/list_{page}.html"));
            source["firstPage"] = 0;
            source["recheckHours"] = 24;
            source["politeness"]!["secondsPerAttempt"] = 20000;
            source["politeness"]!["secondsPerFile"] = 80000;
        });
        var first = await bench.RunAsync();
        Assert.Equal(ExitCode.HarvestIncomplete, first.Code); // the two error pages
        var second = await bench.RunAsync();
        Assert.Equal(ExitCode.Success, second.Code);

        // read N names the document: each of them in the dataset, each once.
        var arrived = bench.Documents("pages").Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(1, Plain + 4), arrived);
        Assert.Equal(["unhandled"], bench.Ledger("SELECT DISTINCT state FROM addresses WHERE url LIKE '%.doc' OR url LIKE '%.rar'"));

        var visits = bench.Portal.Visits;
        var pauses = visits.Zip(visits.Skip(1)).Select(p => (p.Second.At - p.First.Done).TotalSeconds).ToList();
        Assert.DoesNotContain(pauses, p => p < 1.9);
        Assert.Equal(1, bench.Portal.MostAtOnce);
        var forFiles = visits.Count(v => v.Path.StartsWith("/f/", StringComparison.Ordinal));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Plain + 2} addresses offer {Plain + 4} documents: {arrived.Count} arrived, lost 0, doubled 0; {forFiles} requests for files ({forFiles / (Plain + 2.0):0.00} a file), {visits.Length} in all; shortest pause {pauses.Min():0.00} s of 2 s, at most {bench.Portal.MostAtOnce} request at once"));
    }

    private static void Offer(Portal portal)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        for (var page = 0; page < 5; page++)
        {
            var links = Enumerable.Range(1, Plain).Where(i => i % 5 == page).Select(i => $"<li><a href='/f/{i}.pdf'>单位{i}预算</a> <a href='f/{i}.doc'>Word</a></li>");
            portal.Html($"/list_{page}.html", $"<meta charset=gbk><ul>{string.Concat(links)}</ul><a href=/f/all.zip>打包</a><a href=/f/copy.pdf>1</a><a href=/x.rar>x</a>", page % 2 == 0 ? "gbk" : "utf-8");
        }

        for (var i = 1; i <= Plain; i++) portal.On($"/f/{i}.pdf", Habit(i, HarvestBench.Pdf($"read {i}", 20_000)));
        portal.File("/f/copy.pdf", HarvestBench.Pdf("read 1", 20_000)).File("/f/all.zip", Archive(), "application/octet-stream");
    }

    /// <summary>One in two behaves; the others have one habit each.</summary>
    private static Func<HttpContext, int, Task> Habit(int document, byte[] pdf) => async (context, n) =>
    {
        var response = context.Response;
        switch (document % 16)
        {
            case 1 when n == 1:
                response.StatusCode = 429;
                response.Headers.RetryAfter = "30";
                break;
            case 3 when n <= 2:
                response.StatusCode = 503;
                break;
            case 5 when n == 1:
                response.ContentLength = pdf.Length;
                await response.Body.WriteAsync(pdf.AsMemory(0, 9_000));
                context.Abort();
                break;
            case 7 when n == 1:
                await Portal.SendAsync(context, pdf[..^5]); // cut, and nobody says so
                break;
            case 9:
                await Portal.SendAsync(context, pdf, "text/html; charset=gbk", "attachment; filename=\"\u00d4\u00a4\u00cb\u00e3.pdf\"");
                break;
            case 11 when n == 1:
                await Portal.SendAsync(context, "<html><title>系统繁忙</title>"u8.ToArray());
                break;
            case 13 when !context.Request.Query.ContainsKey("t"):
                response.StatusCode = 302;
                response.Headers.Location = $"/f/{document}.pdf";
                response.Cookies.Append("seen", "1");
                if (context.Request.Cookies.ContainsKey("seen")) goto default;
                break;
            default:
                response.StatusCode = 200;
                response.Headers.Remove("Location");
                await Portal.SendAsync(context, pdf);
                break;
        }
    };

    private static byte[] Archive()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding("gbk")))
        {
            for (var i = Plain + 1; i <= Plain + 4; i++)
            {
                using var entry = zip.CreateEntry($"预算/{i}.pdf").Open();
                entry.Write(HarvestBench.Pdf($"read {i}"));
            }
        }

        return memory.ToArray();
    }
}
