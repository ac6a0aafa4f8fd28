using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>A label of a sum that is centred over the columns before its amount (公用经费合计): the row's line and those columns.</summary>
internal sealed record SpanningLabel(Token Text, int First, int Last);

/// <summary>Finds in the body of a table without vertical rulings the labels of sums that stand in a merged cell: they show no column.</summary>
internal static class SpanningLabels
{
    /// <summary>Labels that bridge columns which all other lines keep apart, or stand in one of amounts though their own amount follows further right.</summary>
    public static HashSet<Token> Bridges(IReadOnlyList<List<Token>> body)
    {
        var labels = body.SelectMany(l => l).Where(t => EndsInSum(t.Text)).ToHashSet();
        if (labels.Count == 0) return labels;
        var others = body.SelectMany(l => l).Where(t => !labels.Contains(t)).ToList();
        var columns = TextColumns.Merge(others);
        foreach (var line in body)
            foreach (var label in line.FindAll(labels.Contains))
            {
                var under = columns.FindAll(c => c.X0 < label.X1 && c.X1 > label.X0);
                if (under.Count < 2 && !(under is [var only] && IsOfAmounts(only, others) && AmountFollows(line, label))) labels.Remove(label);
            }
        return labels;
    }

    private static bool IsOfAmounts(TextColumn column, List<Token> others) =>
        others.FindAll(t => t.X0 < column.X1 && t.X1 > column.X0).TrueForAll(t => OutsideWords.IsAmount(t.Text));

    private static bool AmountFollows(List<Token> line, Token label) => line.Find(t => t.X0 > label.X1) is { } next && OutsideWords.IsAmount(next.Text);

    /// <summary>合计 at the left border, beside codes that are centred in their column: it stands in none of the columns that the other lines show, and shows none itself.</summary>
    public static HashSet<Token> Outside(IReadOnlyList<List<Token>> body)
    {
        var labels = body.SelectMany(l => l).Where(t => IsSum(t.Text)).ToHashSet();
        if (labels.Count == 0) return labels;
        var columns = TextColumns.Merge(body.SelectMany(l => l).Where(t => !labels.Contains(t)));
        // Before amounts alone it is the stub: the last row of a table on a page of its own.
        bool isStub = columns.Count > 0 && body.SelectMany(l => l).Any(t => !labels.Contains(t) && t.X1 > columns[0].X0 && t.X0 < columns[0].X1 && !OutsideWords.IsAmount(t.Text));
        labels.RemoveWhere(t => !isStub || t.X1 >= columns[0].X0);
        return labels;
    }

    /// <summary>The columns over which each label is centred: those around it that are empty in its line.</summary>
    public static IEnumerable<SpanningLabel> Read(IReadOnlyList<List<Token>> body, HashSet<Token> bridges, double[] edges)
    {
        foreach (var line in body)
            foreach (var label in line.Where(bridges.Contains))
            {
                int first = Edges.Band(edges, label.X0), last = Edges.Band(edges, label.X1);
                int low = first, high = last;
                while (low > 0 && IsEmpty(line, label, edges, low - 1)) low--;
                while (high + 2 < edges.Length && IsEmpty(line, label, edges, high + 1)) high++;
                var candidates = from a in Enumerable.Range(low, first - low + 1)
                                 from b in Enumerable.Range(last, high - last + 1)
                                 where a < b
                                 select (First: a, Last: b, Off: Math.Abs((edges[a] + edges[b + 1]) / 2 - label.Centre));
                var best = candidates.MinBy(c => c.Off);
                yield return new SpanningLabel(label, best.First, best.Last);
            }
    }

    private static bool IsEmpty(List<Token> line, Token label, double[] edges, int column) =>
        !line.Exists(t => t != label && t.X1 > edges[column] && t.X0 < edges[column + 1]);

    private static bool EndsInSum(string text) =>
        text.Length > 2 && (text.EndsWith("合计", StringComparison.Ordinal) || text.EndsWith("总计", StringComparison.Ordinal) || text.EndsWith("小计", StringComparison.Ordinal));

    private static bool IsSum(string text) => text.Replace(" ", "", StringComparison.Ordinal) is "合计" or "总计" or "小计" or "合计:" or "合计：" || EndsInSum(text);
}
