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
}
