using System.Collections.Immutable;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;
using LuolongBudgetExtract.Tests.Narrative;

namespace LuolongBudgetExtract.Tests.Reconciliation;

public sealed class NarrativeCheckTests
{
    private const string General = "五、一般公共预算支出预算情况说明";

    /// <summary>一般公共预算支出表: 合计 4030.34 = 216.34 + 3814.00 and one item.</summary>
    private static TypedTable Table(string form = "general_budget_expenditure", string unit = "万元", string total = "4030.34")
    {
        var t = new TestTable(form, "合计", "基本支出", "项目支出").Measures("total", "basic", "project").Fund(form == "government_fund_expenditure" ? "government_fund" : "general_public_budget");
        for (int c = 0; c < 3; c++) t.Unit(c, unit);
        if (total.Length > 0)
        {
            t.Row("合计", [total, "216.34", "3814.00"], RowRole.Total);
            t.Row("行政运行", ["172.25", "172.25", ""], dimensions: new RowDimensions("2014001", "行政运行"));
        }
        return t.Build();
    }

    private static ImmutableArray<Check> Check(string heading, string text, params TypedTable[] tables) =>
        [.. Reconciler.Check([.. tables], new TextPage().Line(heading).Line(text).Read()).Where(c => c.RuleId.StartsWith("narrative", StringComparison.Ordinal) || c.RuleId.StartsWith("note", StringComparison.Ordinal))];

    private static Check Only(string rule, IEnumerable<Check> checks) => Assert.Single(checks, c => c.RuleId == rule);

    [Theory]
    [InlineData("一般公共预算支出4030.34万元。", CheckOutcome.Exact)]
    [InlineData("一般公共预算支出4030.3万元。", CheckOutcome.WithinRounding)]
    [InlineData("一般公共预算支出4039.34万元。", CheckOutcome.Inconsistent)]
    [InlineData("1.行政运行（2014001）172.25万元。", CheckOutcome.Exact)]
    [InlineData("1.行政运行（2014001）175.25万元。", CheckOutcome.Inconsistent)]
    public void An_amount_of_the_text_is_that_of_its_cell(string text, CheckOutcome outcome)
    {
        var check = Only("narrative.amount", Check(General, text, Table()));

        Assert.Equal(outcome, check.Outcome);
        Assert.Equal([null, 3], check.Operands.Select(o => o.Table));
        Assert.Equal([1, null], check.Operands.Select(o => o.Statement));
        if (outcome == CheckOutcome.Inconsistent) Assert.Equal(Severity.Error, check.Severity);
    }

    [Fact]
    public void Text_in_万元_is_held_against_a_table_in_元() =>
        Assert.Equal(CheckOutcome.WithinRounding, Only("narrative.amount", Check(General, "一般公共预算支出0.40万元。", Table(unit: "元"))).Outcome);

    [Fact]
    public void A_factor_of_ten_thousand_is_a_wrong_unit_and_no_wrong_amount()
    {
        var checks = Check(General, "一般公共预算支出4030.34元。", Table());

        Assert.Equal(("unit", CheckOutcome.Inconsistent), (Only("narrative.unit", checks).Kind, checks[0].Outcome));
        Assert.DoesNotContain(checks, c => c.RuleId == "narrative.amount");
    }

    [Theory]
    [InlineData("社区网格员工资项目支出12.00万元。")]
    [InlineData("某某中心2026年一般公共预算支出12.00万元。")]
    [InlineData("政府性基金预算支出12.00万元。")]
    [InlineData("2025年一般公共预算支出12.00万元。")]
    public void What_the_table_does_not_print_is_not_applicable(string text) =>
        Assert.Equal(CheckOutcome.NotApplicable, Only("narrative.amount", Check(General, text, Table())).Outcome);

    [Fact]
    public void A_figure_whose_table_has_unread_numbers_is_blocked() =>
        Assert.Equal(CheckOutcome.Blocked, Only("narrative.amount", Check(General, "一般公共预算人员经费12.00万元。", Table() with { Unplaced = ["1O.00"] })).Outcome);

