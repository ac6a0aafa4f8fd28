using System.Collections.Immutable;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>Column names that stand inside a form: 一级指标 | 二级指标 | 三级指标 | 指标值 below the fields of an 绩效目标表.</summary>
internal static class InnerHeader
{
    /// <summary>The header paths of the boxhead, or those of the inner header where the boxhead has none.</summary>
    public static ImmutableArray<ImmutableArray<string>> Paths(LogicalTable table, ImmutableArray<ImmutableArray<string>> texts)
    {
        if (table.Paths.Any(p => p.Length > 0)) return table.Paths;
        for (int r = 0; r < table.Rows.Length; r++)
        {
            if (!texts[r].Any(t => t.EndsWith("级指标", StringComparison.Ordinal))) continue;
            return [.. texts[r].Select(t => t.Length == 0 ? ImmutableArray<string>.Empty : [t])];
        }
        return table.Paths;
    }
}
