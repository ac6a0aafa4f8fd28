using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// The hierarchy of a table without a canonical form (a budget of a government, transfers by place, debt): function codes where its names are
/// those of the classification, else indentation and names of sums, both only as far as the amounts add up: in a form that nobody declared
/// indentation may mean anything (balancing items stand indented under the last item).
/// </summary>
internal static class OpenForms
{
    /// <summary>Share of the names that must be known for the table to be one by function.</summary>
    private const double Known = 0.6;

    /// <summary>Parents whose parts add up: one may be chance.</summary>
    private const int FewestProven = 2;

    /// <summary>Share of the parents whose parts must add up. Rest: misprints and rounded figures.</summary>
    private const double Proven = 0.8;

    /// <summary>Fewer numbered classes may be names of something else (其他支出).</summary>
    private const int FewestClasses = 5;

    /// <summary>Shorter figures number the rows.</summary>
    private const int FewestDigits = 3;

    /// <summary>The codes of a table whose names are mostly those of functions or of economic classes, from the class inwards, or of a list of numbered classes; unchanged otherwise.</summary>
    public static void Code(List<TypedRow> rows, int? year)
    {
        foreach (var classification in (ReadOnlySpan<string>)[Classification.Function, Classification.Economic])
        {
            var coded = rows.ToList();
            NamedCodes.Complete(coded, classification, year);
            var items = coded.FindAll(r => r.Role is RowRole.Detail or RowRole.Subtotal && r.Label is not null);
            var codes = items.Select(CodeOf).OfType<string>().ToHashSet();
            if (items.Count(r => CodeOf(r) is not null) < Known * items.Count || codes.Count(c => c.Length > 3 && codes.Contains(c[..^2])) < NamedCodes.FewestItems) continue;
            for (int i = 0; i < rows.Count; i++) rows[i] = coded[i];
            return;
        }

        var classes = rows.ToList();
        NamedClasses.Complete(classes, CodeSystem.Function, year);
        if (classes.Select(r => r.Dimensions.FunctionCode).OfType<string>().Distinct().Count() < FewestClasses) return;
        for (int i = 0; i < rows.Count; i++) rows[i] = classes[i];
    }

    private static string? CodeOf(TypedRow row) => row.Dimensions.FunctionCode ?? row.Dimensions.DeptEconCode ?? row.Dimensions.GovEconCode;

    /// <summary>The rows of one panel with parents and levels: by indentation, by the codes of their names, by both, or by printed codes of any list, whichever adds up best.</summary>
    public static List<TypedRow> Attach(List<TypedRow> rows, IReadOnlyDictionary<int, int> indents, ImmutableArray<LeafColumn> columns)
    {
        var none = ImmutableDictionary<int, int>.Empty;
        bool coded = rows.Exists(r => CodeOf(r) is not null);
        var readings = new List<List<TypedRow>> { Hierarchy.Attach(rows, none) };
        if (indents.Count > 0) readings.Add(WithoutCodes(rows, indents));
        if (coded && indents.Count > 0) readings.Add(Hierarchy.Attach(rows, indents));
        if (!coded && rows.Exists(r => PrintedCode(r, columns) is not null)) readings.Add(WithDimensions(rows, r => new RowDimensions(PrintedCode(r, columns)), none));
        var best = readings.Select(r => (Rows: r, Sums: Sums(r))).Where(r => r.Sums.Proven >= FewestProven && r.Sums.Proven >= Proven * r.Sums.Tried)
            .OrderByDescending(r => 2 * r.Sums.Proven - r.Sums.Tried).FirstOrDefault().Rows;
        return NamedSums.Apply(PlainParts.Apply(best ?? readings[0]));
    }

    // A name that the list lacks stands with its parts at its place all the same.
    private static List<TypedRow> WithoutCodes(List<TypedRow> rows, IReadOnlyDictionary<int, int> indents) => WithDimensions(rows, _ => new RowDimensions(), indents);

    private static List<TypedRow> WithDimensions(List<TypedRow> rows, Func<TypedRow, RowDimensions> dimensions, IReadOnlyDictionary<int, int> indents) =>
        [.. Hierarchy.Attach(rows.ConvertAll(r => r with { Dimensions = dimensions(r) }), indents).Zip(rows, (placed, row) => placed with { Dimensions = row.Dimensions })];

    // 101 税收收入 over 10101 增值税: a list of codes that is not among ours nests by its digits all the same.
    private static string? PrintedCode(TypedRow row, ImmutableArray<LeafColumn> columns)
    {
        var first = columns.FirstOrDefault(c => c.Panel == row.Panel && c.Kind != ColumnKind.LineNumber);
        return first is { Kind: not ColumnKind.Amount } && row.Cells[first.Index] is { Length: >= FewestDigits } code && code.All(char.IsAsciiDigit) ? code : null;
    }

    private static (int Tried, int Proven) Sums(List<TypedRow> rows)
    {
        var parts = rows.Where(r => r.Parent is not null && r.Role != RowRole.OfWhich).ToLookup(r => r.Parent!.Value);
        var wholes = rows.FindAll(r => r.Role != RowRole.Total && parts[r.Number].Any() && r.Amounts.Any(a => a.Value != 0));
        return (wholes.Count, wholes.Count(w => AmountSums.AddUpWherePrinted(w, [.. parts[w.Number]])));
    }
}
