using LuolongBudgetExtract.Reconciliation;

namespace LuolongBudgetExtract.Tests.EndToEnd;

/// <summary>What the log says of published documents, each finding seen on the page by a person.</summary>
public sealed class FindingsTests
{
    private static List<Check> Errors(string file) =>
        [.. RepositoryFiles.Extract(file).Checks.Where(c => c is { Outcome: CheckOutcome.Inconsistent, Severity: Severity.Error })];

    [Theory]
    [InlineData("luolong-2023-calc.pdf")]
    [InlineData("luolong-2023-chromium.pdf")]
    [InlineData("luolong-2023-writer.pdf")]
    public void The_lottery_money_of_the_founding_document_is_one_finding_over_six_forms_however_it_is_typeset(string file)
    {
        var errors = Errors(file);
        var lottery = errors.Where(c => c.Kind == "cross_table").ToList();
        Assert.Equal(14, lottery.Count);
        Assert.Single(lottery.Select(c => c.CauseId).Distinct());
        Assert.All(lottery, c => Assert.Equal(45m, Math.Abs(c.Difference!.Value)));
        // 03 and 01 book it under 208, 09 under 229, 04 as carried over.
        Assert.Contains(lottery, c => c.Where.Contains("2080208", StringComparison.Ordinal));
        Assert.Contains(lottery, c => c.Where.Contains("2296002", StringComparison.Ordinal));
        var project = Assert.Single(errors, c => c.Kind == "project_match");
        Assert.Contains("2022年省级福利彩票公益金", project.MessageZh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shanghai-2026-amounts-in-yuan-codes-in-three-columns.pdf")]
    [InlineData("jiangsu-2018-three-panels-merged-stubs.pdf")]
    [InlineData("petition-bureau-2024-final-account.pdf")]
    [InlineData("chongqing-2026-boxhead-repeated-on-every-page.pdf")]
    public void Documents_that_agree_with_themselves_have_no_error_and_are_proven_between_their_forms(string file)
    {
        var checks = RepositoryFiles.Extract(file).Checks;
        Assert.Empty(Errors(file));
        Assert.True(checks.Count(c => c is { Kind: "cross_table", Outcome: CheckOutcome.Exact }) >= 15, $"{checks.Count(c => c is { Kind: "cross_table", Outcome: CheckOutcome.Exact })} identities between forms");
    }
}
