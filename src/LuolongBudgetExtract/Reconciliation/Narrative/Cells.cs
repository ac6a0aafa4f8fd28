using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Narrative;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.Narrative;

/// <summary>What one printed amount of a table means, in the same words as a statement.</summary>
/// <param name="Code">Classification code of the row; null for the whole.</param>
/// <param name="Item">Name of the row's item or project; null for the whole.</param>
internal sealed record Cell(
    TypedTable Table, TypedRow Row, Amount Amount, string? Measure, string? Fund, Side? Side, string? Period, string? Code, string? Item)
{
    public decimal? Value => Yuan.Of(Amount.Value, Amount.Unit);

    /// <summary>Half a unit of the last printed digit, in yuan.</summary>
    public decimal Half => Yuan.Of(Interval.Half(Amount.Decimals), Amount.Unit) ?? 0;

    public Operand Operand => new(Table.Number, Row.Number, Amount.Column, Name, Amount.Value, Amount.Decimals, Amount.Page, Amount.Box);

    /// <summary>With its amount, as a message says it.</summary>
    public string Said => $"{Name} {Amount.Value.ToString(CultureInfo.InvariantCulture)}{Amount.Unit}";

    public string Name => $"{Table.FormLabel ?? Table.Title ?? Table.Form} {Row.Label ?? Item ?? ""} {Table.Columns[Amount.Column].Path.LastOrDefault()}".Replace("  ", " ", StringComparison.Ordinal);
}

/// <summary>All amounts of the canonical forms that a sentence can speak of.</summary>
internal sealed class Cells
{
    private const string Total = "total";

    // Their amounts stand in forms without a boxhead, or per project: the text repeats the other forms.
    private static readonly string[] Left = ["other", "department_performance_targets", "project_performance_targets"];

    private readonly NarrativeScope _scope;
    private readonly bool _severalDepartments;
    private readonly ILookup<(string?, string?), Cell> _byMeaning;
    private readonly ILookup<string, Cell> _byProject;

    public Cells(ImmutableArray<TypedTable> tables)
    {
        _scope = new NarrativeScope([.. tables.Select(t => FoldedText.Of(t.Department)).Where(d => d.Length > 0).Distinct()], null, false);
        _severalDepartments = _scope.Departments.Length > 1;
        All = [.. tables.Where(t => !Left.Contains(t.Form)).SelectMany(Of)];
        _byProject = All.Where(c => c.Row.Dimensions.ProjectName is not null).ToLookup(c => ProjectKey(c.Row.Dimensions.ProjectName!));
        _byMeaning = All.ToLookup(c => (c.Measure, c.Code));
    }

    public ImmutableArray<Cell> All { get; }

    /// <summary>The amounts of the project that has the name of the statement's subject (社区人员工资项目 for 社区人员工资).</summary>
    public IEnumerable<Cell> OfProject(Statement s) =>
        s.Sense.Item is { } name ? _byProject[ProjectKey(name)].Where(c => OfDepartment(c.Table, s.Sense)) : [];

    private static string ProjectKey(string name)
    {
        var key = FoldedText.Of(name);
        foreach (var ending in (ReadOnlySpan<string>)["项目", "经费"])
            if (key.Length > ending.Length + 3 && key.EndsWith(ending, StringComparison.Ordinal)) key = key[..^ending.Length];
        return key;
    }

    /// <summary>The cells that mean the same as the statement.</summary>
    public IEnumerable<Cell> Like(Statement s, string? period)
    {
        var sense = s.Sense;
        foreach (var cell in _byMeaning[(s.Measure, sense.Code)])
            if (SameItem(cell, sense) && SameSide(cell, sense) && SamePeriod(cell.Period, period) && SameFund(cell, s) && OfDepartment(cell.Table, sense)) yield return cell;
    }

    public bool OfDepartment(TypedTable table, StatementSense sense) => !_severalDepartments || sense.Department is { } d && FoldedText.Of(table.Department).EndsWith(d, StringComparison.Ordinal);

