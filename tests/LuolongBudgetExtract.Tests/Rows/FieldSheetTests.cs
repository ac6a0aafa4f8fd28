using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Sheets of fields (绩效目标表, 绩效自评表): what their numbers are and whose.</summary>
public sealed class FieldSheetTests
{
    private static readonly string[] Indicators =
    [
        "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
        "^|产出指标|数量指标|维修处数|≥20处|20处|30|29.5",
        "总分|<|<|<|<|<|100|99.46",
    ];

    private static string[] Written(TypedTable table) =>
        [.. table.Rows.SelectMany(r => r.Amounts.Select(a => $"{r.Label}|{a.Path}={a.RawText} {a.Meaning?.Measure ?? "?"} {a.Meaning?.Period ?? "?"}"))];

    [Theory]
    [InlineData("项目资金（万元）|<|年初预算数|全年预算数|全年执行数|分值|执行率|得分", "年度资金总额|<|50|60.00|50.00|10|83.33%|9.96", "上年结转资金|<|—|—|—|—||—")]
    [InlineData("项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分", "^|年度资金总额|50|60.00|50.00|10|83.33%|9.96", "^|上年结转资金|—|—|—|—||—")]
    public void The_money_of_a_self_evaluation_stands_under_names_in_the_middle_of_the_sheet(string header, string money, string nothing)
    {
        var table = WrittenTable.Read("项目支出绩效自评表",
            ["项目名称|<|某某工程|<|<|<|<|<", "主管部门|<|某某局|<|<|实施单位|某某处|<", header, money, nothing, .. Indicators]);

        Assert.Equal(
            ["年度资金总额|项目资金（万元）|年初预算数=50 project initial_budget", "年度资金总额|项目资金（万元）|全年预算数=60.00 project adjusted_budget", "年度资金总额|项目资金（万元）|全年执行数=50.00 project execution"],
            Written(table));
        Assert.Equal("上年结转资金", table.Rows[4].Label);
        Assert.Empty(table.Unplaced);
    }

    [Fact]
    public void Tasks_of_a_sheet_have_names_of_columns_in_two_rows()
    {
        var table = WrittenTable.Read("2026年度部门整体支出绩效自评表",
            "部门名称|某某局|<|<|<|<|<|<",
            "二、部门年度重点工作任务|<|<|<|<|<|<|<",
            "任务名称|项目级次|主要内容|批复金额（万元）|实际支出金额（万元）|<|<|预算执行率",
            "^|^|^|^|总额|财政拨款|其他资金|^",
            "学校公用经费|市级|保障学校运转|12,500.00|12,000.00|12,000.00|0|96.00%",
            "三、部门整体支出绩效指标|<|<|<|<|<|<|<",
            "一级指标|二级指标|三级指标|指标性质|指标值|度量单位|实际完成值|偏差原因分析及改进措施",
            "产出指标|数量指标|惠及学生数|≥|2.35|万人|2.41|无");

        Assert.Equal(
            ["学校公用经费|批复金额（万元）=12,500.00 total budget", "学校公用经费|实际支出金额（万元）|总额=12,000.00 total execution",
             "学校公用经费|实际支出金额（万元）|财政拨款=12,000.00 total execution", "学校公用经费|实际支出金额（万元）|其他资金=0 total execution"],
            Written(table));
        Assert.False(table.IsEmpty);
        Assert.Empty(table.Unplaced);
    }

