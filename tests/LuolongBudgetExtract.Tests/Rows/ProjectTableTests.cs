using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Tables of projects and of what is bought for them, from boxhead to meaning.</summary>
public sealed class ProjectTableTests
{
    // 四川 公开09表: the item, then its projects with the code of the item.
    [Fact]
    public void Projects_below_their_item_in_a_column_of_items_and_projects_are_its_parts()
    {
        var table = WrittenTable.Read("一般公共预算财政拨款项目支出决算表",
            "科目编码|<|<|科目名称（项目）|金额",
            "类|款|项|^|^",
            "合计|<|<|<|1200.00",
            "213|||农林水支出|1200.00",
            "213|03||水利|1200.00",
            "213|03|04|水利行业业务管理|1200.00",
            "213|03|04|河湖长制工作经费|700.00",
            "213|03|04|水资源管理专项|500.00");

        Assert.Equal([null, null, null, null, "河湖长制工作经费", "水资源管理专项"], table.Rows.Select(r => r.Dimensions.ProjectName));
        Assert.Equal([RowRole.Subtotal, RowRole.Detail, RowRole.Detail], table.Rows[3..].Select(r => r.Role));
        Assert.Equal([table.Rows[3].Number, table.Rows[3].Number], table.Rows[4..].Select(r => r.Parent));
    }

    [Theory]
    [InlineData("项目支出绩效自评结果汇总表", "project")]
    [InlineData("部门整体及项目支出绩效自评结果汇总表", "total")]
    public void The_money_of_a_list_of_evaluated_projects_is_project_expenditure_and_their_marks_are_no_money(string title, string measure)
    {
        var table = WrittenTable.Read(title,
            "序号|项目名称|全年预算数|全年执行数|执行率|自评得分|等级",
            "1|天然林保护工程|500.00|480.00|96.00%|95.5|优",
            "2|森林防火|300.00|300.00|100.00%|98.0|优");

        Assert.Equal([measure, measure, measure, measure], table.Amounts().Select(a => a.Split(' ')[1]));
    }

    [Fact]
    public void An_item_named_above_its_projects_is_their_parent()
    {
        var table = WrittenTable.Read("一般公共预算项目支出预算表",
            "科目编码|单位代码|单位名称（科目）|金额",
            "||合计|7.00",
            "||某某局机关|7.00",
            "||水利工程建设|7.00",
            "2130305|318001|某灌区项目|4.00",
            "2130305|318001|某水库项目|3.00");

        Assert.Equal([null, 1, 2, 3, 3], table.Rows.Select(r => r.Parent));
        Assert.Equal(["2130305", "2130305", "2130305"], table.Rows.Skip(2).Select(r => r.Dimensions.FunctionCode));
    }

    [Fact]
    public void The_sum_of_a_project_stands_above_its_lines_and_belongs_to_their_unit()
    {
        var table = WrittenTable.Read("部门项目支出预算表",
            "项目名称|项目单位|功能科目编码|功能科目名称|经济科目编码|经济科目名称|合计",
            "监测经费||||||5.00",
            "监测经费|某某局|2110399|其他污染防治支出|30227|委托业务费|5.00",
            "保护基金||||||4.00",
            "保护基金|某某院|2110301|大气|30227|委托业务费|3.00",
            "保护基金|某某院|2110301|大气|31003|专用设备购置|1.00");

        Assert.Equal(["某某局", "某某局", "某某院", "某某院", "某某院"], table.Rows.Select(r => r.Dimensions.UnitName));
        Assert.Equal([null, 1, null, 3, 3], table.Rows.Select(r => r.Parent));
    }

    [Fact]
    public void A_sheet_of_fields_belongs_to_its_project_and_its_funds_make_up_the_whole()
    {
        var table = WrittenTable.Read("项目支出绩效目标表",
            "项目名称|<|某某项目|<",
            "主管部门|<|某某局|<",
            "资金金额（万元）|年度资金总额：|<|18.00",
            "^|其中：财政拨款|<|10.00",
            "^|其他资金|<|8.00");

        Assert.Equal([RowRole.Total, RowRole.Detail, RowRole.Detail], table.Rows.Where(r => r.Amounts.Length > 0).Select(r => r.Role));
        Assert.All(table.Rows.Where(r => r.Amounts.Length > 0), r => Assert.Equal("某某项目", r.Dimensions.ProjectName));
    }

