using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>Tells that the vertical rulings of a table are not the borders of its columns.</summary>
internal static class CrowdedCells
{
    /// <summary>Two amounts in one cell of one or two rows may be a slip of the typesetter.</summary>
    private const int FewestLines = 3;

    /// <summary>More than half of the lines with amounts hold several of them between two neighbouring borders.</summary>
    public static bool In(List<List<Token>> lines, double[] columns)
    {
        int amounts = 0, crowded = 0;
        foreach (var line in lines)
        {
            var bands = line.Where(t => OutsideWords.IsAmount(t.Text)).Select(t => Edges.Band(columns, t.Centre)).ToList();
            if (bands.Count == 0) continue;
            amounts++;
            if (bands.Distinct().Count() < bands.Count) crowded++;
        }
        return crowded >= FewestLines && 2 * crowded > amounts;
    }
}
