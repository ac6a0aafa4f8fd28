using System.Globalization;

namespace LuolongBudgetExtract.Reconciliation.Causes;

/// <summary>Failing checks that belong together although no single figure mends them.</summary>
internal static class Groups
{
    private const int TellingDigits = 4;

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
        if (SameMoney(a, b) && (IsTelling(a) || ShareTable(a, b))) return true;
        return IsColumnSum(a) && IsColumnSum(b) && a.Terms[0].Cell is var x && b.Terms[0].Cell is var y && x.Table == y.Table && x.Row == y.Row && x.Column != y.Column;
    }

    public static bool ShareTable(Equation a, Equation b) => a.Check.Tables.Any(b.Check.Tables.Contains);

    // 388.25 twice in a document is one amount, 45.00 may be two.
    private static bool IsTelling(Equation e) => Math.Abs(e.Check.Difference!.Value).ToString(CultureInfo.InvariantCulture).Where(char.IsAsciiDigit).SkipWhile(c => c == '0').Reverse().SkipWhile(c => c == '0').Count() >= TellingDigits;

    private static bool IsColumnSum(Equation e) => e.Check.Kind is "column_sum" or "hierarchy";
}
