using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// A 收入总表 whose sources stand in rows (一般公共预算资金 over 小计, 专项收入; 上年结转 | 预算数): there the row says whose money it is and of when, as the
/// columns of other places do.
/// </summary>
internal static class SourceItems
{
    private const string All = "total";
    private const string CarriedOver = "carried_over";

    /// <summary>Fewer sources among the rows may be names of something else.</summary>
    private const int FewestSources = 2;

    /// <param name="rows">The rows of the panel with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, FormDefinition form, ImmutableArray<LeafColumn> columns)
    {
        if (!form.Sources || columns.Any(c => c.Measure is not (null or All) || c.Fund is not null || c.Period is CarriedOver)
            || rows.Exists(r => r.Dimensions != new RowDimensions())) return rows;
        var byNumber = rows.Where(r => r.Label is not null).ToDictionary(r => r.Number);
        var read = rows.ConvertAll(r => Read(r, byNumber, form, columns));
        if (read.Select(s => s?.Fund).OfType<string>().Distinct().Count() < FewestSources) return rows;

        var measures = new ColumnMeasures([], form);
        var meant = rows.Select((row, i) => row.Role == RowRole.Total ? row : With(row, columns, read[i])).ToList();
        int carried = read.FindIndex(s => s?.Period == CarriedOver);
        return carried < 0 ? meant : [.. meant.Select((row, i) => row.Role == RowRole.Total ? WithPeriod(row, columns, i > carried || IsGrand(row) ? "all" : null) : row)];

        TypedRow With(TypedRow row, ImmutableArray<LeafColumn> columns, HeaderReading? said) => row with
        {
            Amounts = [.. row.Amounts.Select(a => said is null ? Meant(a, columns[a.Column], columns[a.Column].Measure, null, columns[a.Column].Period)
                : Meant(a, columns[a.Column], measures.Of(said) ?? All, said.Fund, said.Period ?? columns[a.Column].Period))],
        };
    }

    /// <summary>The columns, those whose total counts in what is carried over as what they are.</summary>
    public static ImmutableArray<LeafColumn> Dated(ImmutableArray<LeafColumn> columns, ImmutableArray<TypedRow> rows, FormDefinition form) => !form.Sources ? columns
        : [.. columns.Select(c => rows.Any(r => r.Role == RowRole.Total && r.Amounts.Any(a => a.Column == c.Index && a.Meaning?.Period == "all")) ? c with { Period = "all" } : c)];

    // Whether 合计 above all of them counts in what is carried over, its name does not tell.
    private static bool IsGrand(TypedRow row) => row.Label is { } label && RowPeriods.IsGrandTotal(label);

    private static TypedRow WithPeriod(TypedRow row, ImmutableArray<LeafColumn> columns, string? period) => row with
    {
        Amounts = [.. row.Amounts.Select(a => Meant(a, columns[a.Column], columns[a.Column].Measure, null, columns[a.Column].Period == "current" ? period : columns[a.Column].Period))],
    };

    private static Amount Meant(Amount amount, LeafColumn column, string? measure, string? fund, string? period) => amount.Meaning is not null ? amount
        : amount with { Meaning = new ColumnMeaning(column.Kind, measure, fund, period, column.Side) };

    // The name of the source may stand in a merged cell beside 小计 and its parts.
    private static HeaderReading? Read(TypedRow row, Dictionary<int, TypedRow> rows, FormDefinition form, ImmutableArray<LeafColumn> columns) =>
        row.Role == RowRole.Total ? null : ItemNames.Read(row, rows, form, columns
            .Where(c => c.Kind is ColumnKind.Label or ColumnKind.Text && row.Cells[c.Index] is { Length: > 0 } text && text != row.Label).Select(c => ItemNames.Of(row.Cells[c.Index])));
}
