using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

public sealed class StaircaseTests
{
    private static readonly Box Nowhere = new(0, 0, 1, 1);

    private static IEnumerable<int>? Steps(ColumnKind[] kinds, params string[][] rows)
    {
        var table = new LogicalTable(Surroundings.None, [], 1,
            [.. rows.Select((r, i) => new BodyRow(1, i, i + 1, [.. r.Select((t, c) => new Cell(i, c, 1, 1, t, t, 1, Nowhere, Nowhere, 0))], [.. r.Select(_ => true)]))], 1, 1, GridMethod.Ruled, 0);
        ImmutableArray<LeafColumn> columns = [.. kinds.Select((k, c) => new LeafColumn(c, [], k, 0, null, null, null, null))];
        return Staircase.Of(table, columns)?.OrderBy(s => s.Key).Select(s => s.Value);
    }

    [Fact]
    public void Groups_of_projects_stand_one_column_left_of_each_other() => Assert.Equal(
        [1, 2, 4, 4],
        Steps([ColumnKind.ProjectType, ColumnKind.ProjectName, ColumnKind.ProjectName, ColumnKind.Amount],
            ["特定目标类", "", "", "3"], ["", "综合管理", "", "3"], ["", "", "信访专项", "1"], ["", "", "驻京经费", "2"]));

    [Fact]
    public void A_class_of_purchases_is_wider_than_the_unit_directly_under_it() => Assert.Equal(
        [0, 1, 2, 2, 1, 2],
        Steps([ColumnKind.Text, ColumnKind.Label, ColumnKind.Text, ColumnKind.Amount],
            ["合计", "", "", "9"], ["货物", "", "", "9"], ["某局", "", "", "4"], ["", "路由器", "分散采购", "2"], ["", "", "集中采购", "2"], ["某中心", "", "", "5"], ["", "扫描仪", "分散采购", "5"]));

    [Fact]
    public void Names_that_stand_beside_each_other_are_no_staircase() => Assert.Null(
        Steps([ColumnKind.ProjectType, ColumnKind.ProjectName, ColumnKind.Amount], ["特定目标类", "信访专项", "1"], ["特定目标类", "驻京经费", "2"]));

    [Theory]
    [InlineData("上年结转结余", "carried_over")]
    [InlineData("二、上年结转", "carried_over")]
    [InlineData("年初财政拨款结转和结余", "opening")]
    [InlineData("年末结转和结余", "closing")]
    [InlineData("二、年终结转结余", "closing")]
    [InlineData("二、结转下年", "next_year")]
    [InlineData("一、本年收入", null)]
    [InlineData("收入总计", null)]
    public void The_row_of_a_summary_says_whether_money_is_carried_over(string label, string? period) => Assert.Equal(period, RowPeriods.Of(label));
}
