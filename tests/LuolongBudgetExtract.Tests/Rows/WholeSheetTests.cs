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
}
