using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Tables of governments whose two sides stand side by side under one header row.</summary>
public sealed class PanelSidesTests
{
    private static string[] Sides(TypedTable table) =>
        [.. table.Rows.SelectMany(r => r.Amounts.Select(a => $"{r.Label} {a.RawText} {(a.Meaning is { } own ? own.Side : table.Columns[a.Column].Side)?.ToString() ?? "?"}"))];

    [Theory]
    [InlineData("收入|决算数|支出|决算数")]
    [InlineData("收　入|决算数|支　出|决算数")]
    [InlineData("收入项目|决算数|支出项目|决算数")]
    [InlineData("项目|决算数|项目|决算数")]
    public void The_items_or_the_sums_tell_the_side_and_each_side_has_its_own_labels(string header)
    {
        var table = WrittenTable.Read("2024年全市一般公共预算收支决算平衡表", header,
            "一般公共预算收入|300|一般公共预算支出|420", "上级补助收入|170|上解上级支出|50", "收入总计|470|支出总计|470");

        Assert.Equal(
            ["一般公共预算收入 300 Revenue", "一般公共预算支出 420 Expenditure", "上级补助收入 170 Revenue", "上解上级支出 50 Expenditure", "收入总计 470 Revenue", "支出总计 470 Expenditure"],
            Sides(table));
    }

    [Fact]
    public void Two_lists_side_by_side_without_sides_have_none()
    {
        var table = WrittenTable.Read("2024年全市一般公共预算收支平衡表", "项目|决算数|项目|决算数", "甲县|3|乙县|4", "丙县|7|合计|14");

        Assert.All(Sides(table), s => Assert.EndsWith("?", s, StringComparison.Ordinal));
    }

    [Fact]
    public void Balances_are_neither_revenue_nor_expenditure()
    {
        var columns = WrittenTable.Read("2026年全市社会保险基金收支预算表", "项目|上年结余|本年收入|本年支出|本年收支结余|年末滚存结余", "工伤保险基金|100|100|80|20|120");
        var rows = WrittenTable.Read("2026年全市社会保险基金结余预算表", "收入项目|2026年预算数", "一、失业保险基金本年收支结余|20", "失业保险基金（含专户）年末滚存结余|220", "上年滚存结余|200", "失业保险费收入|3");

        Assert.Equal(["100 ?", "100 Revenue", "80 Expenditure", "20 ?", "120 ?"], Sides(columns).Select(s => s.Split(' ', 2)[1]));
        Assert.Null(columns.Rows[0].Side);
        Assert.Equal(["total carried_over", "total current", "total current", "balance current", "total closing"], columns.Amounts().Select(a => a.Split(' ', 2)[1]));
        Assert.Equal(["balance current", "total closing", "total carried_over", "total current"], rows.Amounts().Select(a => a.Split(' ', 2)[1]));
        Assert.Equal(["?", "?", "Revenue", "Revenue"], Sides(rows).Select(s => s.Split(' ')[^1]));
    }
}
