namespace LuolongBudgetExtract.Dataset;

/// <summary>Converts amounts to yuan.</summary>
internal static class Yuan
{
    /// <summary>decimal(24,4) has 20 digits before the point.</summary>
    private const decimal Limit = 100_000_000_000_000_000_000m;

    /// <summary>The amount in 元, rounded to four places; null when the unit is unknown or the result has more than 20 digits before the point.</summary>
    public static decimal? Of(decimal amount, string? unit)
    {
        decimal? factor = unit switch
        {
            "元" => 1m,
            "千元" => 1_000m,
            "万元" => 10_000m,
            "百万元" => 1_000_000m,
            "亿元" => 100_000_000m,
            _ => null,
        };
        if (factor is not { } f || Math.Abs(amount) >= Limit / f) return null;
        var yuan = Math.Round(amount * f, 4, MidpointRounding.AwayFromZero);
        return Math.Abs(yuan) < Limit ? yuan : null;
    }
}
