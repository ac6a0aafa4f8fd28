using System.Collections.Immutable;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Names of units that the border of their cell cuts off (中共西安市委 for 201002): another table of the document prints the name of the same
/// code in full. The label stays as printed.
/// </summary>
internal static class ClippedNames
{
    /// <summary>机关 behind the name of a department is another unit, no rest of its name.</summary>
    private static readonly string[] Qualifiers = ["本级", "机关", "本部"];

    public static ImmutableArray<TypedTable> Apply(ImmutableArray<TypedTable> tables)
    {
        var names = tables.SelectMany(t => t.Rows).Select(r => r.Dimensions).Where(d => d is { UnitCode: not null, UnitName: not null })
            .GroupBy(d => d.UnitCode!, d => d.UnitName!).ToDictionary(g => g.Key, g => g.Distinct().ToList());
        if (names.Values.All(n => n.Count == 1)) return tables;
        return [.. tables.Select(t => t.Rows.Any(r => Whole(r.Dimensions, names) is not null) ? t with { Rows = [.. t.Rows.Select(r => Completed(r, names))] } : t)];
    }

    private static TypedRow Completed(TypedRow row, Dictionary<string, List<string>> names) =>
        Whole(row.Dimensions, names) is { } whole ? row with { Dimensions = row.Dimensions with { UnitName = whole } } : row;

    private static string? Whole(RowDimensions d, Dictionary<string, List<string>> names) =>
        d is not { UnitCode: { } code, UnitName: { } name } ? null
            : names[code].Where(n => n.Length > name.Length && n.StartsWith(name, StringComparison.Ordinal) && IsRest(n[name.Length..])).MaxBy(n => n.Length);

    // （本级） is another unit too, and figures behind a name are columns that were not told apart.
    private static bool IsRest(string text) => text.All(c => c is >= '\u4E00' and <= '\u9FFF') && !Qualifiers.Any(q => text.StartsWith(q, StringComparison.Ordinal));
}
