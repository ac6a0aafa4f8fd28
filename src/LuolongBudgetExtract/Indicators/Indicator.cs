namespace LuolongBudgetExtract.Indicators;

/// <summary>One performance indicator (绩效指标) of a table.</summary>
/// <param name="Row">Number of the row in its table, see <see cref="Rows.TypedRow"/>.</param>
/// <param name="Level1">一级指标 as printed, e.g. 产出指标; null when the form prints none.</param>
/// <param name="Level2">二级指标.</param>
/// <param name="Level3">三级指标: the name of the indicator itself.</param>
/// <param name="TargetRaw">指标值 as printed.</param>
/// <param name="Target">The target as a number; null for a text, a date, or several targets in one cell.</param>
/// <param name="Explanation">指标值说明 or remark; null when blank.</param>
public sealed record Indicator(
    int Row, int Page, string? ProjectCode, string? ProjectName, string? Level1, string? Level2, string Level3, string TargetRaw, Target? Target, string? Explanation);

/// <summary>A target that is one number.</summary>
/// <param name="Comparator">&gt;=, &lt;=, &gt;, &lt; or =; null when none is printed.</param>
/// <param name="Unit">As printed; null when none is.</param>
public sealed record Target(string? Comparator, decimal Value, string? Unit);
