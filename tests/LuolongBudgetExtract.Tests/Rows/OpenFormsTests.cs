using LuolongBudgetExtract.Documents;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Tables without a canonical form: budgets of governments, transfers by place, debt.</summary>
public sealed class OpenFormsTests
{
    private static string[] Outline(TypedTable table) => [.. table.Rows.Select(r => $"{r.Level} {r.Role} {r.Label} {r.Dimensions.FunctionCode}".TrimEnd())];

    [Fact]
    public void Names_of_functions_give_codes_and_hierarchy()
    {
        var table = WrittenTable.Read("2026年全市一般公共预算支出表", "项目|预算数",
            "一、一般公共服务支出|60", "人大事务|20", "行政运行|15", "人大会议|5", "政协事务|40", "行政运行|30", "政协会议|10", "二、教育支出|7", "普通教育|7", "学前教育|7");

        Assert.Equal(
            ["1 Subtotal 一、一般公共服务支出 201", "2 Subtotal 人大事务 20101", "3 Detail 行政运行 2010101", "3 Detail 人大会议 2010104", "2 Subtotal 政协事务 20102", "3 Detail 行政运行 2010201",
             "3 Detail 政协会议 2010204", "1 Subtotal 二、教育支出 205", "2 Subtotal 普通教育 20502", "3 Detail 学前教育 2050201"],
            Outline(table));
    }

    [Fact]
    public void Indentation_is_the_hierarchy_where_the_parts_add_up()
    {
        var table = WrittenTable.Read("2026年全市地方政府债务限额表", "地区|债务限额", "全市|90", "  甲县|50", "    甲县本级|20", "    开发区|30", "  乙县|40", "    乙县本级|40");

        Assert.Equal(["0 Total 全市", "1 Subtotal 甲县", "2 Detail 甲县本级", "2 Detail 开发区", "1 Subtotal 乙县", "2 Detail 乙县本级"], Outline(table));
    }

    [Fact]
    public void Indentation_without_sums_says_nothing()
    {
        var table = WrittenTable.Read("2026年全市收支平衡情况表", "项目|金额", "上级补助收入|50", "  返还性收入|20", "  调入资金|80", "债务收入|7", "  再融资债券|3");

        Assert.All(table.Rows, r => Assert.Equal((1, RowRole.Detail), (r.Level, r.Role)));
    }

    [Fact]
    public void Named_sums_stand_above_what_adds_up_to_them()
    {
        var table = WrittenTable.Read("2026年省对下转移支付分地区情况表", "地区|合计", "全省|100", "省本级|10", "市县合计|90", "甲市合计|60", "东县|20", "西县|40", "乙市合计|30", "南县|30", "北县|0");

        Assert.Equal(
            ["0 Total 全省", "1 Detail 省本级", "1 Subtotal 市县合计", "2 Subtotal 甲市合计", "3 Detail 东县", "3 Detail 西县", "2 Subtotal 乙市合计", "3 Detail 南县", "3 Detail 北县"],
            Outline(table));
    }

    [Fact]
    public void A_numbered_year_dates_its_row_and_what_follows_but_a_project_is_not_dated_by_its_name()
    {
        var debt = WrittenTable.Read("2026年地方政府债务情况表", "项目|金额", "一、2025年末债务余额|9", "其中：一般债务|5", "专项债务|4", "二、2026年债务限额|12");
        var bonds = WrittenTable.Read("2026年地方政府债券使用情况表", "项目|债券金额", "2015年乡镇道路工程|9", "2016年管网工程|4");

        Assert.Equal(["prior_year", "prior_year", "prior_year", "current"], debt.Amounts().Select(a => a.Split(' ')[^1]));
        Assert.Equal(["current", "current"], bonds.Amounts().Select(a => a.Split(' ')[^1]));
    }

    [Theory]
    [InlineData("某某市2025年地方政府一般债务余额情况表")]
    [InlineData("地方政府一般债务余额情况表")]
    public void The_year_of_a_row_is_stronger_than_title_and_column(string title)
    {
        var debt = WrittenTable.Read(title, "项目|预算数|执行数", "一、2024年末地方政府一般债务余额实际数||148.22", "二、2025年末地方政府一般债务余额限额|152.10|",
            "五、2025年末地方政府一般债务余额预计执行数|104.53|107.93", "六、2026年地方财政赤字|3.00|");

        Assert.Equal(["earlier_year.execution", "prior_year", "prior_year", "prior_year.execution", "current"], debt.Amounts().Select(a => a.Split(' ')[^1]));
    }

