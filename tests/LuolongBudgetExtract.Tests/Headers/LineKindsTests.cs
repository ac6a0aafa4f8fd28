using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Tests.Headers;

public sealed class LineKindsTests
{
    [Theory]
    [InlineData("预算03表")]
    [InlineData("预算 03 表")]
    [InlineData("公开01表")]
    [InlineData("公开表一")]
    [InlineData("公开表12")]
    [InlineData("部门公开表3")]
    [InlineData("财决公开05表")]
    [InlineData("附表2")]
    [InlineData("表十一")]
    [InlineData("表14-18")]
    [InlineData("附件1-2")]
    public void Form_labels_of_all_places_are_labels(string text)
    {
        Assert.True(LineKinds.IsLabel(text));
        Assert.False(LineKinds.IsTitle(text));
    }

    [Theory]
    [InlineData("2023年部门支出预算表")]
    [InlineData("一般公共预算支出表（按功能分类）")]
    [InlineData("收支总表（预算表1）")]
    [InlineData("一般公共预算基本支出表--人员经费(工资福利支出)(按政府预算经济分类)")]
    public void Titles_are_titles(string text) => Assert.True(LineKinds.IsTitle(text));

    [Theory]
    [InlineData("本表反映部门本年度总收入、总支出和年末结转结余情况。")]
    [InlineData("注：本表无数据，故为空表")]
    public void Sentences_and_remarks_are_no_titles(string text) => Assert.False(LineKinds.IsTitle(text));

    [Theory]
    [InlineData("单位：万元", "万元")]
    [InlineData("金额单位:元", "元")]
    [InlineData("部门：某局 单位：亿元", "亿元")]
    [InlineData("单位：人民币千元", "千元")]
    [InlineData("部门（单位）名称：某局", null)]
    [InlineData("编制单位：元氏县财政局", null)]
    public void The_money_unit_is_read_where_it_is_named(string text, string? unit) => Assert.Equal(unit, LineKinds.Unit(text));

    [Theory]
    [InlineData("单位：辆、台（套）", true)]
    [InlineData("单位：个", true)]
    [InlineData("单位：万元", false)]
    [InlineData("单位：人民法院", false)]
    [InlineData("单位：个旧市财政局", false)]
    public void A_unit_of_things_is_no_organisation_and_no_money(string text, bool things) => Assert.Equal(things, LineKinds.IsUnitOfThings(text));

    [Theory]
    [InlineData("部门名称：洛龙区社区治理和服务创新办公室", "洛龙区社区治理和服务创新办公室")]
    [InlineData("编制部门:[313]某局", "[313]某局")]
    [InlineData("单位：万元", null)]
    [InlineData("部门预算情况", null)]
    public void The_department_is_what_stands_after_its_word(string text, string? department) => Assert.Equal(department, LineKinds.Department(text));

    [Theory]
    [InlineData("预算03表 支出总表", "预算03表", "支出总表")]
    [InlineData("收支总表（预算表1）", "预算表1", "收支总表")]
    [InlineData("表1：收支总表", "表1", "收支总表")]
    public void A_label_glued_to_a_title_is_cut_off(string text, string label, string title) =>
        Assert.Equal((label, title), LineKinds.SplitLabel(text));

    [Theory]
    [InlineData("- 15 -", true)]
    [InlineData("—12—", true)]
    [InlineData("第 3 页 共 29 页", true)]
    [InlineData("4075.34", false)]
    [InlineData("2023年", false)]
    public void Page_numbers_come_in_several_dresses(string text, bool expected) => Assert.Equal(expected, LineKinds.IsPageNumber(text));

    [Theory]
    [InlineData("2026年省对下国有资本经营预算", "转移支付分项目分地区情况表", true)]
    [InlineData("1-5 2026年某州州本级一般公共预算政府预算经济分类", "表（基本支出）", true)]
    [InlineData("某市财政局2026年部门预算", "收支总表", false)]
    [InlineData("一般公共预算", "2026年支出表", false)]
    public void A_dated_line_begins_the_title_below_it(string upper, string lower, bool begins) => Assert.Equal(begins, LineKinds.BeginsTitle(upper, lower));

    [Theory]
    [InlineData("全市2026年一般公共预算收入预算草案", true)]
    [InlineData("关于2026年预算草案", false)]
    [InlineData("市人大批准了2026年收支预算草案。", false)]
    public void A_draft_is_a_title_without_the_word_table(string text, bool title) => Assert.Equal(title, LineKinds.IsDraftTitle(text));

    [Theory]
    [InlineData("2026年部门支出总体情况表（单位：万元）", "2026年部门支出总体情况表")]
    [InlineData("2026年部门支出总表 金额单位:元", "2026年部门支出总表")]
    [InlineData("支出表（按单位）", "支出表（按单位）")]
    public void A_unit_of_money_behind_a_title_is_cut_off(string text, string rest) => Assert.Equal(rest, LineKinds.WithoutUnit(text));

    [Theory]
    [InlineData("一般公共预算机关运行经费", true)]
    [InlineData("2026年“三公”经费支出情况", true)]
    [InlineData("部门预算支出总体情况", true)]
    [InlineData("三、一般公共预算支出情况", false)]
    [InlineData("某市财政局2026年部门预算", false)]
    [InlineData("一般公共预算支出12.00万元", false)]
    public void A_title_may_go_without_the_word_table(string text, bool title) => Assert.Equal(title, LineKinds.IsPlainTitle(text));
}
