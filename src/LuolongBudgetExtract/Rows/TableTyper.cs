using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>What a table takes from its document: the year, the unit of the table before, whose it is.</summary>
public sealed record TypingContext(int? FiscalYear, string? InheritedUnit, TableOwner Owner);

/// <summary>Makes a logical table a typed one: form, columns with their meaning, rows with roles and codes, amounts.</summary>
public static class TableTyper
{
    /// <summary>Texts given to the recognisers: enough to see a column's content, few enough to be quick.</summary>
    private const int SampleSize = 60;

    public static TypedTable Type(LogicalTable table, int number, FormMatch form, TypingContext context)
    {
        // Transfers that a department hands on are of its year; a government prints those of several years.
        if (form is { IsTransfer: true, TitleYear: null } && context.Owner.Scope is Scope.Department or Scope.Unit) form = form with { TitleYear = context.FiscalYear };
        var texts = Texts(table);
        var paths = InnerHeader.Paths(table, texts);
        var (unit, source) = UnitOf(table, paths, context.InheritedUnit);
        var meanings = ColumnVocabulary.Read(form.Form, form.FinalAccount,
            [.. paths.Select((p, c) => new ColumnEvidence(p, [.. texts.Select(r => r[c]).Where(t => t.Length > 0).Take(SampleSize)]))],
            context.FiscalYear, form.Fund, inUnit: source == "printed" && !form.Form.EndsWith("_targets", StringComparison.Ordinal), form);
        // In a sheet of fields with an inner header, what stands under no name (a score) is money only beside a field that says so; nor are values of indicators (前年, 上年) money.
        if (paths != table.Paths) meanings = [.. meanings.Select((m, c) => m.Kind == ColumnKind.Amount && (paths[c].IsEmpty || IndicatorWords.Default.ColumnOf(paths[c][^1]) is not null) ? m with { Kind = ColumnKind.Text } : m)];
        else if (IndicatorWords.Default.IsHeader([.. paths.Select(p => p.LastOrDefault(""))]))
            meanings = [.. meanings.Select((m, c) => m.Kind == ColumnKind.Amount && IndicatorWords.Default.ColumnOf(paths[c].LastOrDefault("")) is not null && !paths[c].Any(FieldNames.IsMoney) ? m with { Kind = ColumnKind.Text } : m)];
        if (table.Around.CountsThings) meanings = [.. meanings.Select((m, c) => m.Kind is ColumnKind.Amount or ColumnKind.Unknown && !paths[c].Any(p => Units.InBrackets(p) is not null) ? new(ColumnKind.Count, null, null, null, null) : m)];
        meanings = Proposals.Measures(form.Form, paths, SplitCodes.Apply(meanings, paths));
        var panels = form.Form.EndsWith("_targets", StringComparison.Ordinal) ? new int[meanings.Length] : Panels.Of(meanings);
        meanings = PanelSides.Apply(meanings, panels, paths, texts, FormCatalog.Default[form.Form]);
        ImmutableArray<LeafColumn> columns =
            [.. paths.Select((p, c) => new LeafColumn(c, p, meanings[c].Kind, panels[c], meanings[c].Measure, meanings[c].Fund, meanings[c].Period, meanings[c].Side,
                meanings[c].MeasureConfidence, meanings[c].EconomicCode))];

        var reader = new RowReader(table, texts, columns, form, unit, context.FiscalYear, context.Owner.Department);
        var rows = reader.Read();
        columns = SourceItems.Dated(columns, rows, FormCatalog.Default[form.Form]);
        bool money = rows.Any(r => r.Amounts.Length > 0) || columns.Any(c => c.Kind == ColumnKind.Amount);
        return new TypedTable(number, form.Form, table.Around.Label, table.Around.Title, context.Owner.Department, null,
            money || source == "printed" ? unit : null, money || source == "printed" ? source : null, table.FirstPage, table.LastPage,
            columns, table.HeaderRows, rows, table.Around.Note, table.Method, table.Unassigned, reader.Unplaced, context.Owner.Scope, form.Confidence);
    }

    /// <summary>What the recogniser of forms may see of a table.</summary>
    public static FormEvidence Evidence(LogicalTable table)
    {
        var texts = Texts(table);
        return new FormEvidence(table.Around.Title, table.Around.Label, InnerHeader.Paths(table, texts),
            [.. texts.SelectMany(r => table.Paths.All(p => p.Length == 0) ? r.Where(t => t.Length > 0).Take(4) : r.Take(4)).Where(t => t.Length > 0 && !CellKinds.IsAmount(t)).Take(SampleSize)]);
    }

    // A merged stub cell applies to every row it covers; a merged amount belongs to its first row.
    private static ImmutableArray<ImmutableArray<string>> Texts(LogicalTable table) =>
        [.. table.Rows.Select(row => row.Cells.Select((cell, c) => Text(row, cell, c)).ToImmutableArray())];

    private static string Text(BodyRow row, Cell cell, int column)
    {
        if (row.StartsHere[column]) return cell.Text;
        bool first = column == 0 || row.Cells[column - 1] != cell;
        return first && cell.RowSpan > 1 && !CellKinds.IsAmount(cell.Text) ? cell.Text : "";
    }

    private static (string? Unit, string? Source) UnitOf(LogicalTable table, ImmutableArray<ImmutableArray<string>> paths, string? inherited)
    {
        if (table.Around.Unit is { } printed) return (printed, "printed");
        foreach (var part in paths.SelectMany(p => p))
            if (Units.InBrackets(part) is { } unit) return (unit, "printed");
        foreach (var row in table.Rows)
            foreach (var cell in row.Cells)
                if (Units.InBrackets(cell.Text) is { } unit) return (unit, "printed");
        return inherited is null ? (null, null) : (inherited, "inherited");
    }
}
