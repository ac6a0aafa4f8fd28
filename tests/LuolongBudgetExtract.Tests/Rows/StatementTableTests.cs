using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Statements of revenue and expenditure side by side, from boxhead to meaning.</summary>
public sealed class StatementTableTests
{
    [Theory]
    [InlineData("项目（按功能分类）")]
    [InlineData("按支出性质")]
    [InlineData("项目类别")]
    [InlineData("支出内容")]
    public void Whatever_its_header_the_text_between_two_amounts_names_the_items_of_the_second_side(string header)
    {
        var table = WrittenTable.Read("部门收支总表",
            "收入|<|支出|<",
            $"项目|预算数|{header}|预算数",
            "一、一般公共预算拨款收入|9.00|一、一般公共服务支出|5.00",
            "二、事业收入||二、住房保障支出|4.00",
            "收入总计|9.00|支出总计|9.00");

        var expenditure = table.Rows.Where(r => r.Panel == 1).ToList();
        Assert.Equal(["一、一般公共服务支出", "二、住房保障支出", "支出总计"], expenditure.Select(r => r.Label));
        Assert.Equal(["201", "221", null], expenditure.Select(r => r.Dimensions.FunctionCode));
    }

    [Fact]
    public void A_statement_of_three_panels_names_the_items_of_each()
    {
        var table = WrittenTable.Read("收入支出决算总表",
            "收入|<|<|支出|<|<|<|<|<",
            "项目|行次|决算数|项目（按功能分类）|行次|决算数|项目（按支出性质）|行次|决算数",
            "一、财政拨款收入|1|9.00|一、一般公共服务支出|12|5.00|一、基本支出|22|6.00",
            "二、事业收入|2||二、住房保障支出|13|4.00|二、项目支出|23|3.00",
            "总计|3|9.00|总计|14|9.00|总计|24|9.00");

        Assert.Equal(["一、财政拨款收入", "一、一般公共服务支出", "一、基本支出"], table.Rows.Where(r => r.RowIndex == table.Rows[0].RowIndex).Select(r => r.Label));
        Assert.Equal("201", table.Rows.Single(r => r.Label == "一、一般公共服务支出").Dimensions.FunctionCode);
    }

    [Fact]
    public void Parts_of_what_is_carried_over_are_carried_over()
    {
        var table = WrittenTable.Read("财政拨款收支总表",
            "收入|<|支出|<",
            "项目|预算数|项目|预算数",
            "一、本年收入|7.00|一、一般公共服务支出|9.00",
            "（一）一般公共预算拨款|7.00||",
            "二、上年结转|2.00||",
            "（一）一般公共预算拨款|2.00||",
            "收入总计|9.00|支出总计|9.00");

        Assert.Equal(["current", "current", "carried_over", "carried_over", "all"], Periods(table));
    }

    [Theory]
    [InlineData("4.00", "opening")]
    [InlineData("3.00", "current")] // does not add up: nothing tells that it is a part
    public void Funds_that_add_up_to_the_opening_balance_are_its_parts(string part, string period)
    {
        var table = WrittenTable.Read("财政拨款收入支出决算总表",
            "收入|<|支出|<",
            "项目|决算数|项目|决算数",
            "一、一般公共预算财政拨款|7.00|一、一般公共服务支出|11.00",
            "年初财政拨款结转和结余|4.00||",
            $"一、一般公共预算财政拨款|{part}||",
            "总计|11.00|总计|11.00");

        Assert.Equal(["current", "opening", period, "all"], Periods(table));
    }

    // 财决01表: the closing balance stands in the last of three panels, its first part is blank.
    [Fact]
    public void Balances_of_basic_and_project_expenditure_are_parts_of_the_balance_above()
    {
        var table = WrittenTable.Read("收入支出决算总表",
            "收入|<|支出|<",
            "项目|决算数|项目|决算数",
            "一、财政拨款收入|11.00|一、一般公共服务支出|7.00",
            "年初结转和结余|3.00|年末结转和结余|7.00",
            "基本支出结转|1.00||",
            "项目支出结转和结余|2.00|项目支出结转和结余|7.00",
            "总计|14.00|总计|14.00");

        Assert.Equal(["current", "opening", "opening", "opening", "all"], Periods(table));
        Assert.Equal("closing", table.Rows.Last(r => r.Label == "项目支出结转和结余").Amounts[0].Meaning?.Period);
    }

    private static IEnumerable<string?> Periods(TypedTable table) =>
        table.Rows.Where(r => r.Panel == 0 && r.Amounts.Length > 0).Select(r => r.Amounts[0].Meaning?.Period ?? table.Columns[r.Amounts[0].Column].Period);

