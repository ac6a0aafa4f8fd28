using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Tests.Headers;

/// <summary>A project's cell beside its indicators, cut by a page break. Columns: project 0–60, indicator 60–160.</summary>
public sealed class PageBreaksTests
{
    private static Cell Project(string text, int rows, int page, bool openTop = false, bool openBottom = false) =>
        new(0, 0, rows, 1, text, text, page, new Box(0, 0, 60, 100), new Box(1, 40, 59, 60), 1, openTop, openBottom);

    private static List<BodyRow> Rows(Cell project, int page, params string[] indicators) =>
        [.. indicators.Select((text, i) => new BodyRow(page, i * 20, i * 20 + 20,
            [project, new Cell(i, 1, 1, 1, text, text, page, new Box(60, i * 20, 160, i * 20 + 20), new Box(61, i * 20, 90, i * 20 + 10), 1)], [i == 0, true]))];

    private static IEnumerable<string> Names(Cell upper, Cell lower)
    {
        var rows = Rows(upper, 1, "产出指标", "效益指标");
        PageBreaks.Append(rows, Rows(lower, 2, "满意度指标", "成本指标"));
        return rows.Select(r => r.Cells[0].Text);
    }

    [Fact]
    public void A_name_cut_by_the_page_break_is_whole_on_both_pages() => Assert.Equal(
        Enumerable.Repeat("北京市公共法律网络平台升级改造项目", 4),
        Names(Project("北京市公共法律网络", 2, 1, openBottom: true), Project("平台升级改造项目", 2, 2, openTop: true)));

    [Fact]
    public void A_closed_cell_is_a_project_of_its_own() => Assert.Equal(
        ["法律援助", "法律援助", "律师培训", "律师培训"], Names(Project("法律援助", 2, 1, openBottom: true), Project("律师培训", 2, 2)));

    [Fact]
    public void A_name_printed_again_on_the_next_page_is_not_doubled() => Assert.Equal(
        Enumerable.Repeat("年度绩效指标", 4), Names(Project("年度绩效指标", 2, 1, openBottom: true), Project("年度绩效指标", 2, 2, openTop: true)));
}
