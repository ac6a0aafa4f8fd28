namespace LuolongBudgetExtract.Rows;

/// <summary>What rows add up to, where their sums tell what they are.</summary>
internal static class AmountSums
{
    /// <summary>True when both lists add up to the same in every column.</summary>
    public static bool Equal(List<TypedRow> wholes, List<TypedRow> parts) =>
        wholes.Concat(parts).SelectMany(r => r.Amounts).Select(a => a.Column).Distinct().All(column => Sum(wholes, column) == Sum(parts, column));

    /// <summary>True when the parts add up to the whole in every column within what rounding allows, and at least one amount is not zero.</summary>
    public static bool AddUp(TypedRow whole, List<TypedRow> parts)
    {
        var columns = whole.Amounts.Concat(parts.SelectMany(p => p.Amounts)).Select(a => a.Column).Distinct();
        return whole.Amounts.Any(a => a.Value != 0) && columns.All(column =>
        {
            var printed = parts.SelectMany(p => p.Amounts).Where(a => a.Column == column).ToList();
            var sum = whole.Amounts.FirstOrDefault(a => a.Column == column);
            return Math.Abs((sum?.Value ?? 0) - printed.Sum(a => a.Value)) <= Rounding(sum) + printed.Sum(Rounding);
        });
    }

    /// <summary>The same over the columns in which a part is printed: a budget that goes down to the 款 stands beside the outturn of each 项.</summary>
    public static bool AddUpWherePrinted(TypedRow whole, List<TypedRow> parts)
    {
        var printed = parts.SelectMany(p => p.Amounts).Select(a => a.Column).ToHashSet();
        return AddUp(whole with { Amounts = [.. whole.Amounts.Where(a => printed.Contains(a.Column))] }, parts);
    }

    /// <summary>Half a unit of the last printed digit.</summary>
    public static decimal Rounding(Amount? amount) => amount is null ? 0 : 0.5m / (decimal)Math.Pow(10, amount.Decimals);

    private static decimal Sum(List<TypedRow> rows, int column) => rows.SelectMany(r => r.Amounts).Where(a => a.Column == column).Sum(a => a.Value);
}