    [Theory]
    [InlineData("3.00", new[] { RowRole.Subtotal, RowRole.Detail, RowRole.Detail })]
    [InlineData("4.00", new[] { RowRole.Detail, RowRole.Detail, RowRole.Detail })]
    public void Items_without_a_number_are_parts_of_the_numbered_one_when_they_add_up_to_it(string first, RowRole[] roles)
    {
        var table = WrittenTable.Read("财政拨款收支总表",
            "收入|<|支出|<",
            "项目|预算数|项目|预算数",
            "一、本年收入|5.00|一、本年支出|5.00",
            $"一般公共预算拨款收入|{first}|卫生健康支出|5.00",
            "政府性基金预算拨款收入|2.00||",
            "收入总计|5.00|支出总计|5.00");

        Assert.Equal(roles, table.Rows.Where(r => r.Panel == 0).Take(3).Select(r => r.Role));
    }

    // 深圳: the expenditure goes down to the items by indentation, and classes alone have an ordinal.
    [Fact]
    public void The_items_of_a_statement_stand_below_their_classes_by_name()
    {
        var table = WrittenTable.Read("收支总表",
            "收入|<|支出|<",
            "项目|预算数|项目|预算数",
            "一、财政拨款|9.00|一、教育支出|3.00",
            "||进修及培训|3.00",
            "||培训支出|3.00",
            "||二、社会保障和就业支出|6.00",
            "||行政事业单位养老支出|6.00",
            "||行政单位离退休|4.00",
            "||机关事业单位职业年金缴费支出|2.00",
            "本年收入合计|9.00|本年支出合计|9.00");
        var rows = table.Rows.Where(r => r.Panel == 1).ToList();

        Assert.Equal(["205", "20508", "2050803", "208", "20805", "2080501", "2080506", null], rows.Select(r => r.Dimensions.FunctionCode));
        Assert.Equal([RowRole.Subtotal, RowRole.Subtotal, RowRole.Detail, RowRole.Subtotal, RowRole.Subtotal, RowRole.Detail, RowRole.Detail, RowRole.Subtotal], rows.Select(r => r.Role));
    }

    [Fact]
    public void Numbered_parts_below_a_name_without_number_are_its_parts_when_they_add_up()
    {
        var table = WrittenTable.Read("财政拨款收支总表", "收入|<|支出|<", "项目|预算数|项目|预算数", "财政拨款|9.00|一、教育支出|12.00", "1.一般公共预算拨款|8.00||",
            "2.政府性基金预算拨款|1.00||", "上年结余、结转|3.00||", "1.一般公共预算拨款结余、结转|3.00||", "2.国有资本经营预算拨款结余、结转|0.00||", "收入总计|12.00|支出总计|12.00");

        var revenue = table.Rows.Where(r => r.Panel == 0).ToList();
        Assert.Equal([1, 2, 2, 1, 2, 2, 0], revenue.Select(r => r.Level));
        Assert.Equal(["fiscal_appropriation", "general_public_budget", "government_fund", "fiscal_appropriation", "general_public_budget", "state_capital"],
            revenue[..^1].Select(r => r.Amounts[0].Meaning?.Fund ?? "fiscal_appropriation"));
        Assert.Equal(["current", "current", "current", "carried_over", "carried_over", "carried_over", "all"], revenue.Select(r => r.Amounts[0].Meaning?.Period ?? "current"));
    }

    // 财决公开01 of 2011 to 2018.
    [Theory]
    [InlineData("     ", "     ", "Subtotal 1, Detail 2, Detail 2, Detail 2")]
    [InlineData("  其中：", "         ", "Detail 1, OfWhich 2, OfWhich 2, OfWhich 2")]
    [InlineData("其中：", "", "Detail 1, OfWhich 2, OfWhich 2, OfWhich 2")]
    [InlineData("", "", "Subtotal 1, Detail 2, Detail 2, Detail 2")] // the names can be nothing else
    public void What_a_balance_is_made_of_is_of_its_period(string first, string other, string outline)
    {
        var table = WrittenTable.Read("收入支出决算总表", "收入|<|支出|<", "项目|决算数|项目|决算数",
            "一、财政拨款收入|90.00|一、农林水支出|88.00",
            "本年收入合计|90.00|本年支出合计|88.00",
            "年初结转和结余|10.00|年末结转和结余|12.00",
            $"{first}基本支出结转|3.00|{first}基本支出结转|2.00",
            $"{other}项目支出结转和结余|5.00|{other}项目支出结转和结余|10.00",
            $"{other}经营结余|2.00|{other}经营结余|0.00",
            "总计|100.00|总计|100.00");

        Assert.Equal(["current", "current", "opening", "opening", "opening", "opening", "all"], Periods(table));
        Assert.All([0, 1], panel => Assert.Equal(outline, string.Join(", ", table.Rows.Where(r => r.Panel == panel).Skip(2).Take(4).Select(r => $"{r.Role} {r.Level}"))));
    }