    // 长沙 13: units and their projects in one column, each with the code of the unit.
    [Theory]
    [InlineData("7.00", true)]
    [InlineData("8.00", false)]
    public void The_unit_among_its_projects_is_the_row_that_sums_them_up(string total, bool tells)
    {
        var table = WrittenTable.Read("专项资金预算汇总表",
            "单位代码|单位（专项名称）|合计",
            $"|合计|{total}",
            "302001|某某局本级|5.00",
            "302001|养老服务|3.00",
            "302001|地名管理|2.00",
            "302003|某某福利院|2.00",
            "302003|福利院运转|2.00");

        Assert.Equal(tells ? [RowRole.Unit, RowRole.Detail, RowRole.Detail, RowRole.Unit, RowRole.Detail] : [.. Enumerable.Repeat(RowRole.Unit, 5)], table.Rows.Skip(1).Select(r => r.Role));
        Assert.Equal(tells ? ("某某福利院", "福利院运转") : ("福利院运转", null), (table.Rows[5].Dimensions.UnitName, table.Rows[5].Dimensions.ProjectName));
    }

    [Fact]
    public void A_name_beside_the_code_of_a_project_is_a_project_in_any_form()
    {
        var row = WrittenTable.Read("部门基本支出预算表", "项目代码|项目名称|功能科目编码|功能科目名称|部门经济科目编码|部门经济科目名称|合计",
            "合计||||||2.00", "530100210000000002102|行政人员支出工资|2110101|行政运行|30101|基本工资|2.00").Rows[1];

        Assert.Equal(("行政人员支出工资", "基本工资"), (row.Dimensions.ProjectName, row.Label));
    }

    [Fact]
    public void What_is_bought_for_a_project_is_no_project()
    {
        var row = WrittenTable.Read("部门政府采购预算表", "预算项目|采购项目|采购品目|合计", "合计|||2.00", "办公楼物业管理经费|物业管理服务|C21040000|2.00").Rows[1];

        Assert.Equal("办公楼物业管理经费", row.Dimensions.ProjectName);
    }

    [Fact]
    public void What_is_bought_belongs_to_the_project_and_the_item_above_it()
    {
        var rows = WrittenTable.Read("政府采购预算表", "采购品目大类|专项名称|经济科目|采购物品名称|采购组织形式|总计",
            "合计|||||30.00", "一、货物A|||||30.00", "|电子政务业务费|办公费|||30.00", "|||小型机|分散自行组织|20.00", "|||交换设备|分散自行组织|10.00").Rows;

        Assert.All(rows.Skip(2), r => Assert.Equal(("电子政务业务费", "30201"), (r.Dimensions.ProjectName, r.Dimensions.DeptEconCode)));
        Assert.Equal([null, null], rows.Take(2).Select(r => r.Dimensions.ProjectName));
    }

    [Theory]
    [InlineData("采购项目|采购品目编码|合计", "复印机|A02020100|4.50")]
    [InlineData("采购品目编码|采购项目|合计", "A02020100|复印机|4.50")]
    public void The_code_of_what_is_bought_is_no_name(string header, string row) =>
        Assert.Equal("复印机", WrittenTable.Read("政府采购预算表", header, "合计||4.50", row).Rows[1].Label);

    // 西安 表12: the financing, the unit, and what it buys in one column; only the first two print a code.
    [Theory]
    [InlineData("5.00", true)]
    [InlineData("6.00", false)]
    public void Rows_with_a_code_that_sum_up_those_without_are_units(string unit, bool tells)
    {
        var table = WrittenTable.Read("政府采购预算表", "功能科目编码|单位编码|采购项目|预算金额",
            "||合计|8.00", "2040201|1|全额|8.00", $"2040201|153001|某某局|{unit}", "2040201||车辆维修|3.00", "2040201||办公用品|2.00", "2040201|153002|某某队|3.00", "2040201||制服|3.00");

        Assert.Equal(tells ? [RowRole.Total, RowRole.Subtotal, RowRole.Unit, RowRole.Detail, RowRole.Detail, RowRole.Unit, RowRole.Detail]
            : [RowRole.Total, .. Enumerable.Repeat(RowRole.Detail, 6)], table.Rows.Select(r => r.Role));
        Assert.Equal(tells ? [null, 1, 2, 3, 3, 2, 6] : [null, 1, 1, 1, 1, 1, 1], table.Rows.Select(r => r.Parent));
        Assert.Equal(tells ? "某某队" : null, table.Rows[6].Dimensions.UnitName);
    }

