using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;
using Xunit;

namespace LuolongBudgetExtract.Tests.Reconciliation;

public sealed class StatementTests
{
    /// <summary>A 收支总表 in miniature; total = the printed totals of both sides.</summary>
    private static TestTable Statement(string income = "4075.34", string spending = "4075.34")
    {
        var t = new TestTable("revenue_expenditure_summary", "收入|金额").Beside("支出|金额");
        (string Left, string LeftAmount, string Right, string RightAmount, RowRole Role)[] rows =
        [
            ("一、一般公共预算", "4030.34", "一、一般公共服务", "2.16", RowRole.Detail),
            ("其中：财政拨款", "4030.34", "二、外交", "", RowRole.Detail),
            ("二、政府性基金", "", "八、社会保障和就业", "4045.94", RowRole.Detail),
            ("三、事业收入", "", "十、卫生健康", "27.24", RowRole.Detail),
            ("本年收入合计", "4030.34", "本年支出合计", "4075.34", RowRole.Subtotal),
            ("上年结转结余", "45.00", "年终结转结余", "", RowRole.Detail),
            ("收入总计", income, "支出总计", spending, RowRole.Total),
        ];
        for (int i = 0; i < rows.Length; i++)
        {
            var r = rows[i];
            t.Row(r.Left, [r.LeftAmount], r.Left.StartsWith("其中", StringComparison.Ordinal) ? RowRole.OfWhich : r.Role, index: i);
            t.Row(r.Right, [r.RightAmount], r.Role, panel: 1, index: i);
        }
        return t;
    }

    [Fact]
    public void Both_sides_add_up_to_their_totals_and_balance()
    {
        var checks = Statement().Check();

        Assert.All(checks, c => Assert.Equal((CheckOutcome.Exact, "balance"), (c.Outcome, c.Kind)));
        Assert.Equal(
            ["statement.current_total", "statement.current_total", "statement.grand_total", "statement.grand_total", "statement.sides"],
            checks.Select(c => c.RuleId).Order());
        Assert.Contains(checks, c => c.MessageZh == "收入总计 4075.34 = 本年收入合计 4030.34 + 上年结转结余 45.00");
    }

    [Fact]
    public void A_wrong_total_breaks_its_side_and_the_balance()
    {
        var failed = Statement(spending: "4085.34").Check().Where(c => c.Outcome == CheckOutcome.Inconsistent).ToList();

        Assert.Equal(["statement.grand_total", "statement.sides"], failed.Select(c => c.RuleId).Order());
        Assert.All(failed, c => Assert.Equal(10.00m, Math.Abs(c.Difference!.Value)));
    }

    [Fact]
    public void Numbered_groups_add_up_without_their_own_items()
    {
        var t = new TestTable("fiscal_appropriation_summary", "收入|金额").Beside("支出|合计", "支出|一般公共预算", "支出|政府性基金");
        t.Row("一、本年收入", ["50.00"], RowRole.Subtotal, index: 0);
        t.Row("一、本年支出", ["60.00", "45.00", "15.00"], RowRole.Subtotal, panel: 1, index: 0);
        t.Row("（一）一般公共预算", ["40.00"], parent: 1, index: 1);
        t.Row("（一）教育支出", ["60.00", "45.00", "15.00"], parent: 2, panel: 1, index: 1);
        t.Row("（二）政府性基金", ["10.00"], parent: 1, index: 2);
        t.Row("二、上年结转", ["10.00"], RowRole.Subtotal, index: 3);
        t.Row("（一）一般公共预算", ["5.00"], parent: 6, index: 4);
        t.Row("（二）政府性基金", ["5.00"], parent: 6, index: 5);
        t.Row("收入总计", ["60.00"], RowRole.Total, index: 6);
        t.Row("支出总计", ["60.00", "45.00", "15.00"], RowRole.Total, panel: 1, index: 6);

        var checks = t.Check();

        Assert.All(checks, c => Assert.Equal(CheckOutcome.Exact, c.Outcome));
        Assert.Contains(checks, c => c.MessageZh == "收入总计 60.00 = 一、本年收入 50.00 + 二、上年结转 10.00");
        Assert.Contains(checks, c => c.RuleId == "statement.sides" && c.Operands[1].Column == 1);
    }

    [Theory]
    [InlineData("收入合计", "支出合计", "国内增值税", "教育支出", false)]
    [InlineData("收入合计", "支出合计", "上级补助收入", "年终结余", true)]
    [InlineData("收入总计", "支出总计", "国内增值税", "教育支出", true)]
    public void What_a_government_takes_in_need_not_be_what_it_spends(string income, string spending, string source, string purpose, bool balances)
    {
        var t = new TestTable("other", "收入|金额").Beside("支出|金额");
        t.Row(source, ["1100"], index: 0);
        t.Row(purpose, ["2200"], panel: 1, index: 0);
        t.Row(income, ["1100"], RowRole.Total, index: 1);
        t.Row(spending, ["2200"], RowRole.Total, panel: 1, index: 1);

        Assert.Equal(balances, t.Check().Any(c => c.RuleId == "statement.sides"));
    }

    [Fact]
    public void Sub_items_without_a_parent_are_told_by_their_numbering()
    {
        var t = new TestTable("revenue_expenditure_summary", "收入|预算数").Beside("支出|预算数");
        string[] left = ["一、财政拨款 30.00", "1.一般公共预算 20.00", "2.政府性基金 10.00", "二、其他 5.00", "本年收入合计 35.00", "上年结余、结转 7.00", "1.财政拨款 6.00", "2.非财政拨款 1.00", "收入总计 42.00"];
        for (int i = 0; i < left.Length; i++)
        {
            var parts = left[i].Split(' ');
            t.Row(parts[0], [parts[1]], parts[0].EndsWith("总计", StringComparison.Ordinal) ? RowRole.Total : RowRole.Detail, index: i);
        }
        t.Row("支出总计", ["42.00"], RowRole.Total, panel: 1, index: 8);

        var checks = t.Check();

        Assert.All(checks.Where(c => c.Outcome != CheckOutcome.NotApplicable), c => Assert.Equal(CheckOutcome.Exact, c.Outcome));
        Assert.Contains(checks, c => c.RuleId == "statement.current_total");
        Assert.Contains(checks, c => c.RuleId == "statement.grand_total");
    }

    [Fact]
    public void Sides_in_several_years_are_compared_year_by_year()
    {
        var t = new TestTable("revenue_expenditure_summary", "收入|年初预算数", "收入|决算数").Beside("支出|年初预算数", "支出|决算数");
        t.Row("总计", ["10.00", "12.00"], RowRole.Total, index: 0);
        t.Row("总计", ["10.00", "13.00"], RowRole.Total, panel: 1, index: 0);

        Assert.Equal([CheckOutcome.Exact, CheckOutcome.Inconsistent], t.Check().Select(c => c.Outcome));
    }
}
