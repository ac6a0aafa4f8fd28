using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;
using LuolongBudgetExtract.Tests.Reconciliation.CrossTable;
using LuolongBudgetExtract.Tests.Rows;

namespace LuolongBudgetExtract.Tests.Reconciliation.Lists;

/// <summary>Codes, names, pairs, units and projects against the lists and against the rest of the document.</summary>
public sealed class ListTests
{
    private static List<Check> Of(string kind, params FormTable[] forms) => [.. FormTable.Check(forms).Where(c => c.Kind == kind)];

    private static FormTable General(string code, string name) =>
        new FormTable(9, "general_budget_expenditure", "万元", "total general_public_budget current expenditure").Row("合计", "5.00", RowRole.Total).Code(code, name, "5.00");

    [Theory]
    [InlineData("机关事业单位基本养老保险缴费支出", null)]
    [InlineData("机关事业单位基本养老保险缴费", null)]
    [InlineData("事业单位离退休", Severity.Warning)]
    public void The_name_of_another_code_is_found_and_another_wording_is_not(string name, Severity? severity) =>
        Assert.Equal(severity is { } s ? [s] : [], Of("code_name", General("2080505", name)).Select(c => c.Severity));

    [Fact]
    public void It_is_an_error_where_the_document_itself_prints_the_right_name()
    {
        var right = new FormTable(8, "expenditure_summary", "万元", "total - current expenditure").Code("2080505", "机关事业单位基本养老保险缴费支出", "5.00");
        var check = Assert.Single(Of("code_name", right, General("2080505", "事业单位离退休")));
        Assert.Equal(Severity.Error, check.Severity);
        Assert.Contains("2080502", check.MessageZh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_no_list_has_is_a_warning() =>
        Assert.Equal([Severity.Warning], Of("code_list", General("2019876", "某某事务")).Select(c => c.Severity));

    [Fact]
    public void A_code_that_several_tables_print_under_one_name_is_rather_missing_from_the_list() => Assert.Equal([Severity.Info], Of("code_list",
        General("2019876", "某某事务"), new FormTable(8, "expenditure_summary", "万元", "total - current expenditure").Code("2019876", "某某事务", "5.00")).Select(c => c.Severity));

    [Fact]
    public void Money_carried_over_keeps_its_old_code() => Assert.Equal([Severity.Info], Of("code_list",
        new FormTable(8, "fiscal_carryover_expenditure", "万元", "total - carried_over expenditure").Code("2019876", "某某事务", "5.00")).Select(c => c.Severity));

    [Fact]
    public void A_code_of_one_budget_in_the_form_of_another_is_named() =>
        Assert.Contains("政府性基金预算", Assert.Single(Of("code_list", General("2296002", "用于社会福利的彩票公益金支出"))).MessageZh, StringComparison.Ordinal);

    [Theory]
    [InlineData("50101", 0)]
    [InlineData("50306", 1)]
    public void A_pair_of_economic_codes_outside_the_crosswalk_is_a_warning(string government, int findings) =>
        Assert.Equal(findings, Of("crosswalk", new FormTable(6, "general_budget_basic_expenditure", "万元", "basic general_public_budget current expenditure").Economic("30101", "5.00", government)).Count);

    [Fact]
    public void A_unit_label_that_the_magnitudes_contradict_is_found_and_does_not_break_the_sums()
    {
        var general = Budget.General("元", "1234.56", "234.56", "1000.00");
        var all = new FormTable(2, "expenditure_summary", "万元", "total - current expenditure").Row("合计", "1234.56", RowRole.Total).Code("2012906", "工会事务", "234.56").Code("2080208", "基层政权建设和社区治理", "1000.00");
        var function = new FormTable(7, "fiscal_appropriation_expenditure", "万元", "total fiscal_appropriation current expenditure").Row("合计", "1234.56", RowRole.Total).Code("2012906", "工会事务", "234.56");
        var failing = FormTable.Check(Budget.Summary(), all, general, function).Where(c => c.Outcome == CheckOutcome.Inconsistent && c.Tables.Contains(3)).ToList();
        Assert.Equal("unit", Assert.Single(failing, c => c.RuleId is "cross.unit" or "cross.expenditure_by_fund").Kind);
    }

    [Theory]
    [InlineData("2023年省级福利彩票公益金", "2023年省级福利彩票公益金", "45.00", null)]
    [InlineData("2023年省级福利彩票公益金", "2022年省级福利彩票公益金", "45.00", Severity.Error)]
    [InlineData("2023信访专项经费", "2023年信访专项经费", "45.00", null)]
    [InlineData("社区办公经费", "社区办公费", "45.00", Severity.Warning)]
    [InlineData("社区办公经费", "社区办公经费", "46.00", Severity.Error)]
    [InlineData("社区办公经费", "广场改造", "45.00", null)]
    public void Projects_are_matched_by_like_names_and_exact_years_and_amounts(string expenditure, string target, string amount, Severity? severity)
    {
        var checks = Of("project_match", new FormTable(5, "project_expenditure", "万元", "project - current expenditure").Project(expenditure, "45.00"),
            new FormTable(6, "project_performance_targets", "万元", "project - current expenditure").Project(target, amount));
        Assert.Equal(severity is { } s ? [s] : [], checks.Where(c => c.Outcome == CheckOutcome.Inconsistent).Select(c => c.Severity));
    }

    [Fact]
    public void The_sheet_of_a_project_counts_once_whatever_its_blocks_sum_up()
    {
        var projects = new FormTable(5, "project_expenditure", "万元", "project - current expenditure").Project("运行维护", "100.50").Project("设备购置", "9.00").Build();
        var sheets = WrittenTable.Read("项目支出绩效目标表",
            "项目名称|运行维护|<|<", "项目资金来源|资金来源项目|<|金额", "^|合计|<|100.50", "项目支出明细测算|内容|<|金额", "^|合计|<|100.50", "项目采购|品名|数量|金额", "^|合计|1|20.00",
            "项目名称|设备购置|<|<", "项目资金来源|资金来源项目|<|金额", "^|合计|<|9.00", "一级指标|二级指标|三级指标|指标值");

        Assert.Equal([CheckOutcome.Exact, CheckOutcome.Exact], Reconciler.Check([projects, sheets with { Number = 6, Department = null, Scope = null }], [], 2023).Where(c => c.Kind == "project_match").Select(c => c.Outcome));
    }

    [Fact]
    public void The_year_of_the_form_is_compared_where_a_sheet_prints_several()
    {
        var all = new FormTable(2, "expenditure_summary", "万元", "total - current expenditure", "basic - current expenditure", "project - current expenditure").Row("合计", "887.21 626.71 260.50", RowRole.Total).Build();
        string[] lines = ["部门名称|某某局|<|<|<", "资金情况（万元）|支出构成|当年预算金额|2024年金额|2025年金额", "^|基本支出|626.71|600.10|615.20", "^|项目支出|260.50|270.10|290.61", "一级指标|二级指标|三级指标|指标值|<"];

        Assert.Equal([CheckOutcome.Exact, CheckOutcome.Exact], Compared(lines));
        // Two amounts of the year: which is meant is not known, and nothing is not zero.
        Assert.Empty(Compared([.. lines.Select(l => l.Replace("2025年金额", "本年金额", StringComparison.Ordinal))]));

        List<CheckOutcome> Compared(string[] written) => [.. Reconciler.Check([all, WrittenTable.Read("部门整体支出绩效目标表", written) with { Number = 6, Department = null, Scope = null }], [], 2026)
            .Where(c => c.RuleId == "cross.performance_total" && c.Outcome != CheckOutcome.NotApplicable).Select(c => c.Outcome)];
    }

    [Theory]
    [InlineData("2023年政府性基金支出预算表", null, CheckOutcome.Exact)]
    [InlineData("2022年政府性基金支出预算表", null, CheckOutcome.Inconsistent)]
    [InlineData("2022年与2023年支出对比表", null, CheckOutcome.Exact)]
    [InlineData("政府性基金支出预算表", null, null)]
    [InlineData("政府性基金支出预算表", "备注：本单位 2022 年无政府性基金预算安排的支出，故此表无数据。", CheckOutcome.Inconsistent)]
    [InlineData("政府性基金支出预算表", "备注：与2022年相比，2023年无此项支出。", CheckOutcome.Exact)]
    [InlineData("政府性基金支出预算表", "注：2022年数据为执行数。", null)]
    public void A_title_or_a_remark_left_over_from_another_year_is_found(string title, string? note, CheckOutcome? outcome)
    {
        var table = new FormTable(9, "government_fund_expenditure", "万元", "total government_fund current expenditure").Row("合计", "").Build() with { Title = title, Note = note };
        Assert.Equal(outcome is { } o ? [o] : [], Reconciler.Check([table], [], 2023).Where(c => c.RuleId == "text.year").Select(c => c.Outcome));
    }
}