    [Fact]
    public void A_zero_is_a_blank_cell_and_an_empty_table_contradicts_an_amount()
    {
        var empty = Table(total: "");

        Assert.Equal(CheckOutcome.Exact, Only("narrative.amount", Check(General, "一般公共预算支出0.00万元。", empty)).Outcome);
        Assert.Equal((CheckOutcome.Inconsistent, Severity.Warning), Only("narrative.amount", Check(General, "一般公共预算支出12.00万元。", empty)) is var c ? (c.Outcome, c.Severity) : default);
    }

    [Fact]
    public void A_project_of_the_text_is_that_of_the_list()
    {
        var t = new TestTable("project_expenditure", "合计").Measures("project");
        t.Row("社区人员工资", ["3300.00"], dimensions: new RowDimensions(ProjectName: "社区人员工资"));

        Assert.Equal(CheckOutcome.Exact, Only("narrative.amount", Check("（五）专项转移支付项目情况", "专项转移支付项目共有1项，主要是：社区人员工资项目3300.00万元。", t.Build())).Outcome);
    }

    [Theory]
    [InlineData("一般公共预算支出4030.34万元，其中：基本支出216.34万元，占5.37%。", CheckOutcome.Exact)]
    [InlineData("一般公共预算支出4030.34万元，其中：基本支出216.34万元，占8.37%。", CheckOutcome.Inconsistent)]
    public void A_share_is_its_part_of_the_whole(string text, CheckOutcome outcome) => Assert.Equal(outcome, Only("narrative.share", Check(General, text)).Outcome);

    [Theory]
    [InlineData("一般公共预算支出783.00万元，占本年支出合计的90.00%。", true, CheckOutcome.Exact)]
    [InlineData("一般公共预算支出783.00万元，占本年支出合计的91.00%。", true, CheckOutcome.Inconsistent)]
    [InlineData("一般公共预算支出783.00万元，占支出总计的78.30%。", true, CheckOutcome.Exact)]
    [InlineData("一般公共预算支出783.00万元，占支出总计的90.00%。", true, CheckOutcome.Inconsistent)]
    [InlineData("一般公共预算支出783.00万元，占本年支出合计的90.00%。", false, CheckOutcome.NotApplicable)]
    public void The_whole_of_a_share_is_what_the_sentence_names_in_the_text_or_in_a_table_and_no_other_total(string text, bool printed, CheckOutcome outcome)
    {
        var t = new TestTable("expenditure_summary", "本年支出合计").Measures("total");
        t.Row("合计", ["870.00"], RowRole.Total);
        var read = new TextPage().Line("一、收入支出决算总体情况说明").Line("支出总计1000.00万元。").Line(General).Line(text).Read("final_account");

        Assert.Equal(outcome, Only("narrative.share", Reconciler.Check(printed ? [t.Build()] : [], read)).Outcome);
    }

    // 江西: the revenue in all comes first, what is broken down is the revenue of the year.
    [Theory]
    [InlineData("90.00", CheckOutcome.Exact)]
    [InlineData("70.00", CheckOutcome.Inconsistent)]
    public void The_words_that_open_a_composition_name_the_whole_of_its_shares(string percent, CheckOutcome outcome)
    {
        var read = new TextPage().Line("一、收入决算情况说明").Line("本部门2025年度收入总计200.00万元，其中年初结转和结余100.00万元，较2024年增加5.00万元；本年收入合计100.00万元。")
            .Line($"本年收入的具体构成为：财政拨款收入90.00万元，占{percent}%；事业收入10.00万元，占10.00%。").Read("final_account");
        var shares = Reconciler.Check([], read).Where(c => c.RuleId == "narrative.share").ToList();

        Assert.Equal([outcome, CheckOutcome.Exact], shares.Select(c => c.Outcome));
    }

    [Fact]
    public void A_row_of_this_year_under_a_column_of_the_year_before_is_of_the_year_before()
    {
        var t = new TestTable("revenue_expenditure_summary", "本年决算数", "上年决算数").Measures("total", "total").Period(1, "prior_year");
        t.Row("本年收入合计", ["110.00", "100.00"]);
        t.Row("总计", ["200.00", "150.00"], RowRole.Total);

        Assert.Equal(CheckOutcome.NotApplicable, Only("narrative.change", Check("一、收入支出总体情况说明", "本年收入合计110.00万元，比上年增加10.00万元。", t.Build())).Outcome);
    }

