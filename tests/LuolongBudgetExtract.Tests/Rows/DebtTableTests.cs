using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

/// <summary>Tables of the debt of a government, from boxhead to meaning.</summary>
public sealed class DebtTableTests
{
    // 财预〔2018〕209号 表1-2.
    [Fact]
    public void Each_row_of_debt_has_its_own_measure_and_what_is_none_has_none()
    {
        var table = WrittenTable.Read("地方政府一般债务余额情况表", "项目|预算数|执行数",
            "一、2024年末地方政府一般债务余额实际数||900",
            "二、2025年末地方政府一般债务余额限额|1000|",
            "三、2025年地方政府一般债务发行额||200",
            "中央转贷地方的国际金融组织和外国政府贷款||5",
            "2025年地方政府一般债券发行额||195",
            "四、2025年地方政府一般债务还本额||100",
            "六、2026年地方财政赤字|30|");

        Assert.Equal(
            ["debt.outstanding.general", "debt.limit.general", "debt.issued.general", null, "debt.issued.general_bonds", "debt.principal_repaid.general", null],
            table.Rows.Select(r => r.Amounts[0].Meaning is { } m ? m.Measure : table.Columns[r.Amounts[0].Column].Measure));
    }

    [Fact]
    public void A_kind_of_debt_below_what_is_done_with_it_is_of_that()
    {
        var table = WrittenTable.Read("地方政府债券发行及还本付息情况表", "项目|本地区|本级",
            "一、2025年发行预计执行数|30|20", "（一）一般债券|10|5", "其中：再融资债券|4|2", "（二）专项债券|20|15", "二、2025年还本预计执行数|9|8", "（一）一般债券|9|8", "三、2025年付息预计执行数|7|6");

        Assert.Equal(
            ["debt.issued", "debt.issued.general_bonds", "debt.issued.general_bonds.refinancing", "debt.issued.special_bonds", "debt.principal_repaid", "debt.principal_repaid.general_bonds", "debt.interest_paid"],
            table.Rows.Select(r => r.Amounts[0].Meaning?.Measure));
    }

    [Fact]
    public void Repayment_of_debt_among_other_expenditure_is_no_table_of_debt()
    {
        var table = WrittenTable.Read("2026年全市一般公共预算支出决算表", "项目|决算数", "教育支出|50", "科学技术支出|20", "债务还本支出|10", "债务付息支出|5", "合计|85");

        Assert.All(table.Amounts(), a => Assert.Contains(" total ", a, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-03", "current")]
    [InlineData("2025年7月", "prior_year")]
    [InlineData("202408", "earlier_year")]
    [InlineData("待发行", null)]
    public void A_bond_is_of_the_year_of_its_issue(string issued, string? period)
    {
        var table = WrittenTable.Read("2026年地方政府债券使用情况表", "项目名称|债券规模|发行时间（年/月）", $"滨河东路|12.50|{issued}", "滨河西路|3.00|2026-01");

        Assert.Equal(("debt.issued", period), table.Rows[0].Amounts[0] is var a && a.Meaning is { } m ? (m.Measure!, m.Period) : (table.Columns[a.Column].Measure!, table.Columns[a.Column].Period));
    }

    [Theory]
    [InlineData("一般债券", "debt.issued.general_bonds")]
    [InlineData("其他领域专项债券", "debt.issued.special_bonds")]
    [InlineData("国债", "debt.issued")]
    public void A_bond_is_of_the_kind_that_its_row_names(string kind, string measure)
    {
        var table = WrittenTable.Read("2026年地方政府债券使用情况表", "项目名称|债券性质|债券规模", $"滨河东路|{kind}|12.50", "滨河西路|一般债券|3.00");

        Assert.Equal(measure, table.Rows[0].Amounts[0] is var a && a.Meaning is { } m ? m.Measure : table.Columns[a.Column].Measure);
    }

    [Fact]
    public void A_heading_in_one_cell_over_number_and_name_is_the_label_of_its_row()
    {
        var table = WrittenTable.Read("2026年新增政府债券项目安排情况表", "序号|项目名称|债券规模", "|合计|50", "一、交通|<|30", "1|滨河东路|10", "2|滨河西路|20", "二、水利|<|20", "1|某某水库|20");

        Assert.Equal(["合计", "一、交通", "滨河东路", "滨河西路", "二、水利", "某某水库"], table.Rows.Select(r => r.Label));
    }
}
