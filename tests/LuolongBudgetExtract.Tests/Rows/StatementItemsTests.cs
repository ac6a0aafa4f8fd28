using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Rows that say whose money it is or what for, where the column says only 预算数.</summary>
public sealed class StatementItemsTests
{
    private static string[] Meanings(TypedTable table) =>
        [.. table.Rows.SelectMany(r => r.Amounts.Select(a => $"{r.Label} {a.Meaning?.Measure ?? table.Columns[a.Column].Measure} {a.Meaning?.Fund ?? table.Columns[a.Column].Fund} {(a.Meaning is { } m ? m.Period : table.Columns[a.Column].Period)}"))];

    [Fact]
    public void Sources_of_a_summary_name_their_fund_and_functions_none()
    {
        var table = WrittenTable.Read("部门收支总表", "收入|<|支出|<", "项目|预算数|项目|预算数",
            "一、一般公共预算拨款收入|9.00|一、教育支出|5.00", "二、事业收入|2.00|二、债务还本支出|4.00", "三、上年结转|1.00|结转下年|3.00", "收入总计|12.00|支出总计|12.00");

        Assert.Equal(
            ["一、一般公共预算拨款收入 total general_public_budget current", "一、教育支出 total  current", "二、事业收入 total unit_own.business current", "二、债务还本支出 total  current",
             "三、上年结转 total  carried_over", "结转下年 total  next_year", "收入总计 total  all", "支出总计 total  all"],
            Meanings(table));
    }

    [Fact]
    public void Kinds_of_expenditure_in_rows_are_their_measure()
    {
        var table = WrittenTable.Read("部门支出总体情况表", "项目|预算数", "一、基本支出|5.00", "工资福利支出|3.00", "商品和服务支出|2.00", "二、项目支出|4.00", "支出合计|9.00");

        Assert.Equal(
            ["一、基本支出 basic  current", "工资福利支出 basic.personnel.wages  current", "商品和服务支出 basic.public.goods_services  current", "二、项目支出 project  current", "支出合计 total  current"],
            Meanings(table));
    }

    [Fact]
    public void Totals_below_carried_over_money_hold_it_unless_columns_tell_it_apart()
    {
        var below = WrittenTable.Read("财政拨款收支总表", "收入|<|支出|<", "项目|预算数|项目|预算数", "一、本年收入|9.00|一、本年支出|10.00", "二、上年结转|1.00||", "收入合计|10.00|支出合计|10.00");
        var apart = WrittenTable.Read("财政拨款收支总表", "收入|<|<|支出|<|<", "项目|编制预算|上年结转|项目|编制预算|上年结转",
            "一、本年收入|9.00||一、本年支出|9.00|1.00", "二、上年结转||1.00|||", "收入总计|9.00|1.00|支出总计|9.00|1.00");

        Assert.Equal(["all", "all"], Meanings(below)[^2..].Select(m => m.Split(' ')[^1]));
        Assert.Equal(["current", "carried_over", "current", "carried_over"], Meanings(apart)[^4..].Select(m => m.Split(' ')[^1]));
    }

    [Fact]
    public void Purchases_by_kind_and_what_belongs_to_a_count()
    {
        var purchases = WrittenTable.Read("政府采购支出表", "项目|金额", "合计|9.00", "1.货物|5.00", "2.工程|3.00", "3.服务|1.00");
        var running = WrittenTable.Read("机构运行信息表", "项目|预算数", "一、“三公”经费支出|3.00", "1.因公出国（境）费|1.00", "2.公务接待费|2.00", "二、机关运行经费|9.00", "（一）行政单位|9.00",
            "三、国有资产占用情况|", "（一）车辆数合计（辆）|4", "1.机要通信用车|3", "2.应急保障用车|1");

        Assert.Equal(["procurement", "procurement.goods", "procurement.works", "procurement.services"], Meanings(purchases).Select(m => m.Split(' ')[1]));
        Assert.Equal("three_public_expenses", running.Form);
        Assert.Equal(["three_public.total", "three_public.abroad", "three_public.reception", "operating_expenses", "operating_expenses"], Meanings(running).Select(m => m.Split(' ')[1]));
    }

