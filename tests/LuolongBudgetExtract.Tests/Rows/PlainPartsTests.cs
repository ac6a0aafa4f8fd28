namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Items without a number below a numbered one, where nothing but the sum tells that they are its parts.</summary>
public sealed class PlainPartsTests
{
    [Theory]
    [InlineData("30", new[] { 8, 1, 1, 8, 4, 8, 6 })]
    [InlineData("45", new[] { 8, 8, 8, 8, 8, 8, 8 })] // the first does not add up: nothing tells what the single items are
    public void One_part_alone_is_one_where_its_numbered_siblings_have_theirs(string second, int[] parents)
    {
        var table = WrittenTable.Read("2026年新增政府债券项目安排情况表", "序号|项目名称|债券规模",
            "一、交通|<|40", "1|滨河东路|10", $"2|滨河西路|{second}", "二、水利|<|20", "1|某某水库|20", "三、其他|<|5", "1|某某平台|5", "|合计|65");

        Assert.Equal(parents, table.Rows.Take(7).Select(r => r.Parent!.Value));
    }

    [Fact]
    public void Taxes_below_the_numbered_whole_of_a_governments_revenue_are_its_parts()
    {
        var table = WrittenTable.Read("2026年全市一般公共预算收入表", "项目|预算数", "合计|100", "一、税收收入|70", "增值税|40", "企业所得税|30", "二、非税收入|30", "专项收入|10", "罚没收入|20");

        Assert.Equal([null, 1, 2, 2, 1, 5, 5], table.Rows.Select(r => r.Parent));
    }
}