    [Theory]
    [InlineData("年初预算为20.00万元，支出决算为30.00万元，完成年初预算的150%。", CheckOutcome.Exact)]
    [InlineData("年初预算为20.00万元，支出决算为30.00万元，完成年初预算的66.67%。", CheckOutcome.Inconsistent)]
    public void A_completion_is_the_outturn_of_its_own_budget(string text, CheckOutcome outcome) =>
        Assert.Equal(outcome, Only("narrative.share", Reconciler.Check([], new TextPage().Line(General).Line("1.一般公共服务支出（类）信访事务（款）行政运行（项）。" + text).Read("final_account"))).Outcome);

    [Theory]
    [InlineData("其中：1.行政运行（2014001）年初预算为180.00万元，支出决算为172.25万元。")]
    [InlineData("其中：1.行政运行（2014001）。年初预算为180.00万元，支出决算为172.25万元。")]
    public void The_outturn_behind_the_budget_of_an_item_is_that_of_the_item_and_not_of_the_section(string text)
    {
        var read = new TextPage().Line(General).Line("一般公共预算支出决算为4030.34万元。" + text).Read("final_account");
        var checks = Reconciler.Check([Table()], read).Where(c => c.RuleId == "narrative.amount" && c.Outcome != CheckOutcome.NotApplicable);

        Assert.Equal([CheckOutcome.Exact, CheckOutcome.Exact], checks.Select(c => c.Outcome));
    }

    [Theory]
    [InlineData("收入总计110.00万元，比上年增加10.00万元，增长10.00%。", CheckOutcome.Exact)]
    [InlineData("收入总计110.00万元，比上年增加10.00万元，增长9.09%。", CheckOutcome.Inconsistent)]
    [InlineData("收入总计90.00万元，比上年减少10.00万元，下降10.00%。", CheckOutcome.Exact)]
    [InlineData("收入总计110.00万元，比2025年预算数100.00万元增加10.00万元，增长10%。", CheckOutcome.Exact)]
    [InlineData("收入总计110.00万元，其中：事业收入3.00万元，比上年增加10.00万元，增长10.00%。", CheckOutcome.Exact)]
    public void A_rate_is_the_change_over_the_year_before(string text, CheckOutcome outcome) => Assert.Equal(outcome, Only("narrative.rate", Check("一、收支预算总体情况说明", text)).Outcome);

    [Fact]
    public void There_is_no_rate_on_a_base_of_zero()
    {
        var check = Only("narrative.zero_base", Check("一、收支预算总体情况说明", "收入总计45.00万元，与2025年相比，增加45.00万元，增长100%。"));

        Assert.Equal(("narrative_percent", CheckOutcome.Inconsistent, Severity.Warning), (check.Kind, check.Outcome, check.Severity));
    }

    [Theory]
    [InlineData("收入总计110.00万元，比2025年预算数100.00万元增加10.00万元。", CheckOutcome.Exact)]
    [InlineData("收入总计110.00万元，比2025年预算数100.00万元增加20.00万元。", CheckOutcome.Inconsistent)]
    public void A_change_lies_between_its_two_amounts(string text, CheckOutcome outcome) => Assert.Equal(outcome, Only("narrative.change", Check("一、收支预算总体情况说明", text)).Outcome);

    [Theory]
    [InlineData("收入总计110.00万元，比上年增加10.00万元。主要原因是：购买社区服务相关项目削减。", 1)]
    [InlineData("收入总计110.00万元，比上年增加10.00万元。主要原因是：新增网格员项目，其他项目削减。", 0)]
    [InlineData("收入总计90.00万元，比上年减少10.00万元。主要原因是：离退休人员增加。", 0)]
    public void A_reason_does_not_say_the_opposite(string text, int findings) =>
        Assert.Equal(findings, Check("一、收支预算总体情况说明", text).Count(c => c.RuleId == "narrative.reason"));

    [Theory]
    [InlineData("政府采购预算45.00万元，其中：政府采购货物预算40.00万元、政府采购工程预算0.00万元、政府采购服务预算5.00万元。", CheckOutcome.Exact)]
    [InlineData("政府采购预算45.00万元，其中：政府采购货物预算40.00万元、政府采购工程预算0.00万元、政府采购服务预算6.00万元。", CheckOutcome.Inconsistent)]
    public void Procurement_is_goods_works_and_services(string text, CheckOutcome outcome) => Assert.Equal(outcome, Only("narrative.parts", Check("（二）政府采购支出预算情况", text)).Outcome);

