namespace LuolongBudgetExtract.Rows;

/// <summary>What rows add up to, where their sums tell what they are.</summary>
internal static class AmountSums
{
    /// <summary>True when both lists add up to the same in every column.</summary>
    public static bool Equal(List<TypedRow> wholes, List<TypedRow> parts) =>
        wholes.Concat(parts).SelectMany(r => r.Amounts).Select(a => a.Column).Distinct().All(column => Sum(wholes, column) == Sum(parts, column));

    private static decimal Sum(List<TypedRow> rows, int column) => rows.SelectMany(r => r.Amounts).Where(a => a.Column == column).Sum(a => a.Value);
}