    [Fact]
    public void A_number_of_a_sheet_that_no_name_explains_is_reported()
    {
        var table = WrittenTable.Read("项目支出绩效自评表",
            ["项目名称|<|某某工程|<|<|<|<|<", "去向|<|某某村|<|<|数额|12.50|<", .. Indicators]);

        Assert.Empty(table.Amounts);
        Assert.Contains("12.50", Assert.Single(table.Unplaced), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("主管部门及代码|<|233_某某局|实施单位|<|某某医院", null, "某某医院")]
    [InlineData("主管部门及代码|<||实施单位|<|101002-某某医院", "101002", "某某医院")]
    [InlineData("项目主管部门|<|[233]某某局|实施单位|<|", "233", "某某局")]
    public void The_unit_that_a_sheet_names_owns_its_money(string field, string? code, string name)
    {
        var table = WrittenTable.Read("政策和项目预算绩效目标表",
            "项目名称|<|<|某某经费|<|<", field, "项目资金（万元）|<|年度预算资金总额：|95.00|<|<", "^|<|其中：财政拨款|15.00|<|<", "^|<|其他资金|80.00|<|<");

        var money = table.Rows.Where(r => r.Amounts.Length > 0).ToList();
        Assert.Equal([RowRole.Total, RowRole.Detail, RowRole.Detail], money.Select(r => r.Role));
        Assert.Equal([0, 1, 1], money.Select(r => r.Level));
        Assert.All(money, r => Assert.Equal((code, name), (r.Dimensions.UnitCode, r.Dimensions.UnitName)));
    }

    [Fact]
    public void A_part_alone_is_of_which()
    {
        var table = WrittenTable.Read("项目支出绩效自评表",
            ["项目名称|<|某某工程|<|<|<|<|<", "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分", "^|年度资金总额|50|60.00|50.00|10|83.33%|9.96", "^|其中：当年财政拨款|50|60.00|50.00|10|83.33%|9.96",
             "^|其他资金|—|—|—|—||—", .. Indicators]);

        Assert.Equal([RowRole.Total, RowRole.OfWhich], table.Rows.Where(r => r.Amounts.Length > 0).Select(r => r.Role));
    }

    [Fact]
    public void Several_names_under_the_code_of_one_unit_are_its_projects()
    {
        var table = WrittenTable.Read("项目支出绩效目标表", "单位编码|单位（专项）名称|资金总额|年度绩效目标|一级指标|二级指标|三级指标|指标值",
            "212|某某局|9.00|||||", "212001|林业建设|5.00|提升森林质量|产出指标|数量指标|造林面积|≥20亩", "^|^|^|^|效益指标|生态效益指标|森林覆盖率|55%",
            "212001|森林防火|4.00|提升森林质量|产出指标|数量指标|巡查次数|≥20次");

        Assert.Equal([RowRole.Department, RowRole.Detail, RowRole.Detail, RowRole.Detail], table.Rows.Select(r => r.Role));
        Assert.Equal([null, "林业建设", "林业建设", "森林防火"], table.Rows.Select(r => r.Dimensions.ProjectName));
        Assert.Equal(["某某局", null, null, null], table.Rows.Select(r => r.Dimensions.UnitName));
    }

    // 湖南 22.
    [Theory]
    [InlineData("4.00", "林业建设", "某某局本级")]
    [InlineData("3.00", null, "林业建设")] // then nobody can tell
    public void The_code_of_a_unit_names_the_unit_first_and_then_the_projects_that_make_it_up(string other, string? project, string unit)
    {
        var table = WrittenTable.Read("项目支出绩效目标表", "单位编码|单位（专项）名称|资金总额|年度绩效目标|一级指标|二级指标|三级指标|指标值",
            "212|某某局|9.00|||||", "212001|某某局本级|9.00|||||", "212001|林业建设|5.00|提升森林质量|产出指标|数量指标|造林面积|≥20亩", "^|^|^|^|效益指标|生态效益指标|森林覆盖率|55%",
            $"212001|森林防火|{other}|提升森林质量|产出指标|数量指标|巡查次数|≥20次");

        Assert.Equal((project, unit, "212001"), (table.Rows[2].Dimensions.ProjectName, table.Rows[2].Dimensions.UnitName, table.Rows[2].Dimensions.UnitCode));
        Assert.Equal(project is null ? RowRole.Unit : RowRole.Detail, table.Rows[3].Role);
        Assert.Equal((RowRole.Unit, "某某局本级"), (table.Rows[1].Role, table.Rows[1].Dimensions.UnitName));
    }
}
