using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Layouts of published forms from boxhead to meaning.</summary>
public sealed class WrittenTableTests
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

    [Theory]
    [InlineData("项目（按功能分类）")]
    [InlineData("按支出性质")]
    [InlineData("项目类别")]
    [InlineData("支出内容")]
    public void Whatever_its_header_the_text_between_two_amounts_names_the_items_of_the_second_side(string header)
    {
        var table = WrittenTable.Read("部门收支总表",
            "收入|<|支出|<",
            $"项目|预算数|{header}|预算数",
            "一、一般公共预算拨款收入|9.00|一、一般公共服务支出|5.00",
            "二、事业收入||二、住房保障支出|4.00",
            "收入总计|9.00|支出总计|9.00");

        var expenditure = table.Rows.Where(r => r.Panel == 1).ToList();
        Assert.Equal(["一、一般公共服务支出", "二、住房保障支出", "支出总计"], expenditure.Select(r => r.Label));
        Assert.Equal(["201", "221", null], expenditure.Select(r => r.Dimensions.FunctionCode));
    }

    [Fact]
    public void A_statement_of_three_panels_names_the_items_of_each()
    {
        var table = WrittenTable.Read("收入支出决算总表",
            "收入|<|<|支出|<|<|<|<|<",
            "项目|行次|决算数|项目（按功能分类）|行次|决算数|项目（按支出性质）|行次|决算数",
            "一、财政拨款收入|1|9.00|一、一般公共服务支出|12|5.00|一、基本支出|22|6.00",
            "二、事业收入|2||二、住房保障支出|13|4.00|二、项目支出|23|3.00",
            "总计|3|9.00|总计|14|9.00|总计|24|9.00");

        Assert.Equal(["一、财政拨款收入", "一、一般公共服务支出", "一、基本支出"], table.Rows.Where(r => r.RowIndex == table.Rows[0].RowIndex).Select(r => r.Label));
        Assert.Equal("201", table.Rows.Single(r => r.Label == "一、一般公共服务支出").Dimensions.FunctionCode);
    }

    [Theory]
    [InlineData("1．国内公务接待批次（个）", 0)]
    [InlineData("资金支出计划（%）", 0)]
    [InlineData("公务用车运行维护费（万元）", 1)]
    public void Rows_that_count_things_hold_no_money(string label, int amounts)
    {
        var table = WrittenTable.Read("财政拨款“三公”经费、行政参公单位机关运行经费情况表",
            "项目|统计数",
            "（一）支出合计|15.20",
            $"{label}|64");

        Assert.Equal(amounts, table.Rows[1].Amounts.Length);
    }

    [Fact]
    public void A_table_whose_unit_is_one_of_things_holds_no_money()
    {
        var table = WrittenTable.Lay("国有资产占用情况表", 1, "项目|车辆合计|单价100万元以上设备", "数量|5|2");

        var typed = WrittenTable.Type(table with { Around = table.Around with { Unit = null, CountsThings = true } });

        Assert.Empty(typed.Rows.SelectMany(r => r.Amounts));
        Assert.Equal([ColumnKind.Count, ColumnKind.Count], typed.Columns.Skip(1).Select(c => c.Kind));
    }

    [Fact]
    public void Parts_of_what_is_carried_over_are_carried_over()
    {
        var table = WrittenTable.Read("财政拨款收支总表",
            "收入|<|支出|<",
            "项目|预算数|项目|预算数",
            "一、本年收入|7.00|一、一般公共服务支出|9.00",
            "（一）一般公共预算拨款|7.00||",
            "二、上年结转|2.00||",
            "（一）一般公共预算拨款|2.00||",
            "收入总计|9.00|支出总计|9.00");

        Assert.Equal(["current", "current", "carried_over", "carried_over", "all"], Periods(table));
    }

    [Theory]
    [InlineData("4.00", "opening")]
    [InlineData("3.00", "current")] // does not add up: nothing tells that it is a part
    public void Funds_that_add_up_to_the_opening_balance_are_its_parts(string part, string period)
    {
        var table = WrittenTable.Read("财政拨款收入支出决算总表",
            "收入|<|支出|<",
            "项目|决算数|项目|决算数",
            "一、一般公共预算财政拨款|7.00|一、一般公共服务支出|11.00",
            "年初财政拨款结转和结余|4.00||",
            $"一、一般公共预算财政拨款|{part}||",
            "总计|11.00|总计|11.00");

        Assert.Equal(["current", "opening", period, "all"], Periods(table));
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

    [Theory]
    [InlineData("30199-其他工资福利支出")]
    [InlineData("[30199]其他工资福利支出")]
    [InlineData("30199 其他工资福利支出")]
    public void The_label_of_an_item_is_its_name_without_the_code(string printed)
    {
        var table = WrittenTable.Read("一般公共预算基本支出表（按部门预算经济分类）", "科目|合计", "合计|3.00", $"{printed}|2.00", "30201-办公费|1.00", "30202-印刷费|0.00");

        Assert.Equal(("其他工资福利支出", "30199"), (table.Rows[1].Label, table.Rows[1].Dimensions.DeptEconCode));
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
    public void Years_that_stand_in_rows_give_the_period()
    {
        var table = WrittenTable.Read("财政拨款“三公”经费支出表",
            "预算单位|年度|“三公”经费合计|公务接待费",
            "某某局|2025年|5.00|5.00",
            "^|2026年|4.00|4.00",
            "^|增减变化金额|-1.00|-1.00");

        Assert.Equal(["prior_year", "prior_year", "current", "current", "change", "change"], table.Amounts().Select(a => a.Split(' ')[^1]));
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

    private static IEnumerable<string?> Periods(TypedTable table) =>
        table.Rows.Where(r => r.Panel == 0 && r.Amounts.Length > 0).Select(r => r.Amounts[0].Meaning?.Period ?? table.Columns[r.Amounts[0].Column].Period);

    [Theory]
    [InlineData("3.00", new[] { RowRole.Subtotal, RowRole.Detail, RowRole.Detail })]
    [InlineData("4.00", new[] { RowRole.Detail, RowRole.Detail, RowRole.Detail })]
    public void Items_without_a_number_are_parts_of_the_numbered_one_when_they_add_up_to_it(string first, RowRole[] roles)
    {
        var table = WrittenTable.Read("财政拨款收支总表",
            "收入|<|支出|<",
            "项目|预算数|项目|预算数",
            "一、本年收入|5.00|一、本年支出|5.00",
            $"一般公共预算拨款收入|{first}|卫生健康支出|5.00",
            "政府性基金预算拨款收入|2.00||",
            "收入总计|5.00|支出总计|5.00");

        Assert.Equal(roles, table.Rows.Where(r => r.Panel == 0).Take(3).Select(r => r.Role));
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

    // 云南 04: basic expenditure is cut by projects too, and the item is still the economic class.
    [Theory]
    [InlineData("12.78", "5.96", RowRole.Unit)]
    [InlineData("12.78", "12.78", RowRole.Department)]
    public void Offices_called_as_their_department_are_one_unit_among_the_others(string total, string first, RowRole role)
    {
        var table = WrittenTable.Read("财政拨款“三公”经费支出表",
            "单位名称|合计|公务接待费",
            $"合计|{total}|{total}",
            $"某某局|{first}|{first}",
            "某某局服务中心|6.82|6.82");

        Assert.Equal([RowRole.Total, role, RowRole.Unit], table.Rows.Select(r => r.Role));
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

    // 深圳: the expenditure goes down to the items by indentation, and classes alone have an ordinal.
    [Fact]
    public void The_items_of_a_statement_stand_below_their_classes_by_name()
    {
        var table = WrittenTable.Read("收支总表",
            "收入|<|支出|<",
            "项目|预算数|项目|预算数",
            "一、财政拨款|9.00|一、教育支出|3.00",
            "||进修及培训|3.00",
            "||培训支出|3.00",
            "||二、社会保障和就业支出|6.00",
            "||行政事业单位养老支出|6.00",
            "||行政单位离退休|4.00",
            "||机关事业单位职业年金缴费支出|2.00",
            "本年收入合计|9.00|本年支出合计|9.00");
        var rows = table.Rows.Where(r => r.Panel == 1).ToList();

        Assert.Equal(["205", "20508", "2050803", "208", "20805", "2080501", "2080506", null], rows.Select(r => r.Dimensions.FunctionCode));
        Assert.Equal([RowRole.Subtotal, RowRole.Subtotal, RowRole.Detail, RowRole.Subtotal, RowRole.Subtotal, RowRole.Detail, RowRole.Detail, RowRole.Subtotal], rows.Select(r => r.Role));
    }

    // 普陀: a spreadsheet printed 02 as a number.
    [Fact]
    public void A_part_of_a_code_has_two_digits() => Assert.Equal(["30102", "2080502"], new[]
    {
        WrittenTable.Read("一般公共预算基本支出表", "经济分类科目编码|<|科目名称|合计", "类|款|^|^", "301|2|津贴补贴|2.00").Rows[0].Dimensions.DeptEconCode,
        WrittenTable.Read("一般公共预算支出表", "功能分类科目编码|<|<|科目名称|合计", "类|款|项|^|^", "208|5|2|事业单位离退休|2.00").Rows[0].Dimensions.FunctionCode,
    });

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

    [Fact]
    public void The_unit_in_a_cell_is_the_unit_of_its_amount()
    {
        var table = WrittenTable.Read("部门支出总表", "科目编码|科目名称|合计", "|合计|1,000.50元", "201|一般公共服务支出|1,000.50元");

        Assert.Equal([(1000.50m, "元"), (1000.50m, "元")], table.Amounts.Select(a => (a.Value, a.Unit!)));
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

    // 德化 表5: the function once, its economic classes, and 小计 beside the same merged cell.
    [Fact]
    public void A_subtotal_beside_a_merged_code_is_no_detail()
    {
        var table = WrittenTable.Read("一般公共预算支出表", "功能科目|功能科目名称|经济科目编码|经济科目名称|合计",
            "合计||||8.00", "2080501|行政单位离退休|30301|离休费|5.00", "^|^|30302|退休费|3.00", "^|^|小计||8.00");

        Assert.Equal(("小计", RowRole.Subtotal, "2080501"), (table.Rows[3].Label, table.Rows[3].Role, table.Rows[3].Dimensions.FunctionCode));
        Assert.Equal(["30301", "30302"], table.Rows.Select(r => r.Dimensions.DeptEconCode).OfType<string>());
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

    [Fact]
    public void A_code_behind_its_name_is_not_the_label()
    {
        var table = WrittenTable.Read("一般公共预算机关运行经费表", "科目名称|科目编码|预算数", "合计||3.00", "办公费|30201|1.00", "印刷费|30202|2.00");

        Assert.Equal(["合计", "办公费", "印刷费"], table.Rows.Select(r => r.Label));
        Assert.Equal([null, "30201", "30202"], table.Rows.Select(r => r.Dimensions.DeptEconCode));
    }

    [Fact]
    public void Numbered_parts_below_a_name_without_number_are_its_parts_when_they_add_up()
    {
        var table = WrittenTable.Read("财政拨款收支总表", "收入|<|支出|<", "项目|预算数|项目|预算数", "财政拨款|9.00|一、教育支出|12.00", "1.一般公共预算拨款|8.00||",
            "2.政府性基金预算拨款|1.00||", "上年结余、结转|3.00||", "1.一般公共预算拨款结余、结转|3.00||", "2.国有资本经营预算拨款结余、结转|0.00||", "收入总计|12.00|支出总计|12.00");

        var revenue = table.Rows.Where(r => r.Panel == 0).ToList();
        Assert.Equal([1, 2, 2, 1, 2, 2, 0], revenue.Select(r => r.Level));
        Assert.Equal(["fiscal_appropriation", "general_public_budget", "government_fund", "fiscal_appropriation", "general_public_budget", "state_capital"],
            revenue[..^1].Select(r => r.Amounts[0].Meaning?.Fund ?? "fiscal_appropriation"));
        Assert.Equal(["current", "current", "current", "carried_over", "carried_over", "carried_over", "all"], revenue.Select(r => r.Amounts[0].Meaning?.Period ?? "current"));
    }
}
