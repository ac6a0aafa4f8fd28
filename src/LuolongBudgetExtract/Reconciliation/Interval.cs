using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Two figures held against each other, in one unit.</summary>
internal readonly record struct Comparison(decimal Expected, decimal Actual, decimal Tolerance)
{
    public decimal Difference => Actual - Expected;

    public CheckOutcome Outcome => Interval.Compare(Difference, Tolerance);
}

/// <summary>Interval arithmetic of XBRL Calculations 1.1: a value v printed with d decimals is [v − ½·10⁻ᵈ, v + ½·10⁻ᵈ].</summary>
internal static class Interval
{
    // AmountText refuses more than 10 decimals.
    private static readonly decimal[] Halves = [0.5m, 0.05m, 0.005m, 0.0005m, 0.00005m, 0.000005m, 0.0000005m, 0.00000005m, 0.000000005m, 0.0000000005m, 0.00000000005m];

    /// <summary>Half a unit of the last printed digit.</summary>
    public static decimal Half(int decimals) => Halves[Math.Clamp(decimals, 0, Halves.Length - 1)];

    /// <summary>
    /// Half the width of one printed figure. A printed 0 among figures with decimals means "nothing", as a blank does: it takes the finest
    /// precision of the figures beside it, or twenty zeros would hide an error of 10.
    /// </summary>
    public static decimal Half(Amount amount, int finest) => Half(amount.Value == 0 ? Math.Max(amount.Decimals, finest) : amount.Decimals);

    /// <summary>Exact when equal as printed, within rounding when the intervals meet.</summary>
    public static CheckOutcome Compare(decimal difference, decimal tolerance) =>
        difference == 0 ? CheckOutcome.Exact
        : Math.Abs(difference) <= tolerance ? CheckOutcome.WithinRounding
        : CheckOutcome.Inconsistent;
}
