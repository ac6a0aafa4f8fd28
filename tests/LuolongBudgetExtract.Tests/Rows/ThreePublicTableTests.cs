using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Tables of the three public expenses, from boxhead to meaning.</summary>
public sealed class ThreePublicTableTests
{
    [Fact]
    public void A_name_of_a_column_that_spans_down_begins_a_grid_and_no_form_of_fields()
    {
        var table = WrittenTable.Read("一般公共预算“三公”经费支出预算表",
            "单位名称|“三公”经费预算数|<|<",
            "^|合计|因公出国（境）费|公务接待费",
            "合计|3.00|1.00|2.00",
            "某某局|3.00|1.00|2.00");

        Assert.Equal(2, table.HeaderRows);
        Assert.Equal(
            ["合计|“三公”经费预算数|合计=3.00 three_public.total current", "合计|“三公”经费预算数|因公出国（境）费=1.00 three_public.abroad current", "合计|“三公”经费预算数|公务接待费=2.00 three_public.reception current"],
            table.Amounts()[..3]);
    }

    [Fact]
    public void Three_public_expenses_in_rows_have_the_measure_of_their_row()
    {
        var table = WrittenTable.Read("一般公共预算“三公”经费支出表",
            "项目|2026年预算数",
            "合计|6.00",
            "1.因公出国（境）费|1.00",
            "2.公务接待费|2.00",
            "3.公务用车购置及运行费|3.00",
            "其中：（1）公务用车运行维护费|3.00",
            "（2）公务用车购置费|0.00",
            "某项没有名目的经费|9.00");

        Assert.Equal(
            ["three_public.total", "three_public.abroad", "three_public.reception", "three_public.vehicles", "three_public.vehicles.operation", "three_public.vehicles.purchase", "?"],
            table.Amounts().Select(a => a.Split(' ')[1]));
    }

