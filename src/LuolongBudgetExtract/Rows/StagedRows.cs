using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>Years and stages that stand in rows (2025年, 2026年, 增减变化金额; 预算数, 决算数): there the row gives the amounts their period.</summary>
internal static class StagedRows
{
    /// <summary>A single name may be anything (a project called 2026年); two or more are the stages of the table.</summary>
    private const int EnoughStages = 2;

    /// <param name="rows">The rows of one panel.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, FormMatch match, int? year, ImmutableArray<LeafColumn> columns)
    {
        var form = FormCatalog.Default[match.Form];
        var stages = new Dictionary<string, HeaderReading>();
        foreach (var label in rows.Where(r => r.Amounts.Length > 0 && r.Label is not null).Select(r => r.Label!).Distinct())
            if (StageOf(label, form) is { } stage) stages[label] = stage;
        if (stages.Count < EnoughStages) return rows;
        var periods = new ColumnPeriods([.. stages.Values], form, match.FinalAccount, year, rowsAreDated: false);
        return rows.ConvertAll(row => row.Label is { } label && stages.TryGetValue(label, out var stage) && periods.Of(stage) is { } period
            ? row with { Amounts = [.. row.Amounts.Select(a => Dated(a, columns[a.Column], period))] } : row);
    }

    private static HeaderReading? StageOf(string label, FormDefinition form)
    {
        var name = FoldedText.Of(label);
        return HeaderWords.Cut(name) is not null && HeaderReading.Of([name], form) is { IsUnderstood: true, NamesMeasure: false, Fund: null } reading
            && (reading.Year is not null || reading.Stage is not null || reading.IsChange) ? reading : null;
    }

    private static Amount Dated(Amount amount, LeafColumn column, string period) => column.Period is not (null or "current") || amount.Meaning is not null ? amount
        : amount with { Meaning = new ColumnMeaning(column.Kind, column.Measure, column.Fund, period, column.Side) };
}
