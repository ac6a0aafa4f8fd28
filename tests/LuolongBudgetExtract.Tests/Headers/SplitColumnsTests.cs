using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Tests.Rows;

namespace LuolongBudgetExtract.Tests.Headers;

public sealed class SplitColumnsTests
{
    private static readonly string[] Left =
    [
        "科目编码|科目名称|合计|财政拨款|<",
        "^|^|^|小计|一般公共预算",
        "|合计|10.00|9.00|9.00", "201|一般公共服务支出|6.00|5.00|5.00", "208|社会保障和就业支出|4.00|4.00|4.00",
    ];

    [Theory]
    [InlineData("单位资金|<;小计|其他收入;1.00|1.00;1.00|1.00;|")]
    [InlineData("科目编码|科目名称|单位资金|<;^|^|小计|其他收入;|合计|1.00|1.00;201|一般公共服务支出|1.00|1.00;208|社会保障和就业支出||")]
    public void The_right_columns_of_a_wide_sheet_belong_to_the_rows_of_the_left_ones(string right)
    {
        var table = Assert.Single(SplitColumns.Join([WrittenTable.Lay("部门收入总表", 2, Left), WrittenTable.Lay(null, 3, right.Split(';'))]));

        Assert.Equal((2, 3), (table.FirstPage, table.LastPage));
        Assert.Equal(
            ["合计|单位资金|小计=1.00 income.unit_own current", "合计|单位资金|其他收入=1.00 income.other current", "一般公共服务支出|单位资金|小计=1.00 income.unit_own current",
             "一般公共服务支出|单位资金|其他收入=1.00 income.other current"],
            WrittenTable.Type(table).Amounts().Where(a => a.Contains("单位资金", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("单位资金|<;小计|其他收入;1.00|1.00;1.00|1.00")]
    [InlineData("科目编码|科目名称|单位资金|<;^|^|小计|其他收入;|合计|1.00|1.00;201|一般公共服务支出|1.00|1.00;210|卫生健康支出||")]
    [InlineData("指标|目标;数量|1;质量|2;时效|3")]
    public void Other_rows_are_another_table(string right) =>
        Assert.Equal(2, SplitColumns.Join([WrittenTable.Lay("部门收入总表", 2, Left), WrittenTable.Lay(null, 3, right.Split(';'))]).Length);

    // 支出总表 of the same items whose title is a picture: it has a unit of its own.
    [Fact]
    public void A_unit_of_its_own_makes_a_table_of_its_own()
    {
        var right = WrittenTable.Lay(null, 3, "科目编码|科目名称|基本支出", "|合计|10.00", "201|一般公共服务支出|6.00", "208|社会保障和就业支出|4.00");
        Assert.Equal(2, SplitColumns.Join([WrittenTable.Lay("部门收入总表", 2, Left), right with { Around = right.Around with { Unit = "万元" } }]).Length);
    }

    // Rows printed on every page: title, label and unit stand over the right columns again.
    [Theory]
    [InlineData("部门收入总表", "科目编码|科目名称|单位资金|<;^|^|小计|其他收入;|合计|1.00|1.00;201|一般公共服务支出|1.00|1.00;208|社会保障和就业支出||", 1)]
    [InlineData("部门收入总表（续）", "单位资金|<;小计|其他收入;1.00|1.00;1.00|1.00;|", 1)]
    [InlineData("部门收入总表", "科目编码|科目名称|合计|财政拨款|<;^|^|^|小计|一般公共预算;|合计|1.00|1.00|1.00;201|一般公共服务支出|1.00|1.00|1.00;208|社会保障和就业支出|||", 2)]
    [InlineData("部门收入总表", "科目编码|科目名称|合计|单位资金;|合计|10.00|1.00;201|一般公共服务支出|6.00|1.00;208|社会保障和就业支出|4.00|", 1)]
    [InlineData("部门收入总表", "科目编码|科目名称|单位资金|合计;|合计|1.00|10.00;201|一般公共服务支出|1.00|6.00;208|社会保障和就业支出||4.00", 2)]
    [InlineData("部门支出总表", "科目编码|科目名称|单位资金;|合计|1.00;201|一般公共服务支出|1.00;208|社会保障和就业支出|", 2)]
    public void A_heading_printed_again_over_other_columns_is_that_of_the_same_sheet(string title, string right, int tables)
    {
        var left = WrittenTable.Lay("部门收入总表", 2, Left);
        var again = WrittenTable.Lay(title, 3, right.Split(';'));
        Assert.Equal(tables, SplitColumns.Join([left with { Around = left.Around with { Unit = "万元" } }, again with { Around = again.Around with { Unit = "万元" } }]).Length);
    }

    // Over, then down: the left columns of the next rows follow the right ones, with the title again or with none.
    [Theory]
    [InlineData("部门收入总表", "科目编码|科目名称|合计;221|住房保障支出|7.00;22102|住房改革支出|7.00;2210201|住房公积金|7.00", 1)]
    [InlineData(null, "科目编码|科目名称|合计;221|住房保障支出|7.00;22102|住房改革支出|7.00;2210201|住房公积金|7.00", 1)]
    [InlineData("部门支出总表", "科目编码|科目名称|合计;221|住房保障支出|7.00;22102|住房改革支出|7.00;2210201|住房公积金|7.00", 2)]
    [InlineData("部门收入总表", "科目编码|科目名称|合计;|合计|7.00;221|住房保障支出|7.00;2210201|住房公积金|7.00", 2)]
    public void A_sheet_printed_over_and_then_down_is_one_table(string? title, string below, int tables)
    {
        var joined = SplitColumns.Join([
            WrittenTable.Lay("部门收入总表", 2, "科目编码|科目名称|合计", "|合计|10.00", "201|一般公共服务支出|6.00", "208|社会保障和就业支出|4.00"), WrittenTable.Lay(null, 3, "单位资金", "1.00", "1.00", ""),
            WrittenTable.Lay(title, 4, below.Split(';')), WrittenTable.Lay(title, 5, "单位资金", "2.00", "2.00", "2.00")]);

        Assert.Equal(tables, joined.Length);
        Assert.All(joined, t => Assert.Equal(4, t.Paths.Length));
        Assert.Equal(6, joined.Sum(t => t.Rows.Length));
    }
}
