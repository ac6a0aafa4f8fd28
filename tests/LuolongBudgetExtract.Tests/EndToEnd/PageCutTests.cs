namespace LuolongBudgetExtract.Tests.EndToEnd;

/// <summary>A spreadsheet printed over pages (北京, 绩效目标表): a merged cell is on both pages and clipped on each.</summary>
public sealed class PageCutTests
{
    private static readonly Extraction Document = RepositoryFiles.Extract("cells-cut-by-page-breaks.pdf");

    [Fact]
    public void An_amount_that_the_clip_hides_on_the_next_page_is_read_once() =>
        Assert.Equal([2, 2], Document.Tables.SelectMany(t => t.Amounts).Where(a => a.Value == 327.34m).Select(a => a.Page));

    [Fact]
    public void The_name_cut_by_the_page_break_is_whole_on_both_pages()
    {
        var rows = Document.Tables.SelectMany(t => t.Rows).Where(r => r.Dimensions.ProjectName?.Contains("网络平台升级", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(["北京市公共法律网络平台升级改造项目"], rows.Select(r => r.Dimensions.ProjectName).Distinct());
        Assert.Equal([2, 3], rows.Select(r => r.Page).Distinct());
    }

    [Fact]
    public void Numbers_that_touch_over_a_border_stay_two() =>
        Assert.Equal([107.000000m, 57.000000m, 50.000000m], Document.Tables.SelectMany(t => t.Amounts).Where(a => a.Path?.Contains("其他资金", StringComparison.Ordinal) == true).Select(a => a.Value));
}
