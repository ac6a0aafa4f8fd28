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
}
