using System.Collections.Immutable;
using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Narrative;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Dataset;

/// <summary>Hand-made extractions.</summary>
internal static class Samples
{
    public static readonly RunFacts Run = new("cafe", new DateTimeOffset(2024, 2, 9, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 2, 9, 8, 1, 30, TimeSpan.Zero));

    public static string Id(char c) => new(c, 64);

    public static DocumentRef Ref(Extraction extraction, DocumentSource? source = null) =>
        new(extraction.DocumentId, extraction.Facts.FiscalYear, () => extraction, source);

    public static Amount Amount(int column, decimal value, string? unit = "万元", string? raw = null) =>
        new(column, raw ?? $"{value}", value, value.Scale, unit, 1, new Box(10.5, 20, 30, 40.25));

    /// <summary>合计 and two items over 合计 | 基本支出: 123.40 = 100.40 + 23.00, the second column with a blank and a printed 0.00.</summary>
    public static TypedTable Table(int number = 1, string? unit = "万元") => new(
        number, "expenditure_summary", "预算03表", "部门支出预算表", "某某局", null, unit, unit is null ? null : "printed", 1, 2,
        [
            new LeafColumn(0, ["科目编码"], ColumnKind.FunctionCode, 0, null, null, null, null),
            new LeafColumn(1, ["支出", "合计"], ColumnKind.Amount, 0, "expenditure.total", "general_public_budget", "current", Side.Expenditure),
            new LeafColumn(2, ["支出", "基本支出"], ColumnKind.Amount, 0, null, null, null, null),
        ],
        2,
        [
            Row(1, 0, RowRole.Total, "合计", null, new RowDimensions(), ["", "123.40", "0.00"], [Amount(1, 123.40m, unit), Amount(2, 0.00m, unit)]),
            Row(2, 1, RowRole.Detail, "行政运行", 1, new RowDimensions("2080208", "行政运行", ProjectType: "其他"), ["2080208", "100.40", ""], [Amount(1, 100.40m, unit)]),
            Row(3, 2, RowRole.OfWhich, "其中：①", 1, new RowDimensions(), ["", "23.00", ""], [Amount(1, 23.00m, unit, "2\n3.00")]),
        ],
        "注：无", GridMethod.PartlyRuled, 0, []);

    public static TypedRow Row(
        int number, int index, RowRole role, string? label, int? parent, RowDimensions dimensions, ImmutableArray<string> cells, ImmutableArray<Amount> amounts) =>
        new(number, index, 1, 0, role, label, parent is null ? 0 : 1, parent, dimensions, cells, amounts, null);

    /// <summary>One of everything that a statement can have.</summary>
    public static Statement Statement(int number = 1) => new(
        number, 3, "第二部分|三、支出预算情况说明", "基本支出216.34万元，占5.31%", "基本支出", "basic", "general_public_budget", 216.34m, "万元", 2, 5.31m, Change.Increase, 2022, new Box(1, 2, 3, 4),
        new StatementSense(StatementKind.Level, true, Side.Expenditure, "current", "行政运行", "2010301", "某某局", ["expenditure_summary"], [1], PercentKind.Share, 2, "人员增加", true,
            new NamedWhole("本年支出合计", "total", "general_public_budget", Side.Expenditure, "current", "教育支出", "205")));

    public static Operand Operand(int row, decimal value, int? column = 1, int table = 1) =>
        new(table, row, column, "合计", value, value.Scale, 1, new Box(1, 2, 3, 4));

    public static Check Check(int number, CheckOutcome outcome, params ImmutableArray<Operand> operands) => new(
        number, "sum.total", "column_sum", [1], 1, "预算03表 合计", 123.40m, 123.40m, 0.00m, null, outcome, Severity.Error, null,
        "合计等于各项之和", "the total is the sum of its items", operands);

    public static Extraction Document(char id = 'a', int? year = 2023, ImmutableArray<TypedTable>? tables = null, ImmutableArray<Check>? checks = null) => new(
        Id(id), $"资料/{id}.pdf", 12345, 7, "WPS 文字", TextLayer.Good,
        new DocumentFacts("budget", year, "某某局", "101", "410000", "河南省", Scope.Department,
            new FactEvidence(new Evidence("某某局2023年部门预算", 1), null, new Evidence("某某局", 2), null)),
        tables ?? [Table()],
        [Statement()],
        checks ?? [Check(1, CheckOutcome.Exact, Operand(1, 123.40m), Operand(2, 100.40m), Operand(3, 23.00m), Operand(2, 0m, column: null))],
        new OutsideDigits(4, 0, 2, 9, 1), Grade.B, Outcome.Extracted, null, ["第2页：一处水印"]);

    public static Extraction Rejected(char id) => new(
        Id(id), $"{id}.pdf", 10, 0, null, TextLayer.None, DocumentFacts.Unknown, [], [], [],
        new OutsideDigits(0, 0, 0, 0, 0), Grade.D, Outcome.Rejected, "scan: no page has text", []);
}