    [Theory]
    [InlineData("共有车辆4辆，其中：一般公务用车1辆、其他用车3辆。", CheckOutcome.Exact)]
    [InlineData("共有车辆4辆，其中：一般公务用车1辆、其他用车2辆。", CheckOutcome.Inconsistent)]
    public void Vehicles_are_those_of_all_kinds(string text, CheckOutcome outcome) => Assert.Equal(outcome, Only("narrative.counts", Check("（四）国有资产占用情况", text)).Outcome);

    [Theory]
    [InlineData("45.00", CheckOutcome.Inconsistent)]
    [InlineData("", CheckOutcome.Exact)]
    public void The_text_says_that_there_is_none(string total, CheckOutcome outcome) =>
        Assert.Equal(outcome, Only("narrative.none", Check("八、政府性基金支出预算情况说明", "某某局2026年无政府性基金预算拨款安排的支出。", Table("government_fund_expenditure", total: total))).Outcome);

    [Theory]
    [InlineData("50.00", "20.00", CheckOutcome.Exact)]
    [InlineData("50.00", "25.00", CheckOutcome.Inconsistent)]
    public void The_changes_of_the_funds_are_the_change_of_all_money(string whole, string fund, CheckOutcome outcome)
    {
        var text = new TextPage().Line("一、收入支出预算总体情况说明").Line($"某某局2026年收支总计100.00万元，与2025年相比，收支总计增加{whole}万元，增长100%。")
            .Line("四、财政拨款收入支出预算总体情况说明").Line("某某局2026年一般公共预算收支预算80.00万元，政府性基金收支预算20.00万元。")
            .Line($"与2025年相比，一般公共预算收支预算增加30.00万元；政府性基金收支预算增加{fund}万元；国有资本经营预算收支预算保持一致。");

        Assert.Equal(outcome, Only("narrative.fund_changes", Reconciler.Check([], text.Read())).Outcome);
    }

    [Fact]
    public void Funds_that_are_not_all_the_money_say_nothing_about_its_change()
    {
        var text = new TextPage().Line("一、收入支出预算总体情况说明").Line("某某局2026年收支总计130.00万元，与2025年相比，收支总计增加60.00万元，增长85.71%。")
            .Line("四、财政拨款收入支出预算总体情况说明").Line("某某局2026年一般公共预算收支预算80.00万元，政府性基金收支预算20.00万元。")
            .Line("与2025年相比，一般公共预算收支预算增加30.00万元；政府性基金收支预算增加20.00万元；国有资本经营预算收支预算保持一致。");

        Assert.DoesNotContain(Reconciler.Check([], text.Read()), c => c.RuleId == "narrative.fund_changes");
    }

    [Fact]
    public void An_empty_table_in_a_file_without_narrative_is_no_fault_of_the_file()
    {
        var check = Only("note.missing_in_tables", Reconciler.Check([Table("state_capital_expenditure", total: "")], []));

        Assert.Equal(Severity.Info, check.Severity);
    }

    [Theory]
    [InlineData("government_fund_expenditure", "备注：某某局2026年无政府性基金预算拨款安排的支出，故此表无数据。", "45.00", "note.with_data")]
    [InlineData("state_capital_expenditure", "注：本单位无政府性基金预算，故本表为空表。", "", "note.other_table")]
    [InlineData("state_capital_expenditure", null, "", "note.missing")]
    [InlineData("state_capital_expenditure", "注：本单位无国有资本经营预算，故本表为空表。", "", null)]
    [InlineData("government_fund_expenditure", "注：如此表为空，请说明。", "45.00", null)]
    public void The_remark_of_a_table_fits_the_table(string form, string? note, string total, string? rule)
    {
        var failed = Check("一、机关运行经费", "某某局2026年机关运行经费12.00万元。", Table(form, total: total) with { Note = note }).Where(c => c.Outcome == CheckOutcome.Inconsistent);

        Assert.Equal(rule is null ? [] : [rule], failed.Select(c => c.RuleId));
    }
}
