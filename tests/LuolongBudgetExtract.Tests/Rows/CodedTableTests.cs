using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Tables of items by code, from boxhead to meaning.</summary>
public sealed class CodedTableTests
{
    [Fact]
    public void Column_numbers_may_stand_beside_the_names_of_the_stub()
    {
        var table = WrittenTable.Read("支出决算表",
            "项目|<|<|<|本年支出合计|基本支出|项目支出",
            "功能分类科目编码|<|<|科目名称|^|^|^",
            "类|款|项|栏次|1|2|3",
            "^|^|^|合计|30.00|20.00|10.00",
            "208|<|<|社会保障和就业支出|30.00|20.00|10.00");

        Assert.Equal(["本年支出合计", "基本支出", "项目支出"], table.Columns.Where(c => c.Kind == ColumnKind.Amount).Select(c => c.PathText));
        Assert.Equal(
            ["合计|本年支出合计=30.00 total current", "合计|基本支出=20.00 basic current", "合计|项目支出=10.00 project current",
             "社会保障和就业支出|本年支出合计=30.00 total current", "社会保障和就业支出|基本支出=20.00 basic current", "社会保障和就业支出|项目支出=10.00 project current"],
            table.Amounts());
        Assert.Equal("208", table.Rows[1].Dimensions.FunctionCode);
    }

    [Theory]
    [InlineData("501机关工资福利支出|502机关商品和服务支出|备注", 1)]
    [InlineData("501机关工资福利支出|502机关商品和服务支出|—", 0)]
    [InlineData("501机关工资福利支出|502机关商品和服务支出|", 0)]
    [InlineData("501机关工资福利支出|502机关商品和服务支出|9.00", 0)]
    public void Classes_with_their_codes_name_columns_only_beside_words(string line, int rows) =>
        Assert.Equal(rows, LuolongBudgetExtract.Headers.Boxhead.Measure(WrittenTable.GridOf("科目编码|" + line, "2010301|3.00|4.00|")).Rows);

    [Fact]
    public void Columns_may_be_named_by_classes_with_their_codes()
    {
        var table = WrittenTable.Read("一般公共预算支出表（按功能科目和政府经济科目）",
            "功能分类科目编码|功能分类科目名称|合计|501机关工资福利支出|502机关商品和服务支出",
            "|合计|7.00|3.00|4.00",
            "2010301|行政运行|7.00|3.00|4.00");

        Assert.Equal(
            ["合计|合计=7.00 total current", "合计|501机关工资福利支出=3.00 economic.government_wages current", "合计|502机关商品和服务支出=4.00 economic.government_goods_services current",
             "行政运行|合计=7.00 total current", "行政运行|501机关工资福利支出=3.00 economic.government_wages current", "行政运行|502机关商品和服务支出=4.00 economic.government_goods_services current"],
            table.Amounts());
        Assert.Equal("2010301", table.Rows[1].Dimensions.FunctionCode);
    }

    [Fact]
    public void A_class_without_its_digits_is_the_parent_of_the_codes_below()
    {
        var table = WrittenTable.Read("一般公共预算基本支出表（按部门预算经济分类）",
            "经济分类科目编码|科目名称|合计",
            "|合计|5.00",
            "|工资福利支出|3.00",
            "30101|基本工资|3.00",
            "|商品和服务支出|2.00",
            "30201|办公费|2.00");

        Assert.Equal([null, "301", "30101", "302", "30201"], table.Rows.Select(r => r.Dimensions.DeptEconCode));
        Assert.Equal([null, 1, 2, 1, 4], table.Rows.Select(r => r.Parent));
    }

    [Theory]
    [InlineData("30199-其他工资福利支出")]
    [InlineData("[30199]其他工资福利支出")]
    [InlineData("30199 其他工资福利支出")]
    public void The_label_of_an_item_is_its_name_without_the_code(string printed)
    {
        var table = WrittenTable.Read("一般公共预算基本支出表（按部门预算经济分类）", "科目|合计", "合计|3.00", $"{printed}|2.00", "30201-办公费|1.00", "30202-印刷费|0.00");

        Assert.Equal(("其他工资福利支出", "30199"), (table.Rows[1].Label, table.Rows[1].Dimensions.DeptEconCode));
    }

    // 普陀: a spreadsheet printed 02 as a number.
    [Fact]
    public void A_part_of_a_code_has_two_digits() => Assert.Equal(["30102", "2080502"], new[]
    {
        WrittenTable.Read("一般公共预算基本支出表", "经济分类科目编码|<|科目名称|合计", "类|款|^|^", "301|2|津贴补贴|2.00").Rows[0].Dimensions.DeptEconCode,
        WrittenTable.Read("一般公共预算支出表", "功能分类科目编码|<|<|科目名称|合计", "类|款|项|^|^", "208|5|2|事业单位离退休|2.00").Rows[0].Dimensions.FunctionCode,
    });

    // 德化 表5: the function once, its economic classes, and 小计 beside the same merged cell.
    [Fact]
    public void A_subtotal_beside_a_merged_code_is_no_detail()
    {
        var table = WrittenTable.Read("一般公共预算支出表", "功能科目|功能科目名称|经济科目编码|经济科目名称|合计",
            "合计||||8.00", "2080501|行政单位离退休|30301|离休费|5.00", "^|^|30302|退休费|3.00", "^|^|小计||8.00");

        Assert.Equal(("小计", RowRole.Subtotal, "2080501"), (table.Rows[3].Label, table.Rows[3].Role, table.Rows[3].Dimensions.FunctionCode));
        Assert.Equal(["30301", "30302"], table.Rows.Select(r => r.Dimensions.DeptEconCode).OfType<string>());
    }

    [Fact]
    public void A_code_behind_its_name_is_not_the_label()
    {
        var table = WrittenTable.Read("一般公共预算机关运行经费表", "科目名称|科目编码|预算数", "合计||3.00", "办公费|30201|1.00", "印刷费|30202|2.00");

        Assert.Equal(["合计", "办公费", "印刷费"], table.Rows.Select(r => r.Label));
        Assert.Equal([null, "30201", "30202"], table.Rows.Select(r => r.Dimensions.DeptEconCode));
    }
}
