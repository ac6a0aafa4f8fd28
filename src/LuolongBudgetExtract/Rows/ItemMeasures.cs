using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// A table of the three public expenses or of purchases whose items stand in rows (因公出国（境）费, 公务接待费 …; 货物, 工程, 服务): there the
/// row says what the amount is of, not the column. 机构运行信息表 goes on beside them with other expenses (机关运行经费, 政府采购支出).
/// </summary>
internal static class ItemMeasures
{
    private const string ThreePublic = "three_public.total";
    private const string Procurement = "procurement";

    /// <summary>Fewer names of items among the rows (a unit may be called so) say nothing about the others.</summary>
    private const int EnoughItems = 2;

    /// <param name="rows">The rows of one panel with their parents.</param>
    /// <param name="beside">The rows of the other panels.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, IEnumerable<TypedRow> beside, FormDefinition form, ImmutableArray<LeafColumn> columns)
    {
        if (form.Measure is not (ThreePublic or Procurement)) return rows;
        var labels = rows.Where(r => r.Label is not null).ToDictionary(r => r.Number, r => r);
        var read = rows.ConvertAll(r => Read(r, labels, form, columns));
        var family = form.Measure.Split('.')[0] + ".";
        var items = read.Concat(beside.Select(r => Read(r, [], form, columns)));
        if (items.Where(m => m?.StartsWith(family, StringComparison.Ordinal) == true && m != form.Measure).Distinct().Count() < EnoughItems) return rows;
        // 会议费 among purchases is what is bought, not what is purchased for meetings in all.
        if (form.Measure == Procurement) return Named(rows, read.ConvertAll(m => m?.StartsWith(Procurement, StringComparison.Ordinal) == true ? m : null), columns, form.Measure, form.Measure);
        // 合计 of the three and of 会议费: only where they have a row of their own is it known what the sum is of.
        var sum = read.Any(m => m is not null && !m.StartsWith(family, StringComparison.Ordinal)) ? read.Contains(ThreePublic) ? "total" : null : ThreePublic;
        return Named(rows, read, columns, form.Measure, sum);
    }

    // A row of purchases that names an item and not its kind keeps what the column says.
    private static List<TypedRow> Named(List<TypedRow> rows, List<string?> read, ImmutableArray<LeafColumn> columns, string own, string? sum) =>
        [.. rows.Select((row, i) => row with
        {
            Amounts = [.. row.Amounts.Select(a => Meant(a, columns[a.Column], own, read[i] ?? (row.Role == RowRole.Total ? sum : own == Procurement ? own : null)))],
        })];

    private static Amount Meant(Amount amount, LeafColumn column, string own, string? measure) => column.Measure != own || amount.Meaning is not null ? amount
        : amount with { Meaning = new ColumnMeaning(column.Kind, measure, column.Fund, column.Period, column.Side) };

    // 购置费 is that of vehicles under 公务用车购置及运行费, also where that stands in a merged cell beside 小计, 购置费, 运行费.
    private static string? Read(TypedRow row, Dictionary<int, TypedRow> labels, FormDefinition form, ImmutableArray<LeafColumn> columns) =>
        ItemNames.Read(row, labels, form, columns.Where(c => c.Kind is ColumnKind.Label or ColumnKind.Text && c.Panel == row.Panel && row.Cells[c.Index] is { Length: > 0 } text && text != row.Label)
            .Select(c => ItemNames.Of(row.Cells[c.Index]))) is { NamesMeasure: true } reading ? reading.Measure : null;
}
