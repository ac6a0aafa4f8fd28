namespace LuolongBudgetExtract.Reconciliation.Causes;

/// <summary>Failing checks that belong together although no single figure mends them.</summary>
internal static class Groups
{
    /// <summary>
    /// Checks that lack the same amount of money in a common table (the amount stands elsewhere), and sums of several columns under one total
    /// (a row is missing).
    /// </summary>
    public static IEnumerable<List<Equation>> Of(List<Equation> open)
    {
        var parent = Enumerable.Range(0, open.Count).ToArray();
        for (int i = 0; i < open.Count; i++)
            for (int j = 0; j < i; j++)
                if (AreOne(open[i], open[j])) parent[Root(i)] = Root(j);
        return Enumerable.Range(0, open.Count).GroupBy(Root).Select(g => g.Select(i => open[i]).ToList());

        int Root(int i) => parent[i] == i ? i : parent[i] = Root(parent[i]);
    }

    public static bool SameMoney(Equation a, Equation b) => Math.Abs(Math.Abs(a.Difference) - Math.Abs(b.Difference)) <= Math.Max(a.Tolerance, b.Tolerance);

    private static bool AreOne(Equation a, Equation b)
    {
        if (!a.Check.Tables.Any(b.Check.Tables.Contains)) return false;
        if (SameMoney(a, b)) return true;
        return IsColumnSum(a) && IsColumnSum(b) && a.Terms[0].Cell is var x && b.Terms[0].Cell is var y && x.Table == y.Table && x.Row == y.Row && x.Column != y.Column;
    }

    private static bool IsColumnSum(Equation e) => e.Check.Kind is "column_sum" or "hierarchy";
}
