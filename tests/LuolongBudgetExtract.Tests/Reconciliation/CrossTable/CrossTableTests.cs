using System.Text;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Reconciliation.CrossTable;

public sealed class CrossTableTests
{
    private static List<Check> Between(string rule, params FormTable[] forms) => [.. FormTable.Check(forms).Where(c => c.RuleId == rule)];

    private static List<Check> Failing(params FormTable[] forms) => [.. FormTable.Check(forms).Where(c => c.Outcome == CheckOutcome.Inconsistent)];

    [Fact]
    public void A_budget_whose_forms_agree_is_proven_code_by_code_and_class_by_class()
    {
        Assert.Empty(Failing(Budget.Summary(), Budget.All(), Budget.General(), Budget.Fund()));
        var checks = Between("cross.expenditure_by_fund", Budget.Summary(), Budget.All(), Budget.General(), Budget.Fund());
        Assert.Equal(4, checks.Count(c => c.Outcome == CheckOutcome.Exact));
        Assert.Contains(Between("cross.statement_expenditure", Budget.Summary(), Budget.All()), c => c.Where.Contains("社会保障和就业", StringComparison.Ordinal) && c.Outcome == CheckOutcome.Exact);
    }

    [Fact]
    public void Money_under_one_code_here_and_under_another_there_is_one_finding()
    {
        var failing = Failing(Budget.Summary(), Budget.All(community: "155.00", lottery: "_"), Budget.General(), Budget.Fund());
        var between = failing.Where(c => c.RuleId == "cross.expenditure_by_fund").ToList();
        Assert.Equal([45m, -45m], between.Select(c => c.Difference!.Value));
        Assert.Single(between.Select(c => c.CauseId).Distinct());
        Assert.Contains("同一笔 45", between[0].MessageZh, StringComparison.Ordinal);
    }

    [Fact]
    public void With_other_money_the_whole_may_be_larger_but_never_smaller_than_its_parts()
    {
        var larger = Between("cross.expenditure_by_fund", Budget.Summary(other: "9.00"), Budget.All(total: "184.00"), Budget.General(), Budget.Fund());
        Assert.Equal([CheckOutcome.NotApplicable], larger.Select(c => c.Outcome));
        var smaller = Between("cross.expenditure_by_fund", Budget.Summary(other: "9.00"), Budget.All(total: "166.00"), Budget.General(), Budget.Fund());
        Assert.Contains(smaller, c => c is { Outcome: CheckOutcome.Inconsistent, Difference: -9m });
    }

    [Theory]
    [InlineData("1300049", "200000", "1100049", CheckOutcome.WithinRounding)]
    [InlineData("1300200", "200000", "1100200", CheckOutcome.Inconsistent)]
    public void Units_differ_and_are_compared_in_yuan_by_the_printed_decimals(string total, string union, string community, CheckOutcome outcome)
    {
        var checks = Between("cross.expenditure_by_fund", Budget.Summary(), Budget.All(), Budget.General("元", total, union, community), Budget.Fund());
        Assert.Equal(outcome, checks[0].Outcome);
        Assert.All(checks, c => Assert.NotEqual(CheckOutcome.NotApplicable, c.Outcome));
    }

    [Fact]
    public void Forms_of_two_departments_are_not_compared()
    {
        var other = new FormTable(5, "general_budget_expenditure", "万元", "total general_public_budget current expenditure") { Department = "另一局" }.Row("合计", "999.00", RowRole.Total).Code("2012906", "工会事务", "999.00");
        Assert.Empty(Failing(Budget.Summary(), Budget.All(), Budget.General(), Budget.Fund(), other));
    }

    [Fact]
    public void A_missing_form_is_said_aloud()
    {
        var checks = Between("cross.expenditure_by_fund", Budget.Summary(), Budget.All(), Budget.Fund());
        Assert.Equal([CheckOutcome.NotApplicable], checks.Select(c => c.Outcome));
        Assert.Contains("general_budget_expenditure", checks[0].MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_could_not_be_read_blocks_its_identity()
    {
        var checks = Between("cross.expenditure_by_fund", Budget.Summary(), Budget.All(), Budget.General(union: "2O.1"), Budget.Fund());
        Assert.Contains(checks, c => c.Outcome == CheckOutcome.Blocked && c.MessageZh.Contains("2O.1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_that_ends_at_the_classes_is_not_asked_for_items()
    {
        var classes = new FormTable(3, "general_budget_expenditure", "万元", "total general_public_budget current expenditure")
            .Row("合计", "130.00", RowRole.Total).Code("201", "一般公共服务支出", "20.00").Code("208", "社会保障和就业支出", "110.00");
        var checks = Between("cross.expenditure_by_fund", Budget.Summary(), Budget.All(), classes, Budget.Fund());
        Assert.DoesNotContain(checks, c => c.Outcome == CheckOutcome.Inconsistent);
        Assert.Contains(checks, c => c.Where.Contains("208", StringComparison.Ordinal) && c.Outcome == CheckOutcome.Exact);
    }

    [Fact]
    public void A_new_identity_needs_no_new_code()
    {
        var text = """
            {"id":"own","kind":"cross_table","compute":"figures_agree","source":"FORMS.md §4","forms":["expenditure_summary"],"severity":"error","precondition":"none",
             "zh":"{item} {left} {relation} {right}","en":"{left} {relation} {right}","terms":{"left":["expenditure_summary rows=total measure=project"],"right":["government_fund_expenditure rows=total"]}}
            """;
        var set = RuleFile.Embedded;
        var own = RuleFile.Read(new MemoryStream(Encoding.UTF8.GetBytes("""{"outcomes":{"relation":{}},"reasons":{},"readings":{},"rules":[""" + text + "]}"))).Rules;
        var check = Assert.Single(Reconciler.Check([Budget.All().Build(), Budget.Fund().Build()], [], set with { Rules = [.. set.Rules, .. own] }), c => c.RuleId == "own");
        Assert.Equal((145m, 45m, CheckOutcome.Inconsistent), (check.Actual!.Value, check.Expected!.Value, check.Outcome));
    }

    [Fact]
    public void A_selection_that_nobody_understands_is_refused()
    {
        var set = RuleFile.Embedded;
        var rule = set.Rules.First(r => r.Compute == "figures_agree");
        var odd = set with { Rules = [.. set.Rules, rule with { Id = "odd", Terms = [new RuleTerm("left", ["expenditure_summary colour=red"]), new RuleTerm("right", ["revenue_summary"])] }] };
        Assert.Contains("colour=red", Assert.Throws<InvalidDataException>(() => Reconciler.Check([Budget.All().Build()], [], odd)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_figure_in_three_forms_intersects_its_intervals()
    {
        // 1,099,960 元 and 1,100,480 元 both meet 110.0 万元, but not each other.
        FormTable Form(int number, string form, string unit, string fund, string amount) =>
            new FormTable(number, form, unit, $"total {fund} current expenditure").Row("合计", amount, RowRole.Total).Code("2080208", "基层政权建设和社区治理", amount);
        var all = Form(2, "expenditure_summary", "元", "-", "1099960");
        var general = Form(3, "general_budget_expenditure", "万元", "general_public_budget", "110.0");
        var fiscal = Form(4, "fiscal_appropriation_expenditure", "元", "fiscal_appropriation", "1100480");
        var check = Assert.Single(FormTable.Check(all, general, fiscal), c => c.RuleId == "cross.same_figure" && c.Where.Contains("合计", StringComparison.Ordinal));
        Assert.Equal(CheckOutcome.Inconsistent, check.Outcome);
        Assert.Equal(3, check.Operands.Length);
    }
}
