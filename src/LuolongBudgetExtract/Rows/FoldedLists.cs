using System.Collections.Immutable;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// One long list set in two or three columns side by side: its hierarchy goes on where the next column begins (机关服务 at the head of the second
/// is of the section at the foot of the first). Panels of the same columns are one list when their codes go on rising from one to the next.
/// </summary>
internal static class FoldedLists
{
    /// <param name="panels">The rows of each panel in printed order.</param>
    /// <param name="codes">The codes of the rows of a list, as far as they have any.</param>
    /// <returns>The rows of each list in the order in which it is read.</returns>
    public static List<List<TypedRow>> Of(IReadOnlyList<List<TypedRow>> panels, ImmutableArray<LeafColumn> columns, Func<List<TypedRow>, List<RowDimensions>> codes)
    {
        if (panels.Count < 2 || !AreAlike(panels.Count, columns)) return [.. panels];
        var lists = new List<List<TypedRow>>();
        foreach (var panel in panels)
        {
            if (lists.Count > 0 && Joined(lists[^1], panel, codes) is { } joined) lists[^1] = joined;
            else lists.Add(panel);
        }
        return lists;
    }

    /// <summary>Rows of several panels with an index of their own each, as <see cref="Indents.OfFolded"/> counts them; <see cref="Printed"/> takes it back.</summary>
    public static List<TypedRow> Spread(List<TypedRow> list, int rows) => list.ConvertAll(r => r with { RowIndex = r.RowIndex + r.Panel * rows });

    public static List<TypedRow> Printed(List<TypedRow> list, int rows) => list.ConvertAll(r => r with { RowIndex = r.RowIndex % rows });

    // 预算数 of two years side by side repeats its codes; two amounts a row are held against each other within their panel.
    private static bool AreAlike(int panels, ImmutableArray<LeafColumn> columns)
    {
        var kinds = columns.ToLookup(c => c.Panel, c => (c.Kind, c.Path.LastOrDefault(), c.Side));
        return Enumerable.Range(0, panels).All(p => kinds[p].Count(k => k.Kind == ColumnKind.Amount) == 1 && kinds[p].SequenceEqual(kinds[0]));
    }

    private static List<TypedRow>? Joined(List<TypedRow> before, List<TypedRow> next, Func<List<TypedRow>, List<RowDimensions>> codes)
    {
        // A label over both panels has its amount in the last.
        int foot = before.Count;
        while (foot > 0 && before[foot - 1] is { Role: RowRole.Total, Amounts.Length: 0 }) foot--;
        if (foot == 0 || next.Count == 0 || before[foot - 1].Role == RowRole.Total || next[0].Role == RowRole.Total) return null;
        var (body, tail) = (before[..foot], before[foot..]);
        // The columns of a sheet go on over its pages, or each page has its own.
        List<TypedRow> whole = [.. body, .. next], paged = [.. body.Concat(next).GroupBy(r => r.Page).OrderBy(g => g.Key).SelectMany(g => g)];
        return Rises(whole, codes) ? [.. whole, .. tail] : Rises(paged, codes) ? [.. paged, .. tail] : null;
    }

    private static bool Rises(List<TypedRow> list, Func<List<TypedRow>, List<RowDimensions>> codes)
    {
        var coded = codes(list).Zip(list, (d, r) => (Row: r, Code: CodeOf(d))).Where(c => c.Code is not null).ToList();
        var seams = coded.Zip(coded.Skip(1)).Where(c => c.First.Row.Panel != c.Second.Row.Panel).ToList();
        // Each block has codes of its own, of one classification.
        return coded.Select(c => (c.Row.Panel, c.Row.Page)).Distinct().Count() == list.Select(r => (r.Panel, r.Page)).Distinct().Count()
            && seams.Count > 0 && seams.TrueForAll(c => c.First.Code![0] == c.Second.Code![0] && string.CompareOrdinal(c.First.Code, c.Second.Code) < 0);
    }

    private static string? CodeOf(RowDimensions d) => d switch
    {
        { FunctionCode: { } function } => "F" + function,
        { DeptEconCode: { } department } => "D" + department,
        { GovEconCode: { } government } => "G" + government,
        _ => null,
    };
}