    // 江苏 公开02表; 安徽 prints one list.
    [Fact]
    public void Sources_in_the_rows_of_a_revenue_summary_are_kinds_of_income()
    {
        var table = WrittenTable.Read("收入预算总表", "项目名称|<|金额", "收入总计|<|9.00", "一般公共预算资金|小计|5.00", "^|专项收入|5.00",
            "财政专户管理资金|小计|1.00", "^|其他非税收入|1.00", "其他资金|小计|2.00", "^|事业收入|2.00", "上年结转和结余资金|小计|1.00");

        Assert.Equal(
            ["收入总计 total  all", "小计 income.general_public_budget general_public_budget current", "专项收入 income.general_public_budget.special_revenue general_public_budget.special_revenue current",
             "小计 income.fiscal_account fiscal_account current", "其他非税收入 income.fiscal_account fiscal_account current", "小计 income.other other current",
             "事业收入 income.business unit_own.business current", "小计 total  carried_over"],
            Meanings(table));
        Assert.Equal("all", table.Columns[^1].Period);
    }

    [Theory]
    [InlineData("合计|9.00", "")] // with or without what is carried over? Nothing tells
    [InlineData("总计|9.00", "all")]
    public void A_total_above_the_sources_counts_in_what_is_carried_over_only_by_its_name(string total, string period)
    {
        var table = WrittenTable.Read("部门收入总体情况表", "项目|预算数", total, "一般公共预算拨款收入|5.00", "事业收入|3.00", "上年结转|1.00");

        Assert.EndsWith($"total  {period}", Meanings(table)[0], StringComparison.Ordinal);
        Assert.EndsWith("total  carried_over", Meanings(table)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_total_below_the_sources_and_what_is_carried_over_holds_both()
    {
        var table = WrittenTable.Read("部门收入总体情况表", "项目|预算数|备注", "一般公共预算拨款收入|5.00|", "政府性基金预算拨款收入|3.00|", "上年结转|1.00|", "合计|9.00|");

        Assert.Equal(
            ["一般公共预算拨款收入 income.general_public_budget general_public_budget current", "政府性基金预算拨款收入 income.government_fund government_fund current", "上年结转 total  carried_over", "合计 total  all"],
            Meanings(table));
    }

    // 西安 表9.
    [Fact]
    public void A_statement_of_one_fund_has_two_sides_and_its_classes_by_name()
    {
        var table = WrittenTable.Read("2026年部门综合预算政府性基金收支表", "收入|<|支出|<|<|<|<|<",
            "项目|预算数|支出功能分科目（按大类）|预算数|部门预算支出经济分类科目（按大类）|预算数|政府预算支出经济分类科目（按大类）|预算数",
            "一、政府性基金拨款|5.00|一、科学技术支出|0.00|一、人员经费和公用经费支出||一、机关工资福利支出|",
            "||二、城乡社区支出|5.00|二、专项业务经费支出|5.00|二、机关商品和服务支出|5.00",
            "||||商品和服务支出|4.00||",
            "||||资本性支出|1.00||",
            "本年收入合计|5.00|本年支出合计|5.00|本年支出合计|5.00|本年支出合计|5.00",
            "上年结转|1.00|结转下年|1.00|结转下年|1.00|结转下年|1.00",
            "收入总计|6.00|支出总计|6.00|支出总计|6.00|支出总计|6.00");

        Assert.Equal(["212 城乡社区支出"], table.Rows.Where(r => r.Label == "二、城乡社区支出").Select(r => $"{r.Dimensions.FunctionCode} {r.Dimensions.FunctionName}"));
        Assert.Equal("302", table.Rows.Single(r => r.Label == "商品和服务支出").Dimensions.DeptEconCode);
        Assert.Equal("502", table.Rows.Single(r => r.Label == "二、机关商品和服务支出").Dimensions.GovEconCode);
        Assert.Contains("上年结转 total government_fund carried_over", Meanings(table));
        Assert.Contains("收入总计 total government_fund all", Meanings(table));
        Assert.Contains("商品和服务支出 project.goods_services government_fund current", Meanings(table));
    }
}
