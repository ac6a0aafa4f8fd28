using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;
using Xunit;

namespace LuolongBudgetExtract.Tests.Reconciliation;

public sealed class RowSumTests
{
    private static readonly string[] Henan03 =
    [
        "合计", "基本支出|小计", "基本支出|人员经费|工资福利支出", "基本支出|人员经费|对个人和家庭的补助", "基本支出|公用经费|商品和服务支出", "基本支出|公用经费|资本性支出",
        "项目支出|小计", "项目支出|其他运转类", "项目支出|特定目标类",
    ];

    [Fact]
    public void Each_total_of_a_boxhead_is_held_against_the_parts_of_its_own_group()
    {
        var t = new TestTable("expenditure_summary", Henan03);
        t.Row("行政运行", ["4075.34", "216.34", "171.25", "1.30", "43.79", "", "3859.00", "3859.00", ""]);

        var checks = t.Check();

        Assert.Equal(3, checks.Length);
        Assert.All(checks, c => Assert.Equal(CheckOutcome.Exact, c.Outcome));
        var top = checks.Single(c => c.Actual == 4075.34m);
        Assert.Equal("row_sum", top.Kind);
        Assert.Equal(["合计", "基本支出|小计", "项目支出|小计"], top.Operands.Select(o => o.Label));
        Assert.Equal("预算03表 p.7 行政运行 × 合计", top.Where);
    }

    [Fact]
    public void A_wrong_total_is_named_with_its_parts_its_difference_and_its_place()
    {
        var t = new TestTable("expenditure_summary", "合计", "基本支出", "项目支出");
        t.Row("行政运行", ["4085.34", "216.34", "3859.00"]);

        var check = Assert.Single(t.Check());

        Assert.Equal(CheckOutcome.Inconsistent, check.Outcome);
        Assert.Equal(Severity.Error, check.Severity);
        Assert.Equal((4075.34m, 4085.34m, 10.00m, 0.015m), (check.Expected, check.Actual, check.Difference, check.Tolerance));
        Assert.Equal("合计 4085.34 ≠ 基本支出 216.34 + 项目支出 3859.00，差 10.00", check.MessageZh);
        Assert.Equal("合计 4085.34 ≠ 基本支出 216.34 + 项目支出 3859.00, difference 10.00", check.MessageEn);
        Assert.All(check.Operands, o => Assert.Equal((3, 1, 7), (o.Table, o.Row, o.Page)));
    }

    // 四川 05表: the other classes stand on the next pages, without the items.
    [Theory]
    [InlineData("economic.wages", CheckOutcome.NotApplicable)]
    [InlineData("basic", CheckOutcome.Inconsistent)]
    public void A_total_beside_one_class_of_the_economic_classification_holds_more_than_that(string measure, CheckOutcome outcome)
    {
        var t = new TestTable("general_budget_expenditure", "合计", "工资福利支出|小计", "工资福利支出|基本工资", "工资福利支出|住房公积金").Measures("total", measure, measure + ".item", measure + ".item");
        t.Row("行政运行", ["10.00", "6.00", "4.00", "2.00"]);

        Assert.Equal([outcome, CheckOutcome.Exact], t.Check().Select(c => c.Outcome).OrderByDescending(o => o == outcome));
    }

    // 湖南 整体支出绩效目标表.
    [Theory]
    [InlineData("200.00", CheckOutcome.Exact)]
    [InlineData("210.00", CheckOutcome.Inconsistent)]
    public void A_total_is_cut_anew_by_each_group_that_says_by_what(string project, CheckOutcome byKind)
    {
        var t = new TestTable("department_performance_targets",
            "年度预算申请|资金总额", "年度预算申请|按收入性质分|一般公共预算", "年度预算申请|按收入性质分|单位资金", "年度预算申请|按支出性质分|基本支出", "年度预算申请|按支出性质分|项目支出");
        t.Row("某某局", ["700.00", "690.00", "10.00", "500.00", project]);

        Assert.Equal([CheckOutcome.Exact, byKind], t.Check().Select(c => c.Outcome));
    }

