using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Cli.Verbs;

namespace LuolongBudgetExtract.Tests.Cli;

/// <summary>The tool for one's own eyes, on real files.</summary>
public sealed class InspectTests
{
    private static async Task<(ExitCode Code, string Output, string Error)> Inspect(string file, int page)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await LuolongCommand.RunAsync(["inspect", RepositoryFiles.Fixture(file), "--page", $"{page}"], Composition.Product, Workbench.Worker, output, error, TestContext.Current.CancellationToken);
        return ((ExitCode)code, output.ToString(), error.ToString());
    }

    [Fact]
    public async Task A_page_is_drawn_with_its_cells_boxhead_and_rulings()
    {
        var (code, svg, _) = await Inspect("luolong-2023-calc.pdf", 12);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("class=\"head\"", svg, StringComparison.Ordinal);
        Assert.Contains("class=\"ruling\"", svg, StringComparison.Ordinal);
        Assert.Contains("预算03表", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"lost\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_with_its_cause()
    {
        var (code, _, error) = await Inspect("asks-for-user-password.pdf", 1);
        Assert.Equal(ExitCode.DocumentsRejected, code);
        Assert.Contains("password: the file asks for a user password", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_refused_with_what_is()
    {
        var (code, _, error) = await Inspect("luolong-2023-calc.pdf", 99);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("pages 1 to 29", error, StringComparison.Ordinal);
    }
}
