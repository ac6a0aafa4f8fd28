using System.Text.Json.Nodes;
using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Cli.Harvest.Politeness;

namespace LuolongBudgetExtract.Tests.Harvest;

/// <summary>We are guests.</summary>
public sealed class PolitenessTests
{
    private static async Task<HarvestBench> WithFilesAsync(int files, Action<JsonObject, JsonObject>? change = null)
    {
        var bench = await HarvestBench.OpenAsync();
        bench.Portal.Html("/list", string.Concat(Enumerable.Range(1, files).Select(i => $"<a href=/{i}.pdf>{i}</a>")));
        for (var i = 1; i <= files; i++) bench.Portal.File($"/{i}.pdf", HarvestBench.Pdf($"read {i}"));
        bench.Settings(change);
        return bench;
    }

    [Fact]
    public async Task One_request_at_a_time_with_the_pause_between_also_when_two_sources_share_the_host()
    {
        await using var bench = await WithFilesAsync(6, (harvest, source) =>
        {
            var second = source.DeepClone().AsObject();
            second["name"] = "second";
            second["politeness"]!["secondsBetweenRequests"] = 5;
            harvest["sources"]!.AsArray().Add(second);
        });
        var (code, output, _) = await bench.RunAsync();
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("12 offered · 6 fetched", output, StringComparison.Ordinal);
        Assert.Equal(1, bench.Portal.MostAtOnce);
        var visits = bench.Portal.Visits;
        Assert.Equal(1, bench.Portal.Asked("/robots.txt"));
        Assert.All(visits.Skip(2).Zip(visits.Skip(3)), pair => Assert.InRange((pair.Second.At - pair.First.Done).TotalSeconds, 4.9, 4000));
        Assert.All(visits, v => Assert.StartsWith("luolong/", v.Headers["User-Agent"], StringComparison.Ordinal));
        Assert.All(visits, v => Assert.Contains("(+mailto:data@example.org)", v.Headers["User-Agent"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slow_server_is_left_more_room()
    {
        await using var bench = await WithFilesAsync(3, (_, source) => source["politeness"]!["latencyFactor"] = 4);
        bench.Portal.On("/2.pdf", async (context, _) =>
        {
            await Task.Delay(200); // 40 s of the harvest's time
            await Portal.SendAsync(context, HarvestBench.Pdf("read 2"));
        });
        await bench.RunAsync();
        var visits = bench.Portal.Visits;
        var after = visits.SkipWhile(v => v.Path != "/2.pdf").ToList();
        Assert.InRange((after[1].At - after[0].Done).TotalSeconds, 4 * 40 / 4 - 1, 4000);
    }

    [Fact]
    public async Task Robots_txt_is_obeyed_for_pages_files_and_crawl_delay()
    {
        await using var bench = await WithFilesAsync(3);
        bench.Portal.Html("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: luolong\nDisallow: /2\nCrawl-delay: 30\n", header: "text/plain");
        await bench.RunAsync();
        Assert.Equal("fetched|", bench.State("/1.pdf"));
        Assert.Equal("refused|robots", bench.State("/2.pdf"));
        Assert.Equal(0, bench.Portal.Asked("/2.pdf"));
        var visits = bench.Portal.Visits;
        Assert.All(visits.Skip(1).Zip(visits.Skip(2)), pair => Assert.InRange((pair.Second.At - pair.First.Done).TotalSeconds, 29.9, 4000));
    }

    [Fact]
    public async Task A_robots_txt_that_cannot_be_had_forbids_everything()
    {
        await using var bench = await WithFilesAsync(1);
        bench.Portal.On("/robots.txt", (context, _) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        Assert.Equal(ExitCode.HarvestIncomplete, (await bench.RunAsync()).Code);
        Assert.Equal(0, bench.Portal.Asked("/list"));
    }

    [Fact]
    public async Task A_host_that_keeps_failing_is_left_alone()
    {
        await using var bench = await WithFilesAsync(12, (_, source) =>
        {
            source["politeness"]!["attempts"] = 2;
            source["politeness"]!["breakAfterFailures"] = 3;
            source["politeness"]!["breakSeconds"] = 60;
        });
        bench.Portal.On("/1.pdf", Broken);
        for (var i = 1; i <= 12; i++) bench.Portal.On($"/{i}.pdf", Broken);
        Assert.Equal(ExitCode.HarvestIncomplete, (await bench.RunAsync()).Code);
        var asked = Enumerable.Range(1, 12).Sum(i => bench.Portal.Asked($"/{i}.pdf"));
        Assert.InRange(asked, 3, 12); // not 24
        Assert.Equal("failed|host_resting", bench.State("/9.pdf"));

        static Task Broken(Microsoft.AspNetCore.Http.HttpContext context, int number)
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task The_night_has_a_budget_and_the_next_night_goes_on()
    {
        await using var bench = await WithFilesAsync(4, (harvest, _) => harvest["requestsPerNight"] = 4);
        Assert.Equal(ExitCode.HarvestIncomplete, (await bench.RunAsync()).Code);
        Assert.Equal(["2"], bench.Ledger("SELECT count(*) FROM fetches"));
        await bench.RunAsync();
        Assert.Equal(["4"], bench.Ledger("SELECT count(*) FROM fetches"));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/x", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?v=1", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: luolong/1.0\nDisallow: /", "/a", false)]
    [InlineData("User-agent: luolong\nDisallow: /a\nUser-agent: *\nDisallow: /\nUser-agent: luolong\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: luolong\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /预算/", "/%E9%A2%84%E7%AE%97/1.pdf", false)]
    public void Robots_rules_are_read_as_the_standard_says(string text, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(text, "luolong").Allows(new Uri("http://example.org" + path)));
}
