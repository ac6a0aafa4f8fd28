using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>What a number of a table counts: money, in which unit, or things.</summary>
public sealed class TableUnitTests
{
    [Theory]
    [InlineData("1．国内公务接待批次（个）", 0)]
    [InlineData("资金支出计划（%）", 0)]
    [InlineData("公务用车运行维护费（万元）", 1)]
    public void Rows_that_count_things_hold_no_money(string label, int amounts)
    {
        var table = WrittenTable.Read("财政拨款“三公”经费、行政参公单位机关运行经费情况表",
            "项目|统计数",
            "（一）支出合计|15.20",
            $"{label}|64");

        Assert.Equal(amounts, table.Rows[1].Amounts.Length);
    }

    [Fact]
    public void A_table_whose_unit_is_one_of_things_holds_no_money()
    {
        var table = WrittenTable.Lay("国有资产占用情况表", 1, "项目|车辆合计|单价100万元以上设备", "数量|5|2");

        var typed = WrittenTable.Type(table with { Around = table.Around with { Unit = null, CountsThings = true } });

        Assert.Empty(typed.Rows.SelectMany(r => r.Amounts));
        Assert.Equal([ColumnKind.Count, ColumnKind.Count], typed.Columns.Skip(1).Select(c => c.Kind));
    }

    [Fact]
    public void The_unit_in_a_cell_is_the_unit_of_its_amount()
    {
        var table = WrittenTable.Read("部门支出总表", "科目编码|科目名称|合计", "|合计|1,000.50元", "201|一般公共服务支出|1,000.50元");

        Assert.Equal([(1000.50m, "元"), (1000.50m, "元")], table.Amounts.Select(a => (a.Value, a.Unit!)));
    }
}
