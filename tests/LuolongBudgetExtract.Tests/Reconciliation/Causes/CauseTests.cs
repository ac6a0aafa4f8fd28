using CsCheck;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Reconciliation.Causes;
using LuolongBudgetExtract.Rows;
using LuolongBudgetExtract.Tests.Reconciliation.CrossTable;

namespace LuolongBudgetExtract.Tests.Reconciliation.Causes;

public sealed class CauseTests
{
    private static FormTable All(decimal[] basic, decimal[] project, (int Row, decimal By)? fault = null)
    {
        var table = new FormTable(2, "expenditure_summary", "万元", "合计 - current expenditure", "基本支出 - current expenditure", "项目支出 - current expenditure");
        table.Row("合计", Cells(basic.Sum() + project.Sum(), basic.Sum(), project.Sum()), RowRole.Total);
        for (int i = 0; i < basic.Length; i++)
            table.Code($"20103{i + 1:00}", $"项目{i}", Cells(basic[i] + project[i] + (fault is { } f && f.Row == i ? f.By : 0), basic[i], project[i]));
        return table;
    }

    private static string Cells(params decimal[] values) => string.Join(' ', values.Select(v => v.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void One_changed_figure_is_one_cause_that_names_the_figure_and_the_value_it_needs()
    {
        var cents = Gen.Int[1, 900_000].Array[4];
        Gen.Select(cents, cents, Gen.Int[0, 3], Gen.Int[100, 90_000]).Sample((basic, project, row, by) =>
        {
            decimal[] b = [.. basic.Select(x => x / 100m)], p = [.. project.Select(x => x / 100m)];
            var failing = FormTable.Check(All(b, p, (row, by / 100m))).Where(c => c.Outcome == CheckOutcome.Inconsistent && c.Kind is "row_sum" or "column_sum").ToList();
            var needed = (b[row] + p[row]).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
            return failing.Count == 2 && failing.Select(c => c.CauseId).Distinct().Count() == 1 && failing.All(c => c.CauseId is not null && c.MessageZh.Contains($"若为 {needed}，", StringComparison.Ordinal));
        }, iter: 40);
    }

    [Fact]
    public void A_row_left_out_is_one_cause_over_all_columns()
    {
        var table = new FormTable(2, "expenditure_summary", "万元", "合计 - current expenditure", "基本支出 - current expenditure", "项目支出 - current expenditure")
            .Row("合计", "60.00 33.00 27.00", RowRole.Total).Code("2010301", "行政运行", "30.00 20.00 10.00").Code("2010302", "一般行政管理事务", "10.00 3.00 7.00");
        var failing = FormTable.Check(table).Where(c => c.Outcome == CheckOutcome.Inconsistent).ToList();
        Assert.Equal(3, failing.Count);
        Assert.Single(failing.Select(c => c.CauseId).Distinct());
        Assert.Contains("漏列一行", failing[0].MessageZh, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_cut_digits_would_explain_it_the_log_doubts_the_reading()
    {
        // 1234.00 with its first digit beyond the column boundary.
        var table = new FormTable(2, "expenditure_summary", "万元", "合计 - current expenditure", "基本支出 - current expenditure", "项目支出 - current expenditure")
            .Row("合计", "1254.00 1234.00 20.00", RowRole.Total).Code("2010301", "行政运行", "1244.00 234.00 10.00").Code("2010350", "事业运行", "10.00 _ 10.00");
        Assert.Contains(FormTable.Check(table), c => c.MessageZh.Contains("自查", StringComparison.Ordinal) && c.MessageEn.Contains("our doubt", StringComparison.Ordinal));
    }

    [Fact]
    public void Checks_that_hold_have_no_cause() =>
        Assert.All(FormTable.Check(All([1, 2], [3, 4])).Where(c => c.Outcome != CheckOutcome.Inconsistent), c => Assert.Null(c.CauseId));

    [Fact]
    public void A_sentence_that_contradicts_the_table_and_its_own_share_is_one_cause()
    {
        var said = new Operand(null, null, null, "项目支出 1749.33万元", 1749.33m, 2, 3, new Box(1, 2, 3, 4));
        var whole = said with { Label = "合计", Value = 3033.64m, Box = new Box(5, 2, 7, 4) };
        LuolongBudgetExtract.Reconciliation.Check Narrative(string kind, params Operand[] operands) =>
            new(1, "x", kind, [], 3, "p.3", 1, 2, 8, 0.01m, CheckOutcome.Inconsistent, Severity.Error, null, kind, kind, [.. operands]);
        var explained = CauseLog.Explain([Narrative("narrative_amount", said), Narrative("narrative_percent", said, whole), Narrative("narrative_percent", whole)], []);
        Assert.Equal(explained[0].CauseId, explained[1].CauseId);
        Assert.NotEqual(explained[0].CauseId, explained[2].CauseId);
    }

    [Fact]
    public void A_sentence_with_the_value_that_a_wrong_figure_needs_is_evidence_of_the_same_cause()
    {
        var table = All([10, 20], [30, 40], (0, 5m)).Build();
        var checks = Reconciler.Check([table], []);
        var cell = table.Rows[1].Amounts[0];
        var sentence = new LuolongBudgetExtract.Reconciliation.Check(checks.Length + 1, "narrative.amount", "narrative_amount", [2], 3, "p.3", 45, 40, -5, 0.01m, CheckOutcome.Inconsistent, Severity.Error, null, "文字", "text",
            [new Operand(null, null, null, "文字", 40, 2, 3, new Box(1, 2, 3, 4)), new Operand(2, 2, 0, "合计", cell.Value, 2, 2, cell.Box)]);
        var explained = CauseLog.Explain([.. checks, sentence], [table]);
        Assert.Single(explained.Where(c => c is { Outcome: CheckOutcome.Inconsistent, CauseId: not null, Kind: not "code_list" }).Select(c => c.CauseId).Distinct());
    }
}