    [Fact]
    public void A_row_names_year_and_stage_where_its_columns_name_neither()
    {
        var bonds = WrittenTable.Read("某某市地方政府债券发行及还本付息情况表", "项目|本地区", "一、2025年发行预计执行数|69.50", "（一）一般债券|18.20", "四、2026年还本预算数|36.10");
        var account = WrittenTable.Read("2026年全市地方政府债务决算表", "项目|本地区", "一、2025年末债务余额|9", "二、2026年债务发行决算数|5");
        var fund = WrittenTable.Read("2026年全市预算稳定调节基金情况表", "项目|金额", "2024年末余额|120", "2025年补充|60", "2026年动用|50");

        Assert.Equal(["prior_year.execution", "prior_year.execution", "current"], bonds.Amounts().Select(a => a.Split(' ')[^1]));
        Assert.Equal(["prior_year", "current"], account.Amounts().Select(a => a.Split(' ')[^1]));
        Assert.Equal(["earlier_year", "prior_year", "current"], fund.Amounts().Select(a => a.Split(' ')[^1]));
    }

    [Fact]
    public void Numbered_classes_have_their_code_and_money_carried_over_its_period()
    {
        var table = WrittenTable.Read("2026年全市一般公共预算支出决算表", "项目|决算数", "一、一般公共服务支出|5", "二、国防支出|1", "三、公共安全支出|2", "四、教育支出|3", "五、科学技术支出|4", "债务转贷支出|7",
            "补助下级支出|8", "调出资金|9", "上解支出|6", "年终结余|2");

        Assert.Equal(["201", "203", "204", "205", "206"], table.Rows.Select(r => r.Dimensions.FunctionCode).Take(5));
        Assert.EndsWith("closing", table.Amounts()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_of_projects_that_only_sums_show_are_subtotals()
    {
        var table = WrittenTable.Read("项目支出表", "项目名称|合计", "合计|20.00", "通用项目|12.00", "委托咨询业务|5.00", "法律顾问|2.00", "课题研究|3.00", "设备购置|7.00", "专用项目|8.00", "信息化建设|8.00");
        var plain = WrittenTable.Read("项目支出表", "项目名称|合计", "合计|20.00", "法律顾问|2.00", "课题研究|3.00", "设备购置|7.00", "信息化建设|8.00");

        Assert.Equal(
            ["0 Total 合计", "1 Subtotal 通用项目", "2 Subtotal 委托咨询业务", "3 Detail 法律顾问", "3 Detail 课题研究", "2 Detail 设备购置", "1 Subtotal 专用项目", "2 Detail 信息化建设"],
            Outline(table));
        Assert.Equal([null, null, null, "法律顾问", "课题研究", "设备购置", null, "信息化建设"], table.Rows.Select(r => r.Dimensions.ProjectName));
        Assert.All(plain.Rows.Skip(1), r => Assert.Equal((1, RowRole.Detail), (r.Level, r.Role)));
    }

    [Theory]
    [InlineData("一般公共预算收入合计")]
    [InlineData("全县一般公共预算收入")]
    public void A_sum_in_the_middle_of_its_cell_stands_on_no_step_of_indentation(string total)
    {
        var table = Centred(WrittenTable.Lay("2026年全县一般公共预算收入表", 1, "项目|预算数", "一、税收收入|70", "    增值税|40", "    企业所得税|30", "二、非税收入|30", "    专项收入|10", "    罚没收入|20", $"{total}|100"), 6);

        Assert.Equal(["1 Subtotal 一、税收收入", "2 Detail 增值税", "2 Detail 企业所得税", "1 Subtotal 二、非税收入", "2 Detail 专项收入", "2 Detail 罚没收入", $"0 Total {total}"], Outline(WrittenTable.Type(table)));
    }

    // 云南: a sum in the middle of the list, without a word that says so.
    [Fact]
    public void A_name_in_the_middle_of_its_cell_is_no_part_of_the_item_above()
    {
        var table = Centred(WrittenTable.Lay("2026年全县一般公共预算收入表", 1, "项目|预算数", "一、税收收入|70", "    增值税|40", "    企业所得税|30", "二、非税收入|30", "    专项收入|10", "    罚没收入|20",
            "全县一般公共预算收入|100", "转移性收入|50", "    上级补助收入|20", "    上年结转收入|30"), 6);

        Assert.Equal([1, 2, 2, 1, 2, 2, 1, 1, 2, 2], WrittenTable.Type(table).Rows.Select(r => r.Level));
    }

    private static LogicalTable Centred(LogicalTable table, int row)
    {
        var name = table.Rows[row].Cells[0];
        var centred = name with { Ink = name.Box with { X0 = name.Box.X0 + 28, X1 = name.Box.X1 - 28 }, Indent = 28 };
        return table with { Rows = table.Rows.SetItem(row, table.Rows[row] with { Cells = table.Rows[row].Cells.SetItem(0, centred) }) };
    }

    [Fact]
    public void Codes_of_revenue_nest_by_their_digits_where_the_parts_add_up()
    {
        var table = WrittenTable.Read("2026年全县一般公共预算收入明细表", "科目编码|收入项目|预算数",
            "101|税收收入|70", "10101|增值税|40", "10104|企业所得税|30", "103|非税收入|30", "10302|专项收入|10", "10305|罚没收入|20", "|合计|100");

        Assert.Equal([1, 2, 2, 1, 2, 2, 0], table.Rows.Select(r => r.Level));
        Assert.All(table.Rows, r => Assert.Null(r.Dimensions.FunctionCode));
    }

    [Fact]
    public void Revenue_beside_expenditure_is_nested_by_its_indentation_where_the_parts_add_up()
    {
        var table = WrittenTable.Read("2026年全县一般公共预算收支预算表", "收入|<|支出|<", "项目|预算数|项目|预算数",
            "一、税收收入|70|一、一般公共服务支出|60", "    增值税|40|二、教育支出|40", "    企业所得税|30||", "二、非税收入|30||", "    专项收入|10||", "    罚没收入|20||", "收入总计|100|支出总计|100");

        Assert.Equal([1, 2, 2, 1, 2, 2, 0], table.Rows.Where(r => r.Panel == 0).Select(r => r.Level));
    }

    [Fact]
    public void A_named_sum_among_units_is_of_none_of_them()
    {
        var table = WrittenTable.Read("2026年新增政府债券资金安排表", "序号|项目名称|项目主管部门|债券规模",
            "|一般债券小计||30", "1|滨河东路|城管局|10", "2|滨河西路|城管局|20", "|专项债券小计||50", "3|轨道1号线|轨道办|50", "|合计||80");

        Assert.Equal([null, "城管局", "城管局", null, "轨道办", null], table.Rows.Select(r => r.Dimensions.UnitName));
    }

    [Fact]
    public void A_list_of_parts_is_of_which_to_its_end()
    {
        var table = WrittenTable.Read("2026年全市社会保险基金收入预算表", "项目|预算数",
            "一、城乡居民基本养老保险基金收入|22", " 其中：个人缴费收入|6", "      财政补贴收入|14", "      利息收入|1", "二、机关事业单位基本养老保险基金收入|42", " 其中：基本养老保险费收入|26", "      财政补贴收入|15", "合计|64");

        Assert.Equal([null, 1, 1, 1, null, 5, 5], table.Rows.Take(7).Select(r => r.Parent is 8 ? null : r.Parent));
        Assert.Equal(5, table.Rows.Count(r => r.Role == RowRole.OfWhich));
    }

    // 机关服务 at the head of the second column is of the section at the foot of the first.
    [Fact]
    public void A_folded_list_is_one_list_when_its_codes_go_on_rising()
    {
        var table = WrittenTable.Read("2026年全市一般公共预算支出表", "科目编码|科目名称|预算数|科目编码|科目名称|预算数",
            "201|一般公共服务支出|60|2010303|机关服务|10",
            "20101|人大事务|30|205|教育支出|40",
            "2010101|行政运行|30|20502|普通教育|40",
            "20103|政府办公厅（室）及相关机构事务|30|2050201|学前教育|10",
            "2010301|行政运行|20|2050202|小学教育|30",
            "|||<|合计|100");

        Assert.Equal(
            ["1 Subtotal 一般公共服务支出 201", "2 Subtotal 人大事务 20101", "3 Detail 行政运行 2010101", "2 Subtotal 政府办公厅（室）及相关机构事务 20103", "3 Detail 行政运行 2010301",
             "3 Detail 机关服务 2010303", "1 Subtotal 教育支出 205", "2 Subtotal 普通教育 20502", "3 Detail 学前教育 2050201", "3 Detail 小学教育 2050202", "0 Total 合计"],
            table.Rows.Where(r => r.Label is not null).OrderBy(r => r.Panel).Select(r => $"{r.Level} {r.Role} {r.Label} {r.Dimensions.FunctionCode}".TrimEnd()));
        var checks = Reconciler.Check([table], []);
        Assert.DoesNotContain(checks, c => c.Outcome == CheckOutcome.Inconsistent);
    }

    [Fact]
    public void The_names_of_a_folded_list_have_their_codes_from_its_order_and_their_levels_from_both_columns()
    {
        var table = WrittenTable.Read("2026年全市一般公共预算支出表", "项目|预算数|项目|预算数",
            "一般公共服务支出|60|    机关服务|10",
            "  人大事务|30|教育支出|40",
            "    行政运行|20|  普通教育|40",
            "    人大会议|10|    学前教育|10",
            "  政府办公厅（室）及相关机构事务|30|    小学教育|25",
            "    行政运行|20|    某项新的支出|5",
            "||合计|100");

        Assert.Equal([1, 2, 3, 3, 2, 3, 3, 1, 2, 3, 3, 3, 0], table.Rows.Where(r => r.Label is not null).OrderBy(r => r.Panel).Select(r => r.Level));
        Assert.Equal("2010303", table.Rows.Single(r => r.Label == "机关服务").Dimensions.FunctionCode);
        Assert.All(table.Rows, r => Assert.InRange(r.RowIndex, 0, 6));
    }

    [Fact]
    public void The_same_codes_side_by_side_are_two_lists()
    {
        var table = WrittenTable.Read("2026年全市一般公共预算支出对比表", "科目编码|科目名称|预算数|科目编码|科目名称|预算数",
            "201|一般公共服务支出|60|201|一般公共服务支出|50", "205|教育支出|40|205|教育支出|30", "|合计|100||合计|80");

        Assert.All([0, 1], panel => Assert.Equal(table.Rows.Single(r => r.Panel == panel && r.Role == RowRole.Total).Number, table.Rows.First(r => r.Panel == panel).Parent));
    }

    [Fact]
    public void From_above_and_announced_in_advance_depend_on_whose_table_it_is()
    {
        string[] Funds(string title, string header, string row) =>
            [.. WrittenTable.Read(title, header, row) is var t ? t.Rows.SelectMany(r => r.Amounts.Select(a => $"{t.Columns[a.Column].Measure} {t.Columns[a.Column].Fund ?? "?"}")) : []];

        Assert.Equal(["total government_fund", "total government_fund.own_level", "total government_fund.superior_transfers"],
            Funds("2026年全市政府性基金支出预算表", "项目|合计|本级财力|上级补助", "城乡社区支出|30|10|20"));
        Assert.Equal(["total ?", "income.business ?", "income.superior_subsidy ?"], Funds("部门收入总表", "科目名称|合计|事业收入|上级补助收入", "教育支出|30|10|20").Select(f => f.Split(' ')[0] + " ?"));
        Assert.Equal(["debt.limit.new ?"], Funds("2026年地方政府债务限额提前下达情况表", "地区|提前下达2026年新增债务限额", "市级|10"));
        Assert.Equal(["transfer ?", "transfer.advance ?"], Funds("2026年全市市对下转移支付预算表", "地区|2026年预算数|其中：提前下达数", "甲县|30|10"));
        Assert.Equal(["total ?", "total superior_transfers"], Funds("2026年全市收入支出平衡表", "项目|2026年预算数|其中：提前下达转移支付", "教育支出|30|10"));
    }

    [Fact]
    public void Codes_of_revenue_above_those_of_expenditure_are_no_units()
    {
        var table = WrittenTable.Read("2026年全市政府性基金预算收支表", "科目编码|科目名称|预算数", "|一、收入合计|1310", "110|转移性收入|1310", "1100402|  政府性基金补助收入|150", "1100802|  政府性基金预算上年结余收入|1160",
            "|二、支出合计|1310", "212|城乡社区支出|900", "21208|国有土地使用权出让收入安排的支出|900", "230|转移性支出|410");

        Assert.All(table.Rows, r => Assert.Equal((null, null), (r.Dimensions.UnitCode, r.Dimensions.UnitName)));
        Assert.DoesNotContain(table.Rows, r => r.Role is RowRole.Unit or RowRole.Department);
        Assert.Equal(["212", "21208", "230"], table.Rows.Select(r => r.Dimensions.FunctionCode).OfType<string>());
    }

    [Fact]
    public void A_department_with_the_number_of_a_class_of_revenue_stays_one()
    {
        var table = WrittenTable.Read("部门支出预算表", "科目编码|单位（科目名称）|合计", "110|某某市教育局|30", "205|教育支出|30");

        Assert.Equal(("110", RowRole.Department), (table.Rows[0].Dimensions.UnitCode, table.Rows[0].Role));
    }

    [Fact]
    public void In_a_document_of_a_government_no_table_has_the_form_of_a_department()
    {
        TypedTable Read(string title, TableOwner owner)
        {
            var table = WrittenTable.Lay(title, 1, "科目编码|科目名称|合计|基本支出|项目支出", "201|一般公共服务支出|30|10|20", "20101|  人大事务|30|10|20");
            return DocumentTyper.Type([table], [FormRecogniser.Recognise(TableTyper.Evidence(table))], [owner], 2026)[0];
        }

        var place = new TableOwner(null, Scope.Government);
        var table = Read("一般公共预算本级支出表", place);

        Assert.Equal("other", table.Form);
        Assert.Equal(["total general_public_budget Expenditure", "basic general_public_budget Expenditure", "project general_public_budget Expenditure"],
            table.Columns.Where(c => c.Kind == ColumnKind.Amount).Select(c => $"{c.Measure} {c.Fund} {c.Side}"));
        Assert.Equal("20101", table.Rows[1].Dimensions.FunctionCode);
        Assert.Equal("other", Read("结转资金支出情况表", place).Form);
        Assert.Equal("general_budget_expenditure", Read("部门一般公共预算支出表", place).Form);
        Assert.Equal("general_budget_expenditure", Read("一般公共预算支出表", new TableOwner("某某局", Scope.Department)).Form);
    }

    [Theory]
    [InlineData("74", "Total 0", "Subtotal 1")]
    [InlineData("90", "Detail 1", "Detail 1")] // one of the two sums does not hold
    public void A_named_sum_at_the_foot_adds_to_a_sum_of_what_stands_above(string total, string foot, string middle)
    {
        var table = WrittenTable.Read("2026年全州国有资本经营支出预算情况表", "项目|2026年预算数", "解决历史遗留问题支出|7", "国有企业资本金注入|20", "其他支出|23", "全州国有资本经营支出|50", "转移性支出|24", $"各项支出合计|{total}");

        Assert.Equal((foot, middle), ($"{table.Rows[5].Role} {table.Rows[5].Level}", $"{table.Rows[3].Role} {table.Rows[3].Level}"));
    }

    [Fact]
    public void A_place_before_its_own_level_sums_up_its_counties()
    {
        var table = WrittenTable.Read("2026年政府债务限额表", "地区|债务限额|债务余额", "益阳市|60|50", "益阳市本级|30|25", "沅江市|30|25", "湘潭市|40|30", "湘潭市本级|10|10", "雨湖区|30|20");

        Assert.Equal([null, 1, 1, null, 4, 4], table.Rows.Select(r => r.Parent));
    }

    [Fact]
    public void Grand_totals_of_a_balance_of_a_government_hold_what_is_carried_over()
    {
        var table = WrittenTable.Read("2026年全市一般公共预算收支平衡表", "收入|<|支出|<", "项目|预算数|项目|预算数", "一、税收收入|70|一、一般公共服务支出|60", "二、上年结转收入|30|二、结转下年支出|40", "收入总计|100|支出总计|100");

        Assert.Equal(["current", "current", "carried_over", "next_year", "all", "all"], table.Amounts().Select(a => a.Split(' ')[^1]));
    }
}