    // 吉林 附件7: a department compares with the year before as governments do.
    [Fact]
    public void Three_public_expenses_of_the_general_budget_beside_the_change_on_the_year_before_are_those_of_a_department()
    {
        var table = WrittenTable.Read("一般公共预算“三公”经费支出预算表",
            "项目|2025年预算数|2026年预算数|2026年比上年增减",
            "合计|5.00|6.00|1.00",
            "1、因公出国（境）费用|3.00|4.00|1.00",
            "2、公务接待费|2.00|2.00|0.00");

        Assert.Equal("three_public_expenses", table.Form);
        Assert.Equal(
            ["three_public.total prior_year", "three_public.total current", "three_public.total change", "three_public.abroad prior_year", "three_public.abroad current", "three_public.abroad change"],
            table.Amounts().Take(6).Select(a => a[(a.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public void A_name_in_a_merged_cell_says_what_the_subtotal_beside_it_is_of()
    {
        var table = WrittenTable.Read("一般公共预算“三公”经费支出表",
            "项目|<|2025年预算数|2026年预算数",
            "合计|<|12.07|11.77",
            "因公出国（境）费|<|0.00|0.00",
            "公务用车购置及运行费|小计|9.19|9.19",
            "^|公务用车购置费|0.00|0.00",
            "^|公务用车运行费|9.19|9.19",
            "公务接待费|<|2.88|2.58");

        Assert.Equal(
            ["three_public.total", "three_public.abroad", "three_public.vehicles", "three_public.vehicles.purchase", "three_public.vehicles.operation", "three_public.reception"],
            table.Rows.Select(r => r.Amounts[0].Meaning?.Measure));
    }

    [Fact]
    public void Units_in_rows_leave_the_measure_to_the_columns()
    {
        var table = WrittenTable.Read("一般公共预算“三公”经费支出表", "单位|2026年预算数", "合计|6.00", "某某局|4.00", "某某接待中心|2.00");

        Assert.All(table.Amounts(), a => Assert.Contains(" three_public.total ", a, StringComparison.Ordinal));
    }

    [Fact]
    public void Years_that_stand_in_rows_give_the_period()
    {
        var table = WrittenTable.Read("财政拨款“三公”经费支出表",
            "预算单位|年度|“三公”经费合计|公务接待费",
            "某某局|2025年|5.00|5.00",
            "^|2026年|4.00|4.00",
            "^|增减变化金额|-1.00|-1.00");

        Assert.Equal(["prior_year", "prior_year", "current", "current", "change", "change"], table.Amounts().Select(a => a.Split(' ')[^1]));
    }

    // 云南 04: basic expenditure is cut by projects too, and the item is still the economic class.
    [Theory]
    [InlineData("12.78", "5.96", "6.82", RowRole.Unit)]
    [InlineData("12.78", "12.78", "6.82", RowRole.Department)]
    [InlineData("12.78", "12.78", "0.00", RowRole.Unit)] // no sum of what stands below it
    [InlineData("0.00", "0.00", "0.00", RowRole.Department)]
    public void Offices_called_as_their_department_are_one_unit_among_the_others(string total, string first, string second, RowRole role)
    {
        var table = WrittenTable.Read("财政拨款“三公”经费支出表",
            "单位名称|合计|公务接待费",
            $"合计|{total}|{total}",
            $"某某局|{first}|{first}",
            $"某某局服务中心|{second}|{second}");

        Assert.Equal([RowRole.Total, role, RowRole.Unit], table.Rows.Select(r => r.Role));
    }

    [Theory]
    [InlineData("  其中：", "         ")] // below the name behind 其中
    [InlineData("   其中：", "   ")] // below 其中 itself, both set in
    public void A_list_goes_on_below_its_first_part(string first, string second)
    {
        var table = WrittenTable.Read("一般公共预算“三公”经费支出表", "项目|2026年预算数",
            "合计|6.00", "一、因公出国（境）费|1.00", "二、公务用车购置及运行费|3.00", $"{first}公务用车购置费|1.00", $"{second}公务用车运行维护费|2.00", "三、公务接待费|2.00");

        Assert.Equal([0, 1, 1, 2, 2, 1], table.Rows.Select(r => r.Level));
        Assert.Equal([RowRole.Total, RowRole.Detail, RowRole.Detail, RowRole.OfWhich, RowRole.OfWhich, RowRole.Detail], table.Rows.Select(r => r.Role));
        Assert.Equal("three_public.vehicles.operation", table.Rows[4].Amounts[0].Meaning?.Measure);
    }

    [Fact]
    public void What_stands_no_further_in_than_the_whole_goes_on_no_list()
    {
        var table = WrittenTable.Read("一般公共预算“三公”经费支出表", "项目|2026年预算数", "合计|6.00", "公务用车购置及运行费|3.00", "其中：公务用车购置费|1.00", "公务接待费|2.00", "因公出国（境）费|1.00");

        Assert.Equal([RowRole.Total, RowRole.Detail, RowRole.OfWhich, RowRole.Detail, RowRole.Detail], table.Rows.Select(r => r.Role));
    }

    // 机构运行信息表, 部门决算相关信息统计表 (财决附03).
    [Theory]
    [InlineData("机构运行信息表")]
    [InlineData("部门决算相关信息统计表")]
    [InlineData("“三公”经费及相关信息统计表")]
    public void Other_expenses_beside_the_three_public_ones_have_the_measure_of_their_row(string title)
    {
        var table = WrittenTable.Read(title,
            "项目|行次|预算数|统计数|项目|行次|统计数",
            "一、“三公”经费支出|1|—|—|二、机关运行经费|22|8.00",
            "（一）支出合计|2|6.00|5.00|（一）行政单位|23|8.00",
            "1．因公出国（境）费|3|2.00|1.00|三、国有资产占用情况|24|—",
            "2．公务接待费|4|4.00|4.00|（一）车辆数合计（辆）|25|23",
            "（二）相关统计数|5|—|—|1．一般公务用车|26|23",
            "1．因公出国（境）团组数（个）|6|—|3|（二）单价50万元（含）以上通用设备（台，套）|27|12",
            "2．国内公务接待人次|7|—|41|四、政府采购支出信息|28|—",
            "||||（一）政府采购支出合计|29|7.00",
            "||||1．政府采购货物支出|30|7.00",
            "||||（二）政府采购授予中小企业合同金额|31|3.00",
            "||||五、某项没有名目的经费|32|9.00");

        Assert.Equal("three_public_expenses", table.Form);
        Assert.Equal(
            ["三公 5.00 three_public.total", "三公 1.00 three_public.abroad", "三公 4.00 three_public.reception", "8.00 operating_expenses", "8.00 operating_expenses",
             "7.00 procurement", "7.00 procurement.goods", "3.00 procurement.sme_contracts", "9.00 ?"],
            table.Rows.OrderBy(r => r.Panel).SelectMany(r => r.Amounts.Where(a => a.Column != 2)
                .Select(a => $"{(r.Panel == 0 ? "三公 " : "")}{a.RawText} {(a.Meaning is { } m ? m.Measure : table.Columns[a.Column].Measure) ?? "?"}")));
    }

    [Theory]
    [InlineData("通用设备（台，套）", true)]
    [InlineData("专用设备（台（套））", true)]
    [InlineData("设备（不含车辆）（台、套）", true)]
    [InlineData("设备台（套）数", true)]
    [InlineData("国内公务接待批次", true)]
    [InlineData("公务用车保有量", true)]
    [InlineData("公务用车购置（含税）", false)]
    [InlineData("中央基建投资第二批次", false)]
    [InlineData("养老服务（人员培训）", false)]
    [InlineData("公务接待费（万元）", false)]
    public void A_row_that_counts_things_holds_no_money(string label, bool counts)
    {
        var table = WrittenTable.Read("“三公”经费及国有资产占用情况表", "项目|统计数", "因公出国（境）费|1.00", $"{label}|12", "公务接待费|2.00");

        Assert.Equal(counts ? 2 : 3, table.Amounts().Length);
    }
}
