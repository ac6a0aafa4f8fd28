using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Tables in which units and items share a column, from boxhead to meaning.</summary>
public sealed class UnitTableTests
{
    [Fact]
    public void A_unit_named_above_its_items_has_the_code_that_they_carry()
    {
        var table = WrittenTable.Read("部门支出总表",
            "科目编码|单位代码|单位名称（科目）|合计",
            "||合计|10.00",
            "||某某局机关|6.00",
            "2130301|318001|行政运行|4.00",
            "2130305|318001|水利工程建设|2.00",
            "||某某管理中心|4.00",
            "2130301|318602|行政运行|4.00");

        Assert.Equal([null, "318001", "318001", "318001", "318602", "318602"], table.Rows.Select(r => r.Dimensions.UnitCode));
        Assert.Equal([null, "某某局机关", "某某局机关", "某某局机关", "某某管理中心", "某某管理中心"], table.Rows.Select(r => r.Dimensions.UnitName));
        Assert.Equal([RowRole.Total, RowRole.Unit, RowRole.Detail, RowRole.Detail, RowRole.Unit, RowRole.Detail], table.Rows.Select(r => r.Role));
    }

    [Fact]
    public void Organisations_in_the_item_column_own_the_classes_below_them()
    {
        var table = WrittenTable.Read("部门基本支出预算表",
            "支出项目类别|总计",
            "某某局|9.00",
            "  某某局（本级）|5.00",
            "    工资福利支出|5.00",
            "      基本工资|5.00",
            "  某某站|4.00",
            "    工资福利支出|4.00",
            "      基本工资|4.00");

        Assert.Equal(
            [RowRole.Department, RowRole.Unit, RowRole.Subtotal, RowRole.Detail, RowRole.Unit, RowRole.Subtotal, RowRole.Detail], table.Rows.Select(r => r.Role));
        Assert.Equal(["某某局（本级）", "某某站"], table.Rows.Where(r => r.Dimensions.DeptEconCode == "30101").Select(r => r.Dimensions.UnitName));
    }

    // 洛阳 预算02表 with several units.
    [Fact]
    public void What_has_no_code_in_a_column_of_units_and_items_is_a_unit()
    {
        var table = WrittenTable.Read("部门收入总体情况表", "科目编码|<|<|单位（科目名称）|合计", "类|款|项|^|^",
            "|||合计|9.00", "|||某某局机关|5.00", "207|02|01|行政运行|5.00", "|||某某古墓博物馆|4.00", "207|02|05|博物馆|4.00");

        Assert.Equal([RowRole.Total, RowRole.Unit, RowRole.Detail, RowRole.Unit, RowRole.Detail], table.Rows.Select(r => r.Role));
        Assert.Equal([null, "某某局机关", "某某局机关", "某某古墓博物馆", "某某古墓博物馆"], table.Rows.Select(r => r.Dimensions.UnitName));
    }

    // 四川 表1-1.
    [Fact]
    public void The_department_without_a_code_above_its_coded_units_is_no_function()
    {
        var table = WrittenTable.Read("部门收入总表", "单位代码|单位名称（科目）|合计", "|合计|9.00", "|某某局|9.00", "501301|某某局机关|5.00", "501601|某某站|4.00");

        Assert.Equal([RowRole.Total, RowRole.Department, RowRole.Unit, RowRole.Unit], table.Rows.Select(r => r.Role));
        Assert.Equal([null, "某某局", "某某局机关", "某某站"], table.Rows.Select(r => r.Dimensions.UnitName));
        Assert.All(table.Rows, r => Assert.Null(r.Dimensions.FunctionName));
    }

    [Fact]
    public void A_name_without_a_code_in_a_column_of_units_and_items_is_an_item_only_where_the_classification_has_it()
    {
        var table = WrittenTable.Read("部门支出总表", "单位代码|单位名称（科目）|合计", "|合计|9.00", "|某某大队|9.00", "|农林水支出|9.00");

        Assert.Equal([null, null, "农林水支出"], table.Rows.Select(r => r.Dimensions.FunctionName));
    }

    // 广西 公开02表.
    [Theory]
    [InlineData("230", "某某局")] // 230 is 转移性支出 as well
    [InlineData("213", "某某厅")]
    public void Three_digits_of_a_department_are_no_class(string code, string name)
    {
        var table = WrittenTable.Read("部门收入总体情况表", "科目编码|单位名称（科目名称）|合计",
            "|合计|9.00", $"{code}|{name}|9.00", $"{code}001|{name}本级|9.00", "213|农林水支出|9.00", "21303|水利|9.00");

        Assert.Equal([RowRole.Total, RowRole.Department, RowRole.Unit, RowRole.Subtotal, RowRole.Detail], table.Rows.Select(r => r.Role));
        Assert.Equal([null, code, code + "001", code + "001", code + "001"], table.Rows.Select(r => r.Dimensions.UnitCode));
        Assert.Equal([null, null, null, "213", "21303"], table.Rows.Select(r => r.Dimensions.FunctionCode));
    }

    // 湖南 03–14表: the column of units repeats the codes of the items below them.
    [Fact]
    public void The_code_of_an_item_in_the_column_of_units_is_no_unit()
    {
        var table = WrittenTable.Read("支出预算分类汇总表（按部门预算经济分类）",
            "科目编码|<|<|单位代码|单位名称（功能分类科目名称）|总计|基本支出", "类|款|项|^|^|^|^",
            "|||||9.00|9.00", "|||205|某某局|9.00|9.00", "|||205001|某某局本级|9.00|9.00",
            "205|||205|教育支出|9.00|9.00", "205|08||20508|进修及培训|9.00|9.00", "205|08|03|2050803|培训支出|9.00|9.00");

        Assert.Equal([null, "205", "205001", "205001", "205001", "205001"], table.Rows.Select(r => r.Dimensions.UnitCode));
        Assert.Equal([null, "某某局", "某某局本级", "某某局本级", "某某局本级", "某某局本级"], table.Rows.Select(r => r.Dimensions.UnitName));
        Assert.Equal([null, null, null, "205", "20508", "2050803"], table.Rows.Select(r => r.Dimensions.FunctionCode));
    }
}