    [Theory]
    [InlineData("10.00", "5.00", "5.00", CheckOutcome.Exact)]
    [InlineData("10.01", "5.00", "5.00", CheckOutcome.WithinRounding)] // three figures of ± 0.005
    [InlineData("10.02", "5.00", "5.00", CheckOutcome.Inconsistent)]
    [InlineData("10.015", "5.00", "5.00", CheckOutcome.Inconsistent)] // 0.0005 + 0.005 + 0.005 = 0.0105
    [InlineData("10", "5.30", "5.20", CheckOutcome.WithinRounding)] // a whole number is ± 0.5
    [InlineData("10", "5.50", "5.52", CheckOutcome.Inconsistent)]
    [InlineData("10.4", "10.00", "0", CheckOutcome.Inconsistent)] // a printed 0 beside decimals is no ± 0.5
    [InlineData("-10.00", "-5.00", "-5.00", CheckOutcome.Exact)]
    public void Rounding_is_the_interval_of_the_printed_digits(string total, string a, string b, CheckOutcome expected)
    {
        var t = new TestTable("expenditure_summary", "合计", "基本支出", "项目支出");
        t.Row("行政运行", [total, a, b]);

        Assert.Equal(expected, Assert.Single(t.Check()).Outcome);
    }

    [Fact]
    public void Of_which_columns_and_memo_columns_are_never_added()
    {
        var t = new TestTable("expenditure_summary", "支出总计", "基本支出", "项目支出", "2026年政府采购项目|小计", "2026年政府采购项目|其中：预留给中小企业");
        t.Row("合计", ["30.00", "10.00", "20.00", "15.00", "5.00"], RowRole.Total);

        Assert.Equal(CheckOutcome.Exact, Assert.Single(t.Check()).Outcome);
    }

    [Fact]
    public void A_part_larger_than_its_whole_is_reported_as_information()
    {
        var t = new TestTable("revenue_summary", "一般公共预算|小计", "一般公共预算|其中：财政拨款");
        t.Row("某局", ["100.00", "100.00"]);
        t.Row("某站", ["10.00", "12.00"]);

        var check = Assert.Single(t.Check());

        Assert.Equal(("row.of_which", Severity.Info), (check.RuleId, check.Severity));
        Assert.Equal("一般公共预算|其中：财政拨款 12.00 大于 一般公共预算|小计 10.00", check.MessageZh);
    }

    [Fact]
    public void Periods_side_by_side_are_never_added_together()
    {
        var t = new TestTable("three_public_expenses", "2025年预算数|合计", "2025年预算数|公务接待费", "2025年预算数|因公出国（境）费", "2026年预算数|合计", "2026年预算数|公务接待费", "2026年预算数|因公出国（境）费");
        t.Row("某局", ["5.00", "2.00", "3.00", "7.00", "4.00", "3.00"]);

        Assert.Equal([5.00m, 7.00m], t.Check().Select(c => c.Actual!.Value).Order());
    }

    [Fact]
    public void Money_of_last_year_beside_a_total_is_left_out()
    {
        var t = new TestTable("general_budget_expenditure", "合计", "基本支出", "项目支出", "上年预算数").Period(0, "current").Period(3, "prior_year");
        t.Row("行政运行", ["30.00", "10.00", "20.00", "28.00"]);

        Assert.Equal(CheckOutcome.Exact, Assert.Single(t.Check()).Outcome);
    }

    [Fact]
    public void Carried_over_money_is_part_of_the_grand_total()
    {
        var t = new TestTable("revenue_summary", "总计", "本年收入|合计", "本年收入|一般公共预算", "本年收入|政府性基金", "上年结转结余|合计", "上年结转结余|一般公共预算")
            .Period(0, "all").Period(1, "current").Period(4, "carried_over").Period(5, "carried_over");
        t.Row("某局", ["4075.34", "4030.34", "4030.34", "", "45.00", "45.00"]);

        Assert.Equal([45.00m, 4030.34m, 4075.34m], t.Check().Where(c => c.Outcome == CheckOutcome.Exact).Select(c => c.Actual!.Value).Order());
    }

