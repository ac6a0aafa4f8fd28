using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;
using Xunit;

namespace LuolongBudgetExtract.Tests.Reconciliation;

public sealed class HierarchyTests
{
    private static RowDimensions Code(string code) => new(FunctionCode: code);

    [Fact]
    public void Item_section_class_and_total_are_each_held_against_the_level_below()
    {
        var t = new TestTable("general_budget_expenditure", "合计");
        int total = t.Row("合计", ["60.00"], RowRole.Total);
        int a = t.Row("一般公共服务支出", ["40.00"], RowRole.Subtotal, total, dimensions: Code("201"));
        int b = t.Row("统计信息事务", ["40.00"], RowRole.Subtotal, a, dimensions: Code("20105"));
        t.Row("行政运行", ["15.00"], parent: b, dimensions: Code("2010501"));
        t.Row("信息事务", ["25.00"], parent: b, dimensions: Code("2010504"));
        t.Row("教育支出", ["20.00"], parent: total, dimensions: Code("205"));

        var checks = t.Check();

        Assert.Equal(["column_sum", "hierarchy", "hierarchy"], checks.Select(c => c.Kind).Order());
        Assert.All(checks, c => Assert.Equal(CheckOutcome.Exact, c.Outcome));
        Assert.Equal("合计 60.00 = 一般公共服务支出 40.00 + 教育支出 20.00", checks.Single(c => c.Kind == "column_sum").MessageZh);
    }

    [Fact]
    public void A_row_left_out_shows_in_the_total()
    {
        var t = new TestTable("expenditure_summary", "合计");
        int total = t.Row("合计", ["60.00"], RowRole.Total);
        t.Row("行政运行", ["15.00"], parent: total, dimensions: Code("2010501"));
        t.Row("信息事务", ["25.00"], parent: total, dimensions: Code("2010504"));

        var check = Assert.Single(t.Check());

        Assert.Equal((CheckOutcome.Inconsistent, 20.00m), (check.Outcome, check.Difference));
    }

    [Fact]
    public void Of_which_rows_are_never_added()
    {
        var t = new TestTable("revenue_summary", "金额");
        int total = t.Row("合计", ["100.00"], RowRole.Total);
        t.Row("一、一般公共预算", ["90.00"], parent: total);
        t.Row("其中：财政拨款", ["80.00"], RowRole.OfWhich, 2);
        t.Row("二、政府性基金", ["10.00"], parent: total);

        Assert.Equal(CheckOutcome.Exact, Assert.Single(t.Check()).Outcome);
    }

    [Fact]
    public void A_numbered_of_which_row_begins_a_list()
    {
        var t = new TestTable("other", "金额");
        int cars = t.Row("3.公务用车购置及运行费", ["1489"], RowRole.Subtotal);
        t.Row("其中：（1）公务用车购置费", ["600"], RowRole.OfWhich, cars);
        t.Row("（2）公务用车运行费", ["889"], parent: cars);

        Assert.Equal(CheckOutcome.Exact, Assert.Single(t.Check()).Outcome);
    }

    [Fact]
    public void A_level_that_is_not_broken_down_in_a_column_gives_no_check_there()
    {
        var t = new TestTable("general_budget_expenditure", "年初预算数", "决算数");
        int total = t.Row("合计", ["60.00", "50.00"], RowRole.Total);
        t.Row("行政运行", ["", "20.00"], parent: total, dimensions: Code("2010501"));
        t.Row("信息事务", ["", "30.00"], parent: total, dimensions: Code("2010504"));

        var checks = t.Check();

        Assert.Equal([CheckOutcome.Exact, CheckOutcome.NotApplicable], checks.Select(c => c.Outcome).Order());
    }

    [Fact]
    public void A_department_row_that_repeats_the_total_is_not_added_to_its_items()
    {
        var t = new TestTable("project_expenditure", "合计", "一般公共预算");
        int total = t.Row("合计", ["30.00", "30.00"], RowRole.Total);
        t.Row("某局", ["30.00", "30.00"], parent: total);
        t.Row("路灯电费", ["10.00", "10.00"], parent: total);
        t.Row("绿化管护", ["20.00", "20.00"], parent: total);

        var checks = t.Check().Where(c => c.Kind == "column_sum").ToList();

        Assert.All(checks, c => Assert.Equal(CheckOutcome.Exact, c.Outcome));
        Assert.Equal(2, checks.Count);
    }

    [Fact]
    public void Levels_that_show_only_by_indentation_are_recovered_where_everything_adds_up()
    {
        var t = new TestTable("government_procurement", "金额");
        int total = t.Row("合计", ["100.00"], RowRole.Total);
        t.Row("货物", ["60.00"], parent: total);
        t.Row("台式计算机", ["20.00"], parent: total);
        t.Row("打印机", ["40.00"], parent: total);
        t.Row("服务", ["40.00"], parent: total);
        t.Row("物业", ["40.00"], parent: total);

        var checks = t.Check();

        Assert.Equal([100.00m, 60.00m, 40.00m], checks.Where(c => c.Outcome == CheckOutcome.Exact).Select(c => c.Actual!.Value));
        Assert.DoesNotContain(checks, c => c.Outcome == CheckOutcome.Inconsistent);
    }

    [Fact]
    public void Rows_whose_level_nothing_tells_prove_no_error()
    {
        var t = new TestTable("other", "金额");
        int total = t.Row("合计", ["100.00"], RowRole.Total);
        foreach (var (label, amount) in new[] { ("税收", "70.00"), ("增值税", "31.00"), ("契税", "38.00"), ("非税", "30.00") }) t.Row(label, [amount], parent: total);

        Assert.Equal(CheckOutcome.NotApplicable, Assert.Single(t.Check()).Outcome);
    }

    [Fact]
    public void A_classification_set_in_two_columns_is_one_hierarchy()
    {
        RowDimensions Economic(string code) => new(DeptEconCode: code);
        var t = new TestTable("general_budget_basic_expenditure", "人员经费|决算数").Panel("公用经费|决算数");
        t.Row("工资福利支出", ["30.00"], dimensions: Economic("301"));
        t.Row("商品和服务支出", ["9.00"], panel: 1, index: 0, dimensions: Economic("302"));
        t.Row("基本工资", ["20.00"], parent: 1, dimensions: Economic("30101"));
        t.Row("办公费", ["9.00"], panel: 1, index: 1, dimensions: Economic("30201"));
        t.Row("奖金", ["10.00"], parent: 1, dimensions: Economic("30103"));
        t.Row("资本性支出", ["1.00"], panel: 1, index: 2, dimensions: Economic("310"));
        t.Row("人员经费合计", ["30.00"], RowRole.Total);
        t.Row("公用经费合计", ["10.00"], RowRole.Total, panel: 1, index: 3);

        var checks = t.Check();

        Assert.Equal([9.00m, 10.00m, 30.00m, 30.00m], checks.Select(c => c.Actual!.Value).Order());
        Assert.All(checks, c => Assert.Equal(CheckOutcome.Exact, c.Outcome));
    }
}