    // The money of the project stands once, beside its parts.
    [Fact]
    public void Parts_beside_the_sum_of_their_project_belong_to_it()
    {
        var table = WrittenTable.Read("项目支出表", "项目名称|总金额|经济科目|金额",
            "招商引资经费|400.00|30211-差旅费|100.00", "^|^|30215-会议费|300.00", "合计|400.00||400.00");

        Assert.Equal(["招商引资经费", "招商引资经费", null], table.Rows.Select(r => r.Dimensions.ProjectName));
        Assert.Equal([2, 1, 2], table.Rows.Select(r => r.Amounts.Length));
    }

    // 四川 表3-2.
    [Fact]
    public void What_prints_the_code_of_an_item_beside_a_name_of_its_own_is_a_project()
    {
        var table = WrittenTable.Read("一般公共预算项目支出预算表",
            "科目编码|单位代码|单位名称（科目）|金额",
            "||合计|9.00",
            "||某某局机关|7.00",
            "||水利工程运行与维护|7.00",
            "2130306|318001|水利工程运行维护经费|4.00",
            "2130306|318001|小型水库养护项目|3.00",
            "||某某站|2.00",
            "2130314|318601|防汛物资储备经费|2.00");

        Assert.Equal([null, null, null, "水利工程运行维护经费", "小型水库养护项目", null, "防汛物资储备经费"], table.Rows.Select(r => r.Dimensions.ProjectName));
        Assert.Equal([null, null, "水利工程运行与维护", "水利工程运行与维护", "水利工程运行与维护", null, "防汛"], table.Rows.Select(r => r.Dimensions.FunctionName));
    }

    // 广东: 支出项目类别（资金使用单位）.
    [Fact]
    public void Units_that_use_the_money_stand_below_its_projects()
    {
        string[] lines = ["支出项目类别（资金使用单位）|合计", "合计|10.00", "水土保持|7.00", "  某某局本级|4.00", "  监测中心|3.00", "防汛经费|3.00", "  某某局本级|2.00", "  监测中心|1.00"];

        var read = KnownOrganisations.Apply([WrittenTable.Read("部门预算项目支出预算表", lines)])[0].Rows;

        Assert.Equal([null, "水土保持", "水土保持", "水土保持", "防汛经费", "防汛经费", "防汛经费"], read.Select(r => r.Dimensions.ProjectName));
        Assert.Equal([null, null, "某某局本级", "监测中心", null, "某某局本级", "监测中心"], read.Select(r => r.Dimensions.UnitName));
    }

    [Fact]
    public void Units_that_use_the_money_stand_below_classes_of_basic_expenditure()
    {
        string[] lines = ["支出项目类别（资金使用单位）|合计", "合计|10.00", "工资福利支出|7.00", "  某某局本级|4.00", "  监测中心|3.00", "商品和服务支出|3.00", "  某某局本级|2.00", "  监测中心|1.00"];

        var read = KnownOrganisations.Apply([WrittenTable.Read("部门预算基本支出预算表", lines)])[0].Rows;

        Assert.All(read, r => Assert.Null(r.Dimensions.ProjectName));
        Assert.Equal([null, "301", "301", "301", "302", "302", "302"], read.Select(r => r.Dimensions.DeptEconCode));
        Assert.Equal([null, null, "某某局本级", "监测中心", null, "某某局本级", "监测中心"], read.Select(r => r.Dimensions.UnitName));
    }

    [Fact]
    public void A_part_of_a_project_that_is_called_like_no_organisation_is_no_unit()
    {
        var read = KnownOrganisations.Apply([WrittenTable.Read("部门预算项目支出预算表", "支出项目类别（资金使用单位）|合计", "合计|9.00", "信息化建设|9.00", "  系统运维|4.00", "  数据中心|5.00")])[0].Rows;

        Assert.All(read, r => Assert.Null(r.Dimensions.UnitName));
    }
}
