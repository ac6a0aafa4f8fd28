using LuolongBudgetExtract.Indicators;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Sheets of fields that ask for several things in one line, or for the money of several years.</summary>
public sealed class WholeSheetTests
{
    private static readonly string[] Indicators = ["一级指标|二级指标|三级指标|<|指标值|<|<", "产出指标|数量指标|购置数量|<|≥2万条|<|<"];

    private static string[] Written(TypedTable table) =>
        [.. table.Rows.SelectMany(r => r.Amounts.Select(a => $"{r.Label}|{a.Path}={a.RawText} {a.Meaning?.Measure ?? "?"} {a.Meaning?.Fund ?? "-"} {a.Meaning?.Period ?? "?"}"))];

    [Theory]
    [InlineData("预算单位|某某局|<|项目名称|购置项目|<|<")]
    [InlineData("项目名称：|购置项目|<|预算单位：|某某局|<|<")]
    [InlineData("项目名称|购置项目|<|项目类别|特定目标类|填报单位（盖章）|某某局")]
    public void Names_and_values_side_by_side_open_a_sheet(string first)
    {
        var table = WrittenTable.Read("项目支出绩效目标表", [first, "项目资金（万元）|年度资金总额|20.00|其中：财政拨款|15.00|其他资金|5.00", .. Indicators]);

        Assert.Equal(0, table.HeaderRows);
        Assert.Equal(
            ["项目资金（万元）|项目资金（万元）|年度资金总额=20.00 project - current", "项目资金（万元）|项目资金（万元）|其中：财政拨款=15.00 project fiscal_appropriation current",
             "项目资金（万元）|项目资金（万元）|其他资金=5.00 project other current"],
            Written(table));
        Assert.Equal("购置项目", table.Rows[1].Dimensions.ProjectName);
        Assert.Equal("购置项目", Assert.Single(IndicatorReader.Read(table).Indicators).ProjectName);
    }

    [Theory]
    [InlineData("预算单位|金额|<|<|备注", "|合计|基本支出|项目支出|")]
    [InlineData("预算单位|金额|<|<|备注", "^|合计|基本支出|项目支出|^")]
    [InlineData("预算单位|项目单位|项目类别|项目名称|金额", null)]
    public void Names_of_columns_are_no_fields(string first, string? second)
    {
        var table = WrittenTable.Read("项目支出表", [first, .. second is null ? (string[])[] : [second], "某某局|3.00|1.00|2.00|"]);

        Assert.Equal(second is null ? 1 : 2, table.HeaderRows);
    }

    [Fact]
    public void Parts_of_the_money_of_the_whole_period_are_of_that_period()
    {
        var table = WrittenTable.Read("专项业务经费绩效目标表",
            "专项（项目）名称|购置项目|<|<|<", "资金金额（万元）|实施期资金总额：|90.00|年度资金总额：|30.00", "^|其中：财政拨款|80.00|其中：财政拨款|25.00", "^|其他资金|10.00|其他资金|5.00",
            "^|某某资金总额|10.00||", "^|其中：财政拨款|4.00||", "一级指标|二级指标|三级指标|指标值|<");

        Assert.Equal(
            ["implementation", "current", "implementation", "current", "implementation", "current", null, null],
            table.Amounts.Select(a => a.Meaning?.Period));
        Assert.All(table.Rows.Where(r => r.Amounts.Length > 0), r => Assert.Equal("购置项目", r.Dimensions.ProjectName));
    }

    [Fact]
    public void The_sheet_of_a_department_has_money_of_several_years_and_projects()
    {
        var table = WrittenTable.Read("部门整体支出绩效目标表",
            "填报部门|某某局|<|<|<|<|<", "填报人|张三|联系电话|<|0718-8222222|<|<",
            "部门总体资金情况（万元）|总体资金情况|<|当年预算金额|占比|近两年收支金额|<", "^|^|<|^|^|2024年|2025年",
            "^|收入构成|财政拨款|872.21|98.31%|860.20|895.31", "^|^|合计|872.21|100%|860.20|895.31", "^|支出构成|基本支出|872.21|100%|860.20|895.31",
            "项目支出情况|支出项目名称|支出项目类型|项目总预算|<|项目本年度预算|项目主要支出方向和用途", "^|配套资金|其他运转类|120.00|<|110.00|工程配套",
            "年度绩效指标|一级指标|二级指标|三级指标|前年|上年|预计当年实现", "^|产出指标|数量指标|维护数量|80座|82座|85座");

        Assert.Equal(
            ["财政拨款|部门总体资金情况（万元）|当年预算金额=872.21 total fiscal_appropriation current", "财政拨款|部门总体资金情况（万元）|近两年收支金额|2024年=860.20 total fiscal_appropriation earlier_year",
             "财政拨款|部门总体资金情况（万元）|近两年收支金额|2025年=895.31 total fiscal_appropriation prior_year",
             "合计|部门总体资金情况（万元）|当年预算金额=872.21 total - current", "合计|部门总体资金情况（万元）|近两年收支金额|2024年=860.20 total - earlier_year", "合计|部门总体资金情况（万元）|近两年收支金额|2025年=895.31 total - prior_year",
             "基本支出|部门总体资金情况（万元）|当年预算金额=872.21 basic - current", "基本支出|部门总体资金情况（万元）|近两年收支金额|2024年=860.20 basic - earlier_year", "基本支出|部门总体资金情况（万元）|近两年收支金额|2025年=895.31 basic - prior_year",
             "配套资金|项目支出情况|项目总预算=120.00 project - implementation", "配套资金|项目支出情况|项目本年度预算=110.00 project - current"],
            Written(table));
        Assert.Equal([Side.Revenue, Side.Revenue, Side.Expenditure, Side.Expenditure], table.Rows.Where(r => r.Amounts.Length > 0).Select(r => r.Amounts[0].Meaning?.Side));
        Assert.Equal(("维护数量", "85座"), Assert.Single(IndicatorReader.Read(table).Indicators) is var i ? (i.Level3, i.TargetRaw) : default);
        Assert.Empty(table.Unplaced);
    }

