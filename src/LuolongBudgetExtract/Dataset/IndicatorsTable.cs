using LuolongBudgetExtract.Indicators;
using F = LuolongBudgetExtract.Dataset.Fields<LuolongBudgetExtract.Dataset.IndicatorRow>;

namespace LuolongBudgetExtract.Dataset;

/// <summary>One performance indicator of a 绩效目标表.</summary>
internal sealed record IndicatorRow(string DocumentId, string TableId, string RowId, Indicator Indicator);

/// <summary>The table <c>indicators</c>.</summary>
internal static class IndicatorsTable
{
    public static TableSchema<IndicatorRow> Schema { get; } = new(
        "indicators", "One performance indicator a row.", [],
        [
            F.Text("document_id", "The document.", r => r.DocumentId),
            F.Text("table_id", "The table.", r => r.TableId),
            F.Text("row_id", "The row.", r => r.RowId),
            F.OptionalText("project_code", "Code of the project (项目编码).", r => r.Indicator.ProjectCode),
            F.OptionalText("project_name", "Name of the project (项目名称).", r => r.Indicator.ProjectName),
            F.OptionalText("level1", "First-level indicator (一级指标).", r => r.Indicator.Level1),
            F.OptionalText("level2", "Second-level indicator (二级指标).", r => r.Indicator.Level2),
            F.OptionalText("level3", "Third-level indicator (三级指标).", r => r.Indicator.Level3),
            F.Text("target_raw", "Target (指标值) as printed.", r => r.Indicator.TargetRaw),
            F.OptionalText("comparator", ">=, <=, >, < or =; null when none is printed or the target is no number.", r => r.Indicator.Target?.Comparator),
            F.OptionalDecimal("target_value", "Number of the target; null for a text, a date, a range or several targets in one cell.", r => r.Indicator.Target?.Value, "as in the field target_unit"),
            F.OptionalText("target_unit", "Unit of the target as printed.", r => r.Indicator.Target?.Unit),
            F.OptionalText("explanation", "Explanation of the indicator as printed.", r => r.Indicator.Explanation),
            F.Integer("page", "Page, from 1.", r => r.Indicator.Page),
        ]);
}
