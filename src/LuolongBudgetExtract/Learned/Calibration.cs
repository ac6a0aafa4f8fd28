namespace LuolongBudgetExtract.Learned;

/// <summary>Platt's calibration: the share of right answers as a logistic curve of the model's log-odds.</summary>
internal static class Calibration
{
    // A probability of 1 has no log-odds; nobody needs more than six nines.
    private const double Edge = 1e-6;

    public static double LogOdds(double probability) => Math.Log(Math.Clamp(probability, Edge, 1 - Edge) / (1 - Math.Clamp(probability, Edge, 1 - Edge)));

    /// <summary>Between 0 and 1, three decimals.</summary>
    public static double Confidence(double probability, double slope, double offset) =>
        Math.Round(1 / (1 + Math.Exp(slope * LogOdds(probability) + offset)), 3, MidpointRounding.AwayFromZero);
}
