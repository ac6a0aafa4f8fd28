using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Reconciliation.CrossTable;

/// <summary>A small consistent budget: 03 = 05 + 09, a summary of income and expenditure without other money.</summary>
internal static class Budget
{
    public static FormTable Summary(string other = "_", string carried = "_", string security = "110.00", string lottery = "45.00") =>
        new FormTable(1, "revenue_expenditure_summary", "万元", "total - current revenue", "total - current expenditure right")
            .Row("一、一般公共预算", "130.00").Row("一、一般公共服务", "20.00", panel: 1)
            .Row("二、事业收入", other).Row("八、社会保障和就业", security, panel: 1)
            .Row("三、政府性基金", "45.00").Row("二十九、其他支出", lottery, panel: 1)
            .Row("本年收入合计", "175.00", RowRole.Subtotal).Row("本年支出合计", "175.00", RowRole.Subtotal, panel: 1)
            .Row("上年结转结余", carried).Row("年终结转结余", "_", panel: 1)
            .Row("收入总计", "175.00", RowRole.Total).Row("支出总计", "175.00", RowRole.Total, panel: 1);

    public static FormTable All(string total = "175.00", string community = "110.00", string lottery = "45.00") =>
        new FormTable(2, "expenditure_summary", "万元", "total - current expenditure", "basic - current expenditure", "project - current expenditure")
            .Row("合计", $"{total} 30.00 145.00", RowRole.Total)
            .Code("2012906", "工会事务", "20.00 20.00 _").Code("2080208", "基层政权建设和社区治理", $"{community} 10.00 100.00")
            .Code("2296002", "用于社会福利的彩票公益金支出", $"{lottery} _ {lottery}");

    public static FormTable General(string unit = "万元", string total = "130.00", string union = "20.00", string community = "110.00") =>
        new FormTable(3, "general_budget_expenditure", unit, "total general_public_budget current expenditure")
            .Row("合计", total, RowRole.Total).Code("2012906", "工会事务", union).Code("2080208", "基层政权建设和社区治理", community);

    public static FormTable Fund(string amount = "45.00") =>
        new FormTable(4, "government_fund_expenditure", "万元", "total government_fund current expenditure")
            .Row("合计", amount, RowRole.Total).Code("2296002", "用于社会福利的彩票公益金支出", amount);
}
