using System.Text;
using System.Text.Json.Nodes;
using LuolongBudgetExtract.Cli;

namespace LuolongBudgetExtract.Tests.Harvest;

/// <summary>From a source to its files, on pages as portals have them.</summary>
public sealed class DiscoveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_in_gbk_articles_relative_and_escaped_and_redirecting_links_all_lead_to_their_files()
    {
        await using var bench = await HarvestBench.OpenAsync();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        bench.Portal
            .Html("/zwgk/list_1.html", "<meta charset=gb2312><a href='./art/1.html'>信访局部门预算</a><a href='../x.html'>其他</a>", "gbk", "text/html")
            .Html("/zwgk/list_2.html", "<base href='/other/'><a href='down?name=预算公开'>附件</a> <a href='/zwgk/old.xls'>表</a>", "gbk", "text/html")
            .Html("/zwgk/list_3.html", "<a href='./art/1.html'>信访局部门预算</a>")
            .Html("/zwgk/art/1.html", "<p><a href='../P0/2026年预算.pdf' title=x>附件1：预算</a> <a href='%E5%86%B3%E7%AE%97.pdf'>决算</a> <a href='javascript:void(0)'>打印</a> <a href='/go?id=7&f=a.pdf'>公示</a></p>")
            .File("/zwgk/P0/2026年预算.pdf", HarvestBench.Pdf("read 1"))
            .File("/zwgk/art/决算.pdf", HarvestBench.Pdf("read 2"))
            .File("/other/down?name=%D4%A4%CB%E3%B9%AB%BF%AA", HarvestBench.Pdf("read 3"))
            .On("/go?id=7&f=a.pdf", (context, _) =>
            {
                context.Response.StatusCode = 302;
                context.Response.Headers.Location = "/files/公示.pdf".Aggregate("", (s, c) => s + Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(c.ToString())));
                return Task.CompletedTask;
            })
            .File("/files/公示.pdf", HarvestBench.Pdf("read 4"), "application/octet-stream", "attachment; filename*=UTF-8''%E5%85%AC%E7%A4%BA.pdf");
        bench.Settings((_, source) =>
        {
            source["lists"] = new JsonArray(bench.Portal.Url("/zwgk/list_{page}.html"));
            source["articleLinks"] = "/art/\\d+\\.html$";
            source["fileLinks"] = "\\.(pdf|xls)([?#]|$)|附件";
        });
        var (code, output, error) = await bench.RunAsync();

        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("5 offered · 4 fetched", output, StringComparison.Ordinal);
        Assert.Equal("unhandled|", bench.State("/zwgk/old.xls"));
        Assert.Equal(
            [$"{bench.Portal.Url("/go?id=7&f=a.pdf")}|{bench.Portal.Url("/files/%E5%85%AC%E7%A4%BA.pdf")}|公示.pdf|{bench.Portal.Url("/zwgk/art/1.html")}|公示"],
            bench.Ledger("SELECT url, final_url, file_name, referrer, link_text FROM fetches WHERE url LIKE '%/go%'"));
        Assert.Equal(0, bench.Portal.Asked("/x.html"));
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Next_links_sitemaps_and_url_lists_and_folders_are_sources_too()
    {
        await using var bench = await HarvestBench.OpenAsync();
        bench.Portal
            .Html("/list", "<a href=a.pdf>a</a><a href='/list?p=2'>下一页</a>")
            .Html("/list?p=2", "<a href=b.pdf>b</a><a href='/list'>下一页</a>")
            .Html("/sitemap.xml", $"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{bench.Portal.Url("/s1.xml")}</loc></sitemap></sitemapindex>")
            .Html("/s1.xml", $"<urlset><url><loc>{bench.Portal.Url("/c.pdf")}</loc></url><url><loc>{bench.Portal.Url("/about.html")}</loc></url></urlset>")
            .File("/a.pdf", HarvestBench.Pdf("read 1")).File("/b.pdf", HarvestBench.Pdf("read 2")).File("/c.pdf", HarvestBench.Pdf("read 3")).File("/d", HarvestBench.Pdf("read 4"));
        Directory.CreateDirectory(Path.Combine(bench.Folder, "local"));
        await File.WriteAllBytesAsync(Path.Combine(bench.Folder, "local", "e.PDF"), HarvestBench.Pdf("read 5"), Stop);
        await File.WriteAllTextAsync(Path.Combine(bench.Folder, "urls.csv"), $"标题,网址\n\"预算,2026\",{bench.Portal.Url("/d")}\nx,ftp://example.org/x.pdf\n", Stop);
        bench.Settings((_, source) =>
        {
            source["sitemaps"] = new JsonArray(bench.Portal.Url("/sitemap.xml"));
            source["urlLists"] = new JsonArray("urls.csv");
            source["folders"] = new JsonArray("local");
        });
        var (code, output, error) = await bench.RunAsync();

        Assert.Equal(ExitCode.HarvestIncomplete, code); // the ftp line
        Assert.Contains("not_an_address: line 3", error, StringComparison.Ordinal);
        Assert.Contains("5 offered · 5 fetched", output, StringComparison.Ordinal);
        Assert.Equal(["预算,2026"], bench.Ledger("SELECT link_text FROM fetches WHERE url LIKE '%/d'"));
        Assert.Equal(["1|", $"2|{bench.Portal.Url("/b.pdf")}"], bench.Documents("pages, source_url").Where(d => d[0] is '1' or '2').Select(d => d[0] == '1' ? "1|" : d));
    }

    [Fact]
    public async Task A_list_that_repeats_another_is_still_read_to_its_end()
    {
        await using var bench = await HarvestBench.OpenAsync();
        bench.Portal.Html("/all/1.html", "<a href=/a.pdf>a</a>").Html("/budget/1.html", "<a href=/a.pdf>a</a>").Html("/budget/2.html", "<a href=/b.pdf>b</a>")
            .File("/a.pdf", HarvestBench.Pdf("read 1")).File("/b.pdf", HarvestBench.Pdf("read 2"));
        bench.Settings((_, source) => source["lists"] = new JsonArray(bench.Portal.Url("/all/{page}.html"), bench.Portal.Url("/budget/{page}.html")));
        Assert.Equal(ExitCode.Success, (await bench.RunAsync()).Code);
        Assert.Equal(["1", "2"], bench.Documents("pages"));
    }

    [Fact]
    public async Task A_list_without_files_is_told_and_no_success()
    {
        await using var bench = await HarvestBench.OpenAsync();
        bench.Portal.Html("/list", "<div id=app></div><script src=app.js></script>");
        bench.Settings();
        var (code, _, error) = await bench.RunAsync();
        Assert.Equal(ExitCode.HarvestIncomplete, code);
        Assert.Contains("nothing_found", error, StringComparison.Ordinal);
        Assert.Contains("nothing_found", (await bench.RunAsync("status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_whose_source_was_renamed_goes_on_under_the_new_name()
    {
        await using var bench = await HarvestBench.OpenAsync();
        bench.Portal.Html("/list", "<a href=/a.pdf>a</a>").File("/a.pdf", HarvestBench.Pdf("read 1"));
        bench.Settings();
        await bench.RunAsync();
        bench.Settings((_, source) => source["name"] = "renamed");
        Assert.Contains("1 unchanged", (await bench.RunAsync()).Output, StringComparison.Ordinal);
        Assert.Equal(["renamed"], bench.Ledger("SELECT source FROM addresses"));
    }

    [Fact]
    public async Task A_dry_run_reads_pages_and_writes_nothing()
    {
        await using var bench = await HarvestBench.OpenAsync();
        bench.Portal.Html("/list", "<a href=a.pdf>预算</a><a href=b.doc>b</a>").File("/a.pdf", HarvestBench.Pdf("read 1"));
        bench.Settings();
        var (code, output, _) = await bench.RunAsync("harvest", "--dry-run");
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains($"portal: new: {bench.Portal.Url("/a.pdf")} 预算", output, StringComparison.Ordinal);
        Assert.Contains($"portal: not handled: {bench.Portal.Url("/b.doc")} b", output, StringComparison.Ordinal);
        Assert.Equal(0, bench.Portal.Asked("/a.pdf"));
        Assert.False(Directory.Exists(bench.Output));
    }
}
