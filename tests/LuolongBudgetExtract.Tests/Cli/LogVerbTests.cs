using System.Text.Json;
using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Cli.Verbs;
using LuolongBudgetExtract.Dataset;

namespace LuolongBudgetExtract.Tests.Cli;

/// <summary>The verbs that read the log of a run, on the founding document.</summary>
public sealed class LogVerbTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("luolong-log-").FullName;

    public void Dispose() => Directory.Delete(_output, recursive: true);

    private async Task<Extraction> Publish()
    {
        var document = RepositoryFiles.Extract("luolong-2023-calc.pdf");
        await DatasetPublisher.PublishAsync(_output, [new DocumentRef(document.DocumentId, document.Facts.FiscalYear, () => document)], new RunFacts("test", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
        return document;
    }

    private static async Task<(ExitCode Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await LuolongCommand.RunAsync(args, Composition.Product, Workbench.Worker, output, error, TestContext.Current.CancellationToken);
        return ((ExitCode)code, output.ToString(), error.ToString());
    }

    [Fact]
    public async Task Reconcile_names_causes_in_order_of_money_and_counts_every_amount_once()
    {
        var document = await Publish();
        var (code, text, _) = await Run("reconcile", _output);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("450,000 元", text, StringComparison.Ordinal);

        var line = Assert.Single((await Run("reconcile", _output, "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var said = JsonDocument.Parse(line).RootElement;
        Assert.Equal(document.Tables.Sum(t => t.Amounts.Count()), said.GetProperty("proven").GetInt32() + said.GetProperty("unchecked").GetInt32() + said.GetProperty("contradicted").GetInt32());
        var errors = said.GetProperty("causes").EnumerateArray().Where(c => c.GetProperty("severity").GetString() == "error").ToList();
        Assert.Equal(450_000m, errors[0].GetProperty("money").GetDecimal());
        Assert.Equal(14, errors[0].GetProperty("checks").GetInt32());
    }

    [Fact]
    public async Task Explain_shows_the_figures_where_they_stand_and_what_the_same_cause_explains()
    {
        var document = await Publish();
        var check = document.Checks.First(c => c.CauseId == "k1");
        var (code, text, _) = await Run("explain", $"{document.DocumentId[..12]}/c{check.Number}", _output);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains(check.MessageZh, text, StringComparison.Ordinal);
        Assert.All(check.Operands, o => Assert.Contains($"p.{o.Page}", text, StringComparison.Ordinal));
        Assert.Contains("the same cause:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_or_a_log_that_is_not_there_is_a_usage_error()
    {
        await Publish();
        Assert.Equal(ExitCode.Usage, (await Run("explain", "nobody/c1", _output)).Code);
        var (code, _, error) = await Run("reconcile", Path.Combine(_output, "nowhere"));
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("no log of a run", error, StringComparison.Ordinal);
    }
}
