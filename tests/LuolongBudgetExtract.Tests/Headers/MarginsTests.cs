using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Tests.Rows;

namespace LuolongBudgetExtract.Tests.Headers;

public sealed class MarginsTests
{
    [Theory]
    [InlineData("单位：万元|<|<", "万元")]
    [InlineData("|金额单位：元|<", "元")]
    [InlineData("单位：市财政局|<|<", null)]
    [InlineData("合计（单位：万元）|<|<", null)]
    public void The_unit_may_stand_in_a_row_of_its_own_under_the_boxhead(string row, string? unit)
    {
        var (grid, taken) = Margins.TakeUnitRow(WrittenTable.GridOf("科目编码|科目名称|合计", row, "201|一般公共服务支出|6.00"));

        Assert.Equal(unit, taken);
        Assert.Equal(unit is null, grid.Cells.Any(c => c.Text.Contains("单位", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_year_in_full_width_digits_is_no_code_with_its_name() =>
        Assert.Equal(2, Boxhead.Measure(WrittenTable.GridOf("收入|<|支出|<", "项目|２０２６年预算数|项目|合计", "一、本年收入|2.00|一、本年支出|2.00")).Rows);
}