    [Fact]
    public void Columns_under_of_which_take_part_only_where_the_sums_need_them()
    {
        string[] beijing = ["合计", "基本支出", "项目支出", "其中|事业单位经营支出", "其中|上缴上级支出"];
        var with = new TestTable("expenditure_summary", beijing);
        with.Row("A", ["35.00", "10.00", "20.00", "4.00", "1.00"]);
        var without = new TestTable("expenditure_summary", beijing);
        without.Row("A", ["30.00", "10.00", "20.00", "4.00", "1.00"]);

        Assert.Equal(CheckOutcome.Exact, Assert.Single(with.Check()).Outcome);
        var check = Assert.Single(without.Check());
        Assert.Equal(CheckOutcome.Exact, check.Outcome);
        Assert.Contains("口径", check.MessageZh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_total_without_parts_is_not_applicable_and_said_once_for_all_rows()
    {
        var t = new TestTable("expenditure_summary", "合计", "基本支出", "项目支出");
        for (int i = 0; i < 5; i++) t.Row("某局", ["30.00", "", ""]);
        t.Row("空行", ["", "", ""]);

        var check = Assert.Single(t.Check());

        Assert.Equal(CheckOutcome.NotApplicable, check.Outcome);
        Assert.Contains("5 处", check.MessageZh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subtotal_left_blank_is_replaced_by_its_parts()
    {
        var t = new TestTable("three_public_expenses", "“三公”经费合计", "公务接待费", "公务用车购置及运行费|小计", "公务用车购置及运行费|公务用车购置费", "公务用车购置及运行费|公务用车运行费");
        t.Row("某局", ["23.67", "0.15", "", "18.69", "4.83"]);

        Assert.Contains(t.Check(), c => c.Outcome == CheckOutcome.Exact && c.Actual == 23.67m);
    }

    [Fact]
    public void A_number_that_could_not_be_read_blocks_its_sums()
    {
        var t = new TestTable("expenditure_summary", "合计", "基本支出", "项目支出");
        t.Row("行政运行", ["30.00", "10.00", "2O.0 1"]);

        var check = Assert.Single(t.Check());

        Assert.Equal((CheckOutcome.Blocked, Severity.Warning), (check.Outcome, check.Severity));
        Assert.Contains("2O.0 1", check.MessageZh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_boxhead_that_fails_in_most_rows_is_not_understood_rather_than_wrong()
    {
        var t = new TestTable("other", "合计", "贷款", "利息");
        for (int i = 1; i <= 6; i++) t.Row($"项目{i}", [$"{100 * i}.00", $"{30 * i}.00", $"{10 * i}.00"]);

        var check = Assert.Single(t.Check());

        Assert.Equal(CheckOutcome.NotApplicable, check.Outcome);
    }

    [Fact]
    public void Parts_in_another_unit_than_the_total_are_not_added()
    {
        var t = new TestTable("expenditure_summary", "合计", "基本支出（元）", "项目支出").Unit(1, "元");
        t.Row("行政运行", ["30.00", "100000.00", "20.00"]);

        Assert.Equal(CheckOutcome.NotApplicable, Assert.Single(t.Check()).Outcome);
    }

    [Fact]
    public void A_change_column_is_the_difference_of_the_columns_it_names()
    {
        var t = new TestTable("general_budget_expenditure", "2019年执行数", "2020年预算数|小计", "2020年预算数|基本支出", "2020年预算数|项目支出", "2020年预算数比2019年执行数|增减额");
        t.Row("行政运行", ["400", "11021", "11000", "21", "11421"]);

        var check = t.Check().Single(c => c.RuleId == "row.change");

        Assert.Equal((CheckOutcome.Inconsistent, 10621m), (check.Outcome, check.Expected));
        Assert.Equal([1, 1, -1], check.Operands.Select(o => o.Sign));
    }

    [Fact]
    public void Where_the_money_comes_from_and_where_it_goes_are_two_ways_to_part_it()
    {
        var t = new TestTable("transfer_payments", "合计", "资金来源|一般公共预算", "资金来源|政府性基金预算", "地区|甲镇", "地区|乙镇");
        t.Row("管护补助", ["30.00", "20.00", "10.00", "12.00", "18.00"]);

        Assert.Equal(CheckOutcome.Exact, Assert.Single(t.Check()).Outcome);
    }

    [Fact]
    public void A_total_spread_over_funds_adds_up_each_fund()
    {
        var t = new TestTable("three_public_expenses",
            "总计|一般公共预算", "总计|政府性基金预算", "公务接待费|一般公共预算", "公务接待费|政府性基金预算",
            "公务用车|小计|一般公共预算", "公务用车|小计|政府性基金预算", "公务用车|购置费|一般公共预算", "公务用车|购置费|政府性基金预算", "公务用车|运行费|一般公共预算", "公务用车|运行费|政府性基金预算");
        t.Row("某局", ["10.00", "5.00", "4.00", "1.00", "6.00", "4.00", "2.00", "4.00", "4.00", ""]);

        var checks = t.Check();

        Assert.Equal([4.00m, 5.00m, 6.00m, 10.00m], checks.Select(c => c.Actual!.Value).Order());
        Assert.All(checks, c => Assert.Equal(CheckOutcome.Exact, c.Outcome));
    }
}
