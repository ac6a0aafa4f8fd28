using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Cli.Store;

namespace LuolongBudgetExtract.Tests.Harvest;

/// <summary>Nights in a row: nothing lost, nothing doubled, nothing touched that did not change.</summary>
public sealed class NightTests
{
    [Fact]
    public async Task A_second_night_without_news_changes_no_file_and_asks_conditionally()
    {
        await using var bench = await HarvestBench.OpenAsync();
        bench.Portal.Html("/list", "<a href=a.pdf>a</a><a href=b.pdf>b</a><a href=copy.pdf>a again</a>")
            .File("/a.pdf", HarvestBench.Pdf("read 1")).File("/copy.pdf", HarvestBench.Pdf("read 1")).File("/b.pdf", HarvestBench.Pdf("read 2"));
        bench.Settings();
        await bench.RunAsync();
        Assert.Equal([$"{bench.Portal.Url("/a.pdf")}|current||", $"{bench.Portal.Url("/b.pdf")}|current||"], bench.Documents("source_url, source_status, source_status_reason, replaced_by"));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(bench.Output, "files"), "*.pdf", SearchOption.AllDirectories).Length);

        var before = bench.Published();
        var (code, output, _) = await bench.RunAsync();
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("0 fetched · 3 unchanged", output, StringComparison.Ordinal);
        Assert.Contains("nothing changed", output, StringComparison.Ordinal);
        Assert.Equal(before, bench.Published());
        Assert.Equal(["200", "304"], bench.Ledger("SELECT status FROM attempts WHERE url LIKE '%/a.pdf'"));
    }

    [Fact]
    public async Task A_replaced_file_stays_and_the_dataset_says_which_is_current_until_it_is_withdrawn()
    {
        await using var bench = await HarvestBench.OpenAsync();
        var version = HarvestBench.Pdf("read 1");
        bench.Portal.Html("/list", "<a href=a.pdf>a</a>").On("/a.pdf", async (context, _) =>
        {
            if (version.Length == 0) context.Response.StatusCode = 404;
            else await Portal.SendAsync(context, version);
        });
        bench.Settings();
        await bench.RunAsync();
        version = HarvestBench.Pdf("read 2");
        await bench.RunAsync();
        var second = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(version));
        Assert.Equal([$"1|replaced|the address gives another file since 2026-03-02|{second}", "2|current||"], bench.Documents("pages, source_status, split_part(source_status_reason, 'T', 1), replaced_by"));
        version = [];
        Assert.Equal(ExitCode.Success, (await bench.RunAsync()).Code);
        Assert.Equal(["1|replaced", "2|withdrawn"], bench.Documents("pages, source_status"));
        version = HarvestBench.Pdf("read 1");
        await bench.RunAsync();
        Assert.Equal(["1|current", "2|replaced"], bench.Documents("pages, source_status"));
        Assert.Contains("1 current · 1 replaced", (await bench.RunAsync("status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_gives_its_pdfs_whatever_its_names_and_nothing_else()
    {
        await using var bench = await HarvestBench.OpenAsync();
        bench.Portal.Html("/list", "<a href=all.zip>全部</a>").File("/all.zip", Archive(), "application/zip");
        bench.Settings();
        Assert.Equal(ExitCode.Success, (await bench.RunAsync()).Code);
        Assert.Equal(
            ["../../etc/逃.pdf|", "目录/2026年预算.pdf|", "bomb.pdf|archive_limit", "inner.zip|nested_archive", "old.xls|unhandled", "page.pdf|not_a_pdf"],
            bench.Ledger("SELECT name, coalesce(substr(reason, 1, instr(reason, ':') - 1), '') FROM members ORDER BY position"));
        Assert.Equal(["1", "2"], bench.Documents("pages"));
        Assert.Contains($"{bench.Portal.Url("/all.zip")}#..%2F..%2Fetc%2F%E9%80%83.pdf", bench.Documents("source_url"));
        Assert.All(Directory.GetFiles(bench.Output, "*", SearchOption.AllDirectories), f => Assert.DoesNotContain("etc", Path.GetRelativePath(bench.Output, f), StringComparison.Ordinal));
        Assert.Contains("old.xls: unhandled", (await bench.RunAsync("status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_harvest_says_so_and_leaves()
    {
        await using var bench = await HarvestBench.OpenAsync();
        bench.Settings();
        using (OutputLock.Take(bench.Output))
        {
            var (code, _, error) = await bench.RunAsync();
            Assert.Equal(ExitCode.OutputLocked, code);
            Assert.Contains("Another luolong run", error, StringComparison.Ordinal);
        }

        Assert.Empty(bench.Portal.Visits);
    }

    [Fact]
    public async Task The_scheduler_harvests_when_a_source_is_due_and_waits_again_until_it_is_stopped()
    {
        await using var bench = await HarvestBench.OpenAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bench.Portal.Html("/list", "<a href=a.pdf>a</a>").File("/a.pdf", HarvestBench.Pdf("read 1"));
        bench.Settings((_, source) => source["schedule"] = "1 10 * * *"); // 02:01 in UTC: a minute after the clock starts
        var running = bench.RunUntilAsync("schedule", [], stop.Token);
        while (!File.Exists(Path.Combine(bench.Output, "run.json")) && !running.IsCompleted) await Task.Delay(20, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        var (code, _, error) = await running;
        Assert.Equal(ExitCode.Stopped, code);
        Assert.StartsWith("next: 2026-03-02 10:01 +08:00", error, StringComparison.Ordinal);
        Assert.Equal(["1"], bench.Documents("pages"));
    }

    [Fact]
    public async Task Secrets_in_addresses_stay_out_of_logs_and_dataset()
    {
        await using var bench = await HarvestBench.OpenAsync();
        bench.Portal.Html("/list", "<a href='/a.pdf?access_token=hunter2&id=3'>a</a><a href='/b.pdf?sign=hunter2'>b</a>").File("/a.pdf?access_token=hunter2&id=3", HarvestBench.Pdf("read 1"));
        bench.Settings();
        var (_, output, error) = await bench.RunAsync();
        var status = (await bench.RunAsync("status")).Output;
        Assert.DoesNotContain("hunter2", output + error + status + (await bench.RunAsync("harvest", "--dry-run")).Output, StringComparison.Ordinal);
        Assert.Equal([bench.Portal.Url("/a.pdf?access_token=***&id=3")], bench.Documents("source_url"));
    }

    [Fact]
    public async Task Status_tells_where_documents_contradict_their_source_and_what_comes_again()
    {
        await using var bench = await HarvestBench.OpenAsync();
        bench.Portal.Html("/list", "<a href=a.pdf>a</a><a href=b.pdf>b</a><a href=c.docx>c</a>").File("/a.pdf", HarvestBench.Pdf("read 1")).File("/b.pdf", "<html>"u8.ToArray());
        bench.Settings((_, source) =>
        {
            source["kind"] = "final_account";
            source["year"] = 2023;
        });
        await bench.RunAsync();
        var status = (await bench.RunAsync("status")).Output;
        Assert.Contains("kind budget, the source says final_account", status, StringComparison.Ordinal);
        Assert.DoesNotContain("fiscal year", status, StringComparison.Ordinal);
        Assert.Contains($"failed, tried again (1)\n  {bench.Portal.Url("/b.pdf")}: web_page", status, StringComparison.Ordinal);
        Assert.Contains($"not handled (1)\n  {bench.Portal.Url("/c.docx")}", status, StringComparison.Ordinal);
    }

    private static byte[] Archive()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding("gbk")))
        {
            Put("../../etc/逃.pdf", HarvestBench.Pdf("read 1"));
            Put("目录/2026年预算.pdf", HarvestBench.Pdf("read 2"));
            Put("bomb.pdf", [.. "%PDF-"u8, .. new byte[30 << 20]]);
            Put("inner.zip", "PK\u0003\u0004"u8.ToArray());
            Put("old.xls", [1]);
            Put("page.pdf", "<html>"u8.ToArray());
            void Put(string name, byte[] content)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }
}
