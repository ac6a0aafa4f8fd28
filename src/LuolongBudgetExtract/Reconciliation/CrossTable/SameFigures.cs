using System.Collections.Immutable;
using System.Globalization;

namespace LuolongBudgetExtract.Reconciliation.CrossTable;

/// <summary>
/// A figure that is printed in several forms intersects its intervals (compute: intervals_meet): 1.004 and 1.00 meet, 1.00 and 1.01 meet, the
/// three do not, although no identity compares the first with the last.
/// </summary>
internal static class SameFigures
{
    public const string Evaluator = "intervals_meet";

    // Two intervals were compared with each other already.
    private const int EnoughPlaces = 3;

    /// <param name="held">Comparisons that hold, of all rules of a scope.</param>
    public static IEnumerable<Check> Of(Rule rule, IReadOnlyList<Comparison> held)
    {
        var pairs = held.Where(c => c.Left.Count(Printed) == 1 && c.Right.Count(Printed) == 1).Select(c => (A: c.Left.First(Printed), B: c.Right.First(Printed), c.Outcome)).ToList();
        // Figures that are equal as printed cannot part.
        if (pairs.All(p => p.Outcome == CheckOutcome.Exact)) yield break;
        var leader = new Dictionary<Place, Place>();
        foreach (var (a, b, _) in pairs) leader[Leader(a)] = Leader(b);
        foreach (var figure in pairs.SelectMany(p => new[] { p.A, p.B }).Distinct().GroupBy(Leader).Where(g => g.Count() >= EnoughPlaces))
        {
            var low = figure.MaxBy(p => Yuan(p) - Half(p));
            var high = figure.MinBy(p => Yuan(p) + Half(p));
            if (Yuan(low) - Half(low) <= Yuan(high) + Half(high)) continue;
            yield return Finding(rule, [.. figure], low, high);
        }

        Place Leader(Place p) => leader.TryGetValue(p, out var next) && next != p ? Leader(next) : p;
    }

    private static Check Finding(Rule rule, ImmutableArray<Place> figure, Place low, Place high)
    {
        var factor = low.Figures.Factor ?? 1;
        (string, string)[] values = [("figures", string.Join("、", figure.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Figures.Index.TableName} {p.Amount!.Value}{p.Figures.Unit}"))))];
        return new Check(0, rule.Id, rule.Kind, [.. figure.Select(p => p.Figures.Index.Table.Number).Distinct()], low.Amount!.Page,
            $"{low.Figures.Index.TableName} p.{low.Amount.Page} {low.Figures.Index.Name(low.Row)}", Yuan(high) / factor, Yuan(low) / factor, (Yuan(low) - Yuan(high)) / factor,
            (Half(low) + Half(high)) / factor, CheckOutcome.Inconsistent, rule.Severity, null, Template.Fill(rule.Zh, values), Template.Fill(rule.En, values),
            [.. figure.Select(p => new Operand(p.Figures.Index.Table.Number, p.Figures.Index.Row(p.Row).Number, p.Amount!.Column, p.Figures.Index.TableName, p.Amount.Value, p.Amount.Decimals, p.Amount.Page, p.Amount.Box, p == high ? -1 : 1))]);
    }

    private static bool Printed(Place p) => p.Amount is not null;

    private static decimal Yuan(Place p) => p.Sign * p.Amount!.Value * (p.Figures.Factor ?? 1);

    private static decimal Half(Place p) => Interval.Half(p.Amount!, p.Figures.Finest) * (p.Figures.Factor ?? 1);
}
