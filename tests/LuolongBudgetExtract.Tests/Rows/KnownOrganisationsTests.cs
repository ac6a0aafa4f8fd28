using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

public sealed class KnownOrganisationsTests
{
    [Fact]
    public void Organisations_above_their_projects_are_known_from_the_other_tables()
    {
        var units = WrittenTable.Read("收入总表", "预算单位|合计", "某某局|9.00", "  某某局（本级）|5.00", "  某某站|4.00");
        var projects = WrittenTable.Read("项目支出总表", "项目名称|合计", "某某局|9.00", "  某某局（本级）|5.00", "    信息公开|5.00", "  某某站|4.00", "    设备购置|3.00", "    数据中心|1.00");

        var read = KnownOrganisations.Apply([units, projects])[1].Rows;

        Assert.Equal([RowRole.Department, RowRole.Unit, RowRole.Detail, RowRole.Unit, RowRole.Detail, RowRole.Detail], read.Select(r => r.Role));
        Assert.Equal([null, null, "信息公开", null, "设备购置", "数据中心"], read.Select(r => r.Dimensions.ProjectName));
        Assert.Equal(["某某局", "某某局（本级）", "某某局（本级）", "某某站", "某某站", "某某站"], read.Select(r => r.Dimensions.UnitName));
    }

    [Fact]
    public void Organisations_above_their_functions_are_units_where_what_follows_adds_up_to_them()
    {
        var units = WrittenTable.Read("收入总表", "预算单位|合计", "合计|9.00", "甲馆|5.00", "乙院|4.00");
        string[] lines = ["科目编码|科目名称|合计", "|合计|9.00", "|甲馆|5.00", "207|文化旅游体育与传媒支出|3.00", "208|社会保障和就业支出|2.00", "|乙院|4.00", "207|文化旅游体育与传媒支出|4.00"];
        var proven = WrittenTable.Read("支出总表", lines);
        var doubtful = WrittenTable.Read("支出总表", [.. lines[..^1], "207|文化旅游体育与传媒支出|3.50"]);

        var read = KnownOrganisations.Apply([units, proven])[1].Rows;
        Assert.Equal([RowRole.Total, RowRole.Unit, RowRole.Detail, RowRole.Detail, RowRole.Unit, RowRole.Detail], read.Select(r => r.Role));
        Assert.Equal([null, "甲馆", "甲馆", "甲馆", "乙院", "乙院"], read.Select(r => r.Dimensions.UnitName));
        Assert.Equal([0, 1, 2, 2, 1, 2], read.Select(r => r.Level));
        Assert.DoesNotContain(KnownOrganisations.Apply([units, doubtful])[1].Rows, r => r.Role == RowRole.Unit);
    }

    [Fact]
    public void The_department_stands_above_its_own_office_of_the_same_name()
    {
        var table = WrittenTable.Read("支出总表", "科目编码|单位代码|单位名称（科目）|合计", "||合计|9.00", "||某某局|9.00", "||某某局|5.00", "2080501|314001|行政单位离退休|5.00", "||某某站|4.00", "2080502|314002|事业单位离退休|4.00");

        Assert.Equal([RowRole.Total, RowRole.Department, RowRole.Unit, RowRole.Detail, RowRole.Unit, RowRole.Detail], table.Rows.Select(r => r.Role));
    }

    [Fact]
    public void Units_above_what_they_buy_are_known_from_the_other_tables()
    {
        var units = WrittenTable.Read("收入总表", "预算单位|合计", "某某局|9.00", "  某某局（本级）|5.00", "  某某展示馆|4.00");
        var bought = WrittenTable.Read("政府采购支出表", "采购品目大类|专项名称|经济科目|采购物品名称|采购组织形式|总计",
            "合计|||||4.00", "某某展示馆|||||4.00", "|公用经费|办公费|复印纸|集中采购|1.50", "|办公设备购置|办公设备购置|LED显示屏|集中采购|2.50");

        var read = KnownOrganisations.Apply([units, bought])[1].Rows;

        Assert.Equal([RowRole.Total, RowRole.Unit, RowRole.Detail, RowRole.Detail], read.Select(r => r.Role));
        Assert.Equal([null, "某某展示馆", "某某展示馆", "某某展示馆"], read.Select(r => r.Dimensions.UnitName));
        Assert.Equal([null, null, "30201", null], read.Select(r => r.Dimensions.DeptEconCode));
        Assert.Equal([null, null, "办公费", "办公设备购置"], read.Select(r => r.Dimensions.DeptEconName));
    }

    [Theory]
    [InlineData("某某市委", "某某市委宣传部", "某某市委宣传部")]
    [InlineData("某某局", "某某局机关", "某某局")]
    [InlineData("某某局", "某某局（本级）", "某某局")]
    [InlineData("某某局", "某某局12.00 3.00", "某某局")]
    public void A_clipped_name_of_a_unit_is_completed_from_another_table(string printed, string other, string name)
    {
        TypedTable Of(string unit) => WrittenTable.Read("部门支出总表", "单位编码|单位名称|合计", "|合计|9.00", $"201002|{unit}|9.00");

        var row = ClippedNames.Apply([Of(printed), Of(other)])[0].Rows[1];

        Assert.Equal((name, printed), (row.Dimensions.UnitName, row.Label));
    }
}
