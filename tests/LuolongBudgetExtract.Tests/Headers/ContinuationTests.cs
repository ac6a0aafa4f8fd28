using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Rows;
using LuolongBudgetExtract.Tests.Rows;

namespace LuolongBudgetExtract.Tests.Headers;

/// <summary>Tables that go on over the page without their boxhead, so that borders which only the boxhead needs are not drawn again.</summary>
public sealed class ContinuationTests
{
    private static TypedTable Read(string title, string[] first, string[] next)
    {
        var upper = WrittenTable.GridOf(first);
        // A row that is cut off takes along the borders that were its own.
        string whole = string.Join('|', Enumerable.Repeat("x", upper.Columns));
        var lower = GridTrim.Rows(WrittenTable.GridOf([whole, .. next]), 1, next.Length);
        return WrittenTable.Type(Assert.Single(LogicalTables.Join([Fragment(1, upper, new Surroundings(null, title, "万元", "某某局", null)), Fragment(2, lower, Surroundings.None)])));
    }

    private static TableFragment Fragment(int page, Grid grid, Surroundings around)
    {
        var (rows, numbers) = Boxhead.Measure(grid);
        return new TableFragment(page, grid, around, rows, numbers, [], []) { IsFirst = true, IsLast = true };
    }

    // 财决公开03表: 类|款|项 over three narrow columns, the codes in one cell as wide as the three.
    [Fact]
    public void A_code_over_the_columns_of_its_parts_is_the_whole_code_on_every_page()
    {
        var table = Read("支出决算表",
            ["项目|<|<|<|本年支出合计|基本支出|项目支出", "功能分类科目编码|<|<|科目名称|^|^|^", "类|款|项|^|^|^|^", "213|<|<|农林水支出|30.00|20.00|10.00"],
            ["221|<|<|住房保障支出|5.00|5.00|0.00", "22102|<|<|住房改革支出|5.00|5.00|0.00", "2210201|<|<|住房公积金|5.00|5.00|0.00"]);

        Assert.Equal(["213", "221", "22102", "2210201"], table.Rows.Select(r => r.Dimensions.FunctionCode));
        Assert.All(table.Rows, r => Assert.Null(r.Dimensions.UnitCode));
    }

    private static readonly string[] ThreePanels =
    [
        "人员经费|<|<|公用经费|<|<|<|<|<", "科目编码|科目名称|金额|科目编码|科目名称|金额|科目编码|科目名称|金额",
        "301|工资福利支出|9.00|302|商品和服务支出|3.00|310|资本性支出|1.00",
    ];

    [Fact]
    public void Sums_alone_on_the_last_page_belong_to_their_panels()
    {
        var table = Read("一般公共预算财政拨款基本支出决算表", ThreePanels, ["人员经费合计|<|9.00|公用经费合计|<|<|<|<|4.00"]);

        Assert.Equal(["人员经费合计|人员经费|金额=9.00 basic.personnel current", "公用经费合计|公用经费|金额=4.00 basic.public current"], table.Amounts()[^2..]);
    }

    [Fact]
    public void What_follows_a_sum_over_all_panels_is_their_sum()
    {
        var table = Read("一般公共预算财政拨款基本支出决算表", ThreePanels, ["人员经费合计|<|9.00|公用经费合计|<|<|<|<|4.00", "合计|<|<|<|<|<|<|<|13.00"]);

        Assert.Equal(["公用经费合计|公用经费|金额=4.00 basic.public current", "合计|公用经费|金额=13.00 basic current"], table.Amounts()[^2..]);
    }

    // Two halves of a wide sheet with as many columns each, as wide as those of the other.
    [Theory]
    [InlineData("项目名称|国有资本|单位资金;农田水利|3.00|4.00;科技推广|5.00|6.00", 2)]
    [InlineData("项目名称|合计|一般公共预算;农田水利|3.00|4.00;科技推广|5.00|6.00", 1)]
    [InlineData("病虫害防治|1.00|1.00;农田水利|3.00|4.00;科技推广|5.00|6.00", 1)]
    public void Other_columns_under_the_names_of_the_stub_are_no_more_rows(string next, int tables) =>
        Assert.Equal(tables, LogicalTables.Join([
            Fragment(1, WrittenTable.GridOf("项目名称|合计|一般公共预算", "农田水利|9.00|2.00", "科技推广|8.00|1.00"), new Surroundings(null, "项目支出表", "万元", "某某局", null)),
            Fragment(2, WrittenTable.GridOf(next.Split(';')), Surroundings.None)]).Length);

    [Theory]
    [InlineData("国有资本|单位资金;3.00|4.00;5.00|6.00", 2)]
    [InlineData("|;3.00|4.00;5.00|6.00", 1)]
    public void A_name_under_numbers_alone_is_that_of_another_column(string next, int tables) =>
        Assert.Equal(tables, LogicalTables.Join([
            Fragment(1, WrittenTable.GridOf("合计|一般公共预算", "9.00|2.00", "8.00|1.00"), new Surroundings(null, null, "万元", null, null)),
            Fragment(2, WrittenTable.GridOf(next.Split(';')), Surroundings.None)]).Length);
}