    [Fact]
    public void Sources_and_purchases_of_a_project_are_lists_inside_its_sheet()
    {
        var table = WrittenTable.Read("项目支出绩效目标表",
            "项目名称|运行维护|<|<", "项目主管部门|某某局|项目执行单位|某某站", "项目总预算|200.00|项目当年预算|100.50",
            "项目资金来源|资金来源项目|<|金额", "^|合计|<|100.50", "^|1.一般公共预算财政拨款|<|65.50", "^|3.其他资金|<|15.00", "^|4.使用上年度财政拨款结转|<|15.00", "^|5.动用某某结余|<|5.00",
            "项目采购|品名|数量|金额", "^|巡查服务|1|20.00", "一级指标|二级指标|三级指标|指标值");

        Assert.Equal(
            ["项目总预算|项目总预算=200.00 project - implementation", "项目总预算|项目当年预算=100.50 project - current",
             "合计|项目资金来源|金额=100.50 project - current", "1.一般公共预算财政拨款|项目资金来源|金额=65.50 project general_public_budget current", "3.其他资金|项目资金来源|金额=15.00 project other current",
             "4.使用上年度财政拨款结转|项目资金来源|金额=15.00 project fiscal_appropriation carried_over", "5.动用某某结余|项目资金来源|金额=5.00 project - ?",
             "巡查服务|项目采购|金额=20.00 procurement - current"],
            Written(table));
        Assert.All(table.Rows.Where(r => r.Amounts.Length > 0), r => Assert.Equal("某某站", r.Dimensions.UnitName));
    }

    [Fact]
    public void What_a_budget_provides_is_money_of_the_department()
    {
        var table = WrittenTable.Read("部门整体支出绩效目标表",
            "部门名称|<|某某局|<|<", "当年预算情况（万元）|<|<|<|<", "收入预算合计|<|86.00|其中：上级财政拨款|", "本级财政安排|<|26.00|其他资金|60.00", "支出预算合计|<|86.00|其中：人员经费|86.00",
            "部门职能职责|主要内容|对应项目|预算申报金额（元）|<", "^|^|^|总额|财政拨款", "防汛|储备|购置项目|600,000.00|500,000.00");

        Assert.Equal(
            ["收入预算合计|收入预算合计=86.00 total - current", "本级财政安排|本级财政安排=26.00 total own_level current", "本级财政安排|其他资金=60.00 total other current",
             "支出预算合计|支出预算合计=86.00 total - current", "支出预算合计|支出预算合计|其中：人员经费=86.00 basic.personnel - current",
             "购置项目|预算申报金额（元）|总额=600,000.00 total - current", "购置项目|预算申报金额（元）|财政拨款=500,000.00 total fiscal_appropriation current"],
            Written(table));
        Assert.Equal([Side.Revenue, Side.Revenue, Side.Revenue, Side.Expenditure, Side.Expenditure, Side.Expenditure, Side.Expenditure], table.Amounts.Select(a => a.Meaning?.Side));
        Assert.Empty(table.Unplaced);
    }

    [Fact]
    public void Indicators_stand_below_the_row_of_their_project_and_its_department()
    {
        var table = WrittenTable.Read("项目支出绩效目标表", "单位名称、项目名称|项目年度绩效目标|一级指标|三级指标|指标值",
            "某某局||||", "物资购置|购置物资。|||", "||产出指标|编织袋数量|2万条", "养护|养护水库。|产出指标|养护数量|3座", "||产出指标|巡查次数|4次");

        var read = KnownOrganisations.Apply([table])[0];

        Assert.Equal((RowRole.Department, "某某局", null), (read.Rows[0].Role, read.Rows[0].Dimensions.UnitName, read.Rows[0].Dimensions.ProjectName));
        // A blank cell under a project that has an indicator in its own row may be the upper part of the next one's.
        Assert.Equal(["物资购置", "养护", null], IndicatorReader.Read(read).Indicators.Select(i => i.ProjectName));
    }

    [Fact]
    public void Indicators_of_years_before_are_no_money()
    {
        var table = WrittenTable.Read("项目支出绩效目标表", "项目名称|一级指标|三级指标|前年|上年|预计当年实现", "养护|产出指标|养护数量|80.50|82.00|85");

        Assert.Empty(table.Amounts);
        Assert.Equal("85", Assert.Single(IndicatorReader.Read(table).Indicators).TargetRaw);
    }
}
