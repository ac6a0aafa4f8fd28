using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Narrative;

namespace LuolongBudgetExtract.Tests.Narrative;

public sealed class ParagraphTests
{
    [Fact]
    public void A_sentence_goes_on_over_lines_and_pages_between_page_numbers_and_running_titles()
    {
        var page = new TextPage();
        for (int i = 0; i < 4; i++)
        {
            page.Line("某某局2026年度部门预算公开");
            if (i == 1) page.Line("三、支出预算情况说明", 2).Line("某某局2026年支出合计4075.34万元，其中：基本支出216", 2);
            if (i == 2) page.Line(".34万元，占5.31%；项目支出3859.00万元，占").Line("94.69%。");
            page.Line($"- {i + 1} -", 12, OutsideKind.Footer).NextPage();
        }
        var read = page.Read();

        Assert.Equal(["4075.34", "216.34", "3859.00"], read.Select(s => $"{s.Amount}"));
        Assert.Equal([2, 2, 3], read.Select(s => s.Page));
        Assert.Equal([1, 1], read.Skip(1).Select(s => Assert.Single(s.Sense.Of)));
        Assert.Equal("某某局2026年支出合计4075.34万元，其中：基本支出216.34万元，占5.31%；", read[1].Text);
        Assert.All(read, s => Assert.Equal("三、支出预算情况说明", s.Section));
    }

    [Fact]
    public void The_box_holds_the_part_of_the_sentence_that_stands_on_the_page_of_the_figure()
    {
        var read = new TextPage().Line("前文。某某局2026年支出合计4075.34万元。后文").Read();

        Assert.Equal((130, 350), (Assert.Single(read).Box.X0, read[0].Box.X1));
    }

    [Theory]
    [InlineData("（一）行政（事业）单位机构运转经费支出预算情况", "某某局2026年机构运转经费支出预算14.52万元，主要保障机构")]
    [InlineData("图1 2026年度本年收入比重图", "三、支出预算情况说明")]
    public void A_heading_is_no_part_of_the_text_beside_it(string heading, string next)
    {
        var read = new TextPage().Line(heading, 2).Line(next, 2).Line("正常运转及正常履职需要所需支出，包含公用经费、公务交通补贴、工会经费，支出合计14.52万元。").Read();

        Assert.DoesNotContain(read, s => s.Subject.Contains(heading, StringComparison.Ordinal));
        Assert.DoesNotContain(read, s => s.Section.Contains("图1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("单位价值50万元以上通用设备")]
    [InlineData("比上年提高2.3个百分点")]
    [InlineData("第3个项目")]
    [InlineData("2026年12月31日")]
    public void A_threshold_an_ordinal_and_a_date_are_no_figures(string text) => Assert.Empty(new TextPage().Line("一、情况说明").Line(text + "。").Read());

    [Fact]
    public void The_figures_of_another_unit_under_its_own_heading_are_not_those_of_the_department()
    {
        var read = new TextPage().Line("三、支出预算情况说明").Line("某某局支出合计100.00万元。").Line("（二）某某服务中心").Line("基本支出10.00万元。").Read();

        Assert.Equal([true, false], read.Select(s => s.Sense.Understood));
    }
}