    private static bool SameItem(Cell cell, StatementSense s) => s.Code is not null || (s.Item is null ? cell.Item is null : cell.Item is { } name && CodeNames.Same(name, s.Item));

    private static bool SameSide(Cell cell, StatementSense s) => cell.Side is null || s.Side is null || cell.Side == s.Side;

    private static bool SamePeriod(string? cell, string? period) => period is null or "current" ? cell is null or "current" or "all" : cell == period;

    // The three public expenses are fiscal money; a title may name the fund or not. An item of 7 digits belongs to one budget, so that
    // fiscal appropriation is that budget's.
    private static bool SameFund(Cell cell, Statement s) =>
        cell.Fund == s.Fund
        || s.Fund is null or "fiscal_appropriation" or "general_public_budget" && cell.Fund is null or "fiscal_appropriation" or "general_public_budget"
            && (s.Measure!.StartsWith("three_public", StringComparison.Ordinal) || s.Measure is "meetings" or "training" or "operating_expenses")
        || s.Fund == "fiscal_appropriation" && s.Sense.Code?.Length == 7 && cell.Fund is "general_public_budget" or "government_fund" or "state_capital";

    private IEnumerable<Cell> Of(TypedTable table)
    {
        var rows = table.Rows.Where(r => r.Amounts.Length > 0 && r.Role is not (RowRole.Note or RowRole.HeaderRepeat or RowRole.OfWhich)).ToList();
        bool hasTotal = rows.Any(r => r.Role == RowRole.Total);
        // 2025年 | 2026年 | 增减变化 in the stub: the latest year is the document's.
        var years = rows.Select(r => r.Label?.Length is 4 or 5 && int.TryParse(r.Label.AsSpan(0, 4), out int year) ? year : 0).Where(y => y > 2000).ToList();
        var scope = _scope with { FiscalYear = years.Count > 0 ? years.Max() : null };
        foreach (var row in rows)
        {
            if (RowOf(table, row, !hasTotal && rows.Count == 1, scope) is not { } meaning) continue;
            foreach (var amount in row.Amounts)
            {
                var column = table.Columns[amount.Column];
                if (column.Kind != ColumnKind.Amount || column.Measure is null && meaning.Measure is null) continue;
                var measure = meaning.Measure ?? (column.Measure!.StartsWith("income.", StringComparison.Ordinal) ? Total : column.Measure);
                yield return new Cell(table, row, amount, measure, meaning.Fund ?? column.Fund, column.Side ?? row.Side ?? meaning.Side,
                    IsOfColumn(meaning.Period, column.Period) ? column.Period : meaning.Period ?? column.Period, meaning.Code, meaning.Item);
            }
        }
    }

    // 本年收入合计 under 2019年度决算数 is of that year.
    private static bool IsOfColumn(string? row, string? column) => row == "current" && column is not null;

    // What the row says; null for a row that is neither the whole nor a known item (a department or unit beside the total).
    private static SubjectReading? RowOf(TypedTable table, TypedRow row, bool alone, NarrativeScope scope)
    {
        var d = row.Dimensions;
        var label = FoldedText.Of(Folded.Name(Folded.Text(row.Label)));
        if (d.FunctionCode is { } function) return SubjectReading.Nothing with { Code = function, Item = d.FunctionName ?? label };
        if ((d.DeptEconCode ?? d.GovEconCode) is { } economic) return SubjectReading.Nothing with { Code = economic, Item = d.DeptEconName ?? d.GovEconName ?? label };
        if (d.ProjectName is { } project) return SubjectReading.Nothing with { Item = project };
        bool sides = table.Columns.Any(c => c.Panel > 0);
        if (row.Role == RowRole.Total && !sides || alone) return SubjectReading.Nothing;
        if (row.Role is RowRole.Department or RowRole.Unit || label.Length == 0) return null;
        return SubjectReading.Of(label, scope, table.Form == "three_public_expenses" ? "three_public.total" : null) is { Understood: true } reading && (reading.Says || reading.Period is not null || row.Role == RowRole.Total) ? reading : null;
    }
}
