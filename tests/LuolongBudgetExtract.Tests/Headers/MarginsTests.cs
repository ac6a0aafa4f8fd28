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

    [Theory]
    [InlineData("360石家庄市教育局|<|单位：万元", true)]
    [InlineData("[360]石家庄市教育局|<|单位：万元", true)]
    [InlineData("石家庄市教育局|<|单位：万元", true)]
    [InlineData("2024年度|<|单位：万元", true)]
    [InlineData("2080505基本养老保险缴费支出|<|金额（万元）", false)]
    [InlineData("石家庄市教育局|<|预算数", false)]
    public void An_organisation_or_year_beside_the_unit_of_money_is_no_boxhead(string row, bool peeled)
    {
        var (grid, heading, _) = Margins.Peel(WrittenTable.GridOf(row, "科目编码|科目名称|合计", "201|一般公共服务支出|6.00"), titleWanted: false);

        Assert.Equal(peeled ? 2 : 3, grid.Rows);
        Assert.Equal(peeled, heading.Count > 0);
    }

    [Theory]
    [InlineData("360002石家庄市第一中学", "360002石家庄市第一中学")]
    [InlineData("2019年自治区对市县税收返还情况", null)]
    [InlineData("2080505基本养老保险缴费支出", null)]
    public void A_code_and_a_name_beside_the_unit_of_money_are_the_owner(string text, string? owner) =>
        Assert.Equal(owner, Heading.Read([("单位预算收支总表", 12), (text, 9), ("单位：万元", 9)]).Department);

    // The lower page of the right columns of a wide sheet: its first rows have no other money.
    [Theory]
    [InlineData("|;|;60.00|", 3)]
    [InlineData("|;科目编码|合计;201|6.00", 2)]
    public void Blank_rows_above_amounts_without_names_are_rows_of_the_table(string rows, int kept) =>
        Assert.Equal(kept, Margins.Peel(WrittenTable.GridOf(rows.Split(';')), titleWanted: false).Grid.Rows);
}