    [Theory]
    [InlineData("     ", "     ")]
    [InlineData("  其中：", "         ")]
    public void What_the_surplus_goes_to_is_a_part_of_its_distribution(string first, string other)
    {
        var table = WrittenTable.Read("收入支出决算总表", "收入|<|支出|<", "项目|决算数|项目|决算数",
            "一、事业收入|90.00|一、农林水支出|80.00",
            "本年收入合计|90.00|本年支出合计|80.00",
            $"||结余分配|10.00",
            $"||{first}提取职工福利基金|4.00",
            $"||{other}转入事业基金|5.00",
            $"||{other}其他|1.00",
            "||  年末结转和结余|0.00",
            "总计|90.00|总计|90.00");

        var expenditure = table.Rows.Where(r => r.Panel == 1).ToList();
        Assert.Equal([1, 1, 1, 2, 2, 2, 1, 0], expenditure.Select(r => r.Level));
        Assert.Equal(["surplus_distribution", "surplus_distribution.special_fund", "surplus_distribution.business_fund"], expenditure.Skip(2).Take(3).Select(r => r.Amounts[0].Meaning?.Measure));
    }

    // Indentation alone proves nothing.
    [Fact]
    public void An_item_set_in_below_a_balance_is_a_part_only_where_the_parts_add_up()
    {
        var table = WrittenTable.Read("收支总表", "收入|<|支出|<", "项目|预算数|项目|预算数",
            "一、事业收入|90.00|一、农林水支出|100.00",
            "上年结转|7.00||",
            "    上年实户资金余额|3.00||",
            "收入总计|100.00|支出总计|100.00");

        Assert.Equal(["current", "carried_over", "current", "all"], Periods(table));
    }

    [Fact]
    public void A_name_in_one_cell_over_two_panels_is_that_of_the_row_in_both()
    {
        var table = WrittenTable.Read("收入支出决算总表",
            "收入|<|支出|<|<|<",
            "项目|决算数|项目（按功能分类）|决算数|项目（按支出性质和经济分类）|决算数",
            "一、财政拨款收入|9.00|一、农林水支出|8.00|一、基本支出|3.00",
            "二、事业收入|||  |二、项目支出|5.00",
            "年初结转和结余|1.00|结余分配|<|<|0.50",
            "||年末结转和结余|<|<|1.50",
            "总计|10.00|总计|<|<|10.00");

        Assert.Equal(["一、基本支出|basic|current", "二、项目支出|project|current", "结余分配|surplus_distribution|current", "年末结转和结余|total|closing", "总计|total|all"],
            table.Rows.Where(r => r.Panel == 2).Select(r => $"{r.Label}|{r.Amounts[0].Meaning?.Measure ?? "?"}|{r.Amounts[0].Meaning?.Period ?? "current"}"));
    }

    [Fact]
    public void Columns_of_money_carried_over_on_one_side_say_nothing_of_the_other()
    {
        var table = WrittenTable.Read("财政拨款收支预算总表",
            "收入|<|支出|<|<|<",
            "项目|预算数|项目|合计|一般公共预算|上年财政拨款资金结转",
            "一、本年收入|7.00|一、农林水支出|9.00|7.00|2.00",
            "二、上年结转|2.00||||",
            "收入总计|9.00|支出总计|9.00|7.00|2.00");

        Assert.Equal(["current", "carried_over", "all", "all", "current", "carried_over", "all", "current", "carried_over"], Periods(table, 0).Concat(Periods(table, 1)));

        static IEnumerable<string?> Periods(TypedTable table, int panel) =>
            table.Rows.Where(r => r.Panel == panel).SelectMany(r => r.Amounts).Select(a => a.Meaning is { } m ? m.Period : table.Columns[a.Column].Period);
    }

    [Theory]
    [InlineData("工资福利支出", "301", null)]
    [InlineData("机关工资福利支出", null, "501")]
    [InlineData("债务利息及费用支出", null, null)] // a class of both
    public void The_names_tell_whose_economic_classes_they_are(string name, string? department, string? government)
    {
        var table = WrittenTable.Read("收入支出决算总表",
            "收入|<|支出|<|<|<",
            "项目|决算数|项目（按功能分类）|决算数|项目（按经济分类）|决算数",
            $"一、财政拨款收入|9.00|一、农林水支出|9.00|一、{name}|9.00",
            "总计|9.00|总计|9.00|总计|9.00");

        var row = table.Rows.First(r => r.Panel == 2);
        Assert.Equal((department, government), (row.Dimensions.DeptEconCode, row.Dimensions.GovEconCode));
    }
}
