using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>A table of the three public expenses whose items stand in rows (因公出国（境）费, 公务接待费 …): there the row says what the amount is of, not the column.</summary>
internal static class ItemMeasures
{
    private const string Total = "three_public.total";
    private const string Parts = "three_public.";

    /// <summary>Fewer names of items among the rows (a unit may be called so) say nothing about the others.</summary>
    private const int EnoughItems = 2;

    /// <param name="rows">The rows of one panel with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, FormDefinition form, ImmutableArray<LeafColumn> columns)
    {
        if (form.Measure != Total) return rows;
        var labels = rows.Where(r => r.Label is not null).ToDictionary(r => r.Number, r => r);
        var read = rows.ConvertAll(r => Read(r, labels, form, columns));
        if (read.Count(m => m?.StartsWith(Parts, StringComparison.Ordinal) == true && m != Total) < EnoughItems) return rows;
        // 合计 of the three and of 会议费: only where they have a row of their own is it known what the sum is of.
        var sum = read.Any(m => m is not null && !m.StartsWith(Parts, StringComparison.Ordinal)) ? read.Contains(Total) ? "total" : null : Total;
        return [.. rows.Select((row, i) => row with { Amounts = [.. row.Amounts.Select(a => Meant(a, columns[a.Column], read[i] ?? (row.Role == RowRole.Total ? sum : null)))] })];
    }

    private static Amount Meant(Amount amount, LeafColumn column, string? measure) => column.Measure != Total || amount.Meaning is not null ? amount
        : amount with { Meaning = new ColumnMeaning(column.Kind, measure, column.Fund, column.Period, column.Side) };

    // 购置费 is that of vehicles under 公务用车购置及运行费.
    private static string? Read(TypedRow row, Dictionary<int, TypedRow> labels, FormDefinition form, ImmutableArray<LeafColumn> columns)
    {
        var path = new List<string>();
        for (TypedRow? at = row; at is { Label: { } label } && path.Count <= labels.Count; at = at.Parent is { } parent ? labels.GetValueOrDefault(parent) : null) path.Insert(0, NameOf(label));
        // 公务用车购置及运行费 in a merged cell beside 小计, 购置费, 运行费.
        path.InsertRange(0, columns.Where(c => c.Kind is ColumnKind.Label or ColumnKind.Text && c.Panel == row.Panel && row.Cells[c.Index] is { Length: > 0 } text && text != row.Label).Select(c => NameOf(row.Cells[c.Index])));
        if (path.Count == 0 || HeaderWords.Cut(path[^1]) is null) return null;
        path.RemoveAll(p => HeaderWords.Cut(p) is null);
        return HeaderReading.Of([.. path], form) is { IsUnderstood: true, NamesMeasure: true } reading ? reading.Measure : null;
    }

    private static string NameOf(string label)
    {
        var name = RowPeriods.WithoutNumbering(label).TrimStart('①', '②', '③', '④', '⑤', ' ');
        name = name.StartsWith("其中:", StringComparison.Ordinal) ? name["其中:".Length..] : name;
        return FoldedText.Of(RowPeriods.WithoutNumbering(name));
    }
}
