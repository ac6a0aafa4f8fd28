using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.CrossTable;

/// <summary>What identifies the rows of two forms with each other.</summary>
internal enum Dimension { Total, Function, Economic, Government, Unit }

/// <summary>One printed cell of a table, or a place where one could stand.</summary>
internal readonly record struct Place(TableFigures Figures, int Row, int Column, int Sign)
{
    public Amount? Amount => Figures.At(Row, Column);

    public bool IsUnreadable => Figures.IsUnreadable(Row, Column);
}

/// <summary>Finds the figures of one table by meaning: measure, fund, period, side and the code of the row.</summary>
/// <param name="unit">The unit in which the amounts are printed, where the label is not to be believed; null: the label.</param>
internal sealed class TableFigures(TableIndex index, string? unit = null)
{
    // A measure without a column of its own is the sum of its parts, where the form prints all of them.
    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["basic"] = ["basic.personnel", "basic.public"],
        ["basic.personnel"] = ["basic.personnel.wages", "basic.personnel.individuals_families"],
        ["basic.public"] = ["basic.public.goods_services", "basic.public.capital"],
        ["project"] = ["project.other_operating", "project.target_specific"],
    };

    /// <summary>The amount of a form without boxhead stands beside its name, in whatever column.</summary>
    private const int FieldColumn = -1;

    // Sums of money that two forms share are compared to 0.01 万元, the coarser of the usual units.
    private const decimal Grain = 100;

    private readonly Lazy<HashSet<decimal>> _money = new(() =>
        [.. index.Table.Amounts.Where(a => a.Value != 0).Select(a => Math.Round(a.Value * (Yuan.Of(1, unit ?? a.Unit ?? index.Table.Unit) ?? 1) / Grain))]);

    private readonly Dictionary<Dimension, CodeRows> _codes = [];
    private readonly Dictionary<(Selector, string), ImmutableArray<int>?> _columns = [];
    private readonly Dictionary<(Selector, Dimension, string), decimal?> _gaps = [];
    private ImmutableArray<int>? _totals;

    public TableIndex Index => index;

    /// <summary>元 in one unit of the table; null when no unit is known.</summary>
    public decimal? Factor { get; } = Yuan.Of(1, unit ?? index.Table.Amounts.FirstOrDefault()?.Unit ?? index.Table.Unit);

    /// <summary>Most decimals of any amount: the precision of a printed 0.</summary>
    public int Finest { get; } = index.Table.Rows.SelectMany(r => r.Amounts).Select(a => a.Decimals).DefaultIfEmpty(0).Max();

    /// <summary>The unit that the amounts are taken to be in.</summary>
    public string Unit { get; } = unit ?? index.Table.Amounts.FirstOrDefault()?.Unit ?? index.Table.Unit ?? "";

    public bool HasAmounts { get; } = index.Table.Rows.Any(r => r.Amounts.Length > 0);

    /// <summary>A form without boxhead, whose amounts stand beside their names.</summary>
    public bool IsFieldForm { get; } = index.Table.Columns.All(c => c.Kind != ColumnKind.Amount);

    public Amount? At(int row, int column) =>
        column != FieldColumn ? index.At(row, column) : index.Row(row).Amounts is [var only] ? only : Current(index.Row(row).Amounts);

    // 当年预算金额 | 近两年收支金额{2022年, 2023年}: only one amount of the row is of the year of the form.
    private static Amount? Current(ImmutableArray<Amount> amounts) =>
        amounts.All(a => a.Meaning?.Period is not null) && amounts.Where(a => a.Meaning!.Period is "current" or "all").ToList() is [var only] ? only : null;

    public bool IsUnreadable(int row, int column) => column != FieldColumn && index.IsUnreadable(row, column);

    /// <summary>True when the amounts of a column stand in the rows of that panel.</summary>
    public bool IsPrinted(int row, int column) => column == FieldColumn || index.Table.Columns[column].Panel == index.Row(row).Panel;

    /// <summary>What a reader calls the column; nothing in a form without boxhead.</summary>
    public string Header(int column) => column == FieldColumn ? "" : index.Header(column);

    /// <summary>The amount columns that together hold a measure; null when the form does not print it or prints it twice.</summary>
    public ImmutableArray<int>? Columns(Selector selector, string measure)
    {
        if (_columns.TryGetValue((selector, measure), out var known)) return known;
        return _columns[(selector, measure)] = IsFieldForm ? [FieldColumn] : Find(selector, measure);
    }

    private ImmutableArray<int>? Find(Selector selector, string measure)
    {
        var ranked = index.Table.Columns.Where(c => c.Kind == ColumnKind.Amount && IsMeasure(c.Measure, measure) && (selector.Side is null || c.Side is null || c.Side == selector.Side))
            .Select(c => (c.Index, Rank: (Period: Rank(selector.Periods, c.Period), Fund: FundRank(selector, c.Fund)))).Where(c => c.Rank.Period >= 0 && c.Rank.Fund >= 0)
            .OrderBy(c => c.Rank).ToList();
        if (ranked.Count > 0) return ranked.Count > 1 && ranked[1].Rank == ranked[0].Rank && !SeveralPanels(ranked[0].Index, ranked[1].Index) ? null : SameRank();
        if (!Parts.TryGetValue(measure, out var parts)) return null;
        var columns = ImmutableArray.CreateBuilder<int>();
        foreach (var part in parts)
        {
            if (Find(selector, part) is not { } found) return null;
            columns.AddRange(found);
        }
        return columns.ToImmutable();

        // One list set in panels side by side prints the same column once a panel.
        ImmutableArray<int> SameRank() => [.. ranked.Where(c => c.Rank == ranked[0].Rank).Select(c => c.Index)];
        bool SeveralPanels(int a, int b) => index.Table.Columns[a].Panel != index.Table.Columns[b].Panel;
    }

    private static bool IsMeasure(string? measure, string wanted) =>
        wanted is [.. var prefix, '*'] ? measure is not null && measure.StartsWith(prefix, StringComparison.Ordinal) : measure == wanted;

    private static int FundRank(Selector selector, string? fund) =>
        selector.Funds.IsEmpty ? (fund is null ? 0 : 1 + fund.Count(c => c == '.')) : Rank(selector.Funds, fund);

    private static int Rank(ImmutableArray<string> preferred, string? id)
    {
        for (int i = 0; i < preferred.Length; i++)
            if (preferred[i] is [.. var prefix, '*'] ? id is not null && id.StartsWith(prefix, StringComparison.Ordinal) : preferred[i] == (id ?? "none")) return i;
        return -1;
    }

    /// <summary>True when every amount of a selection, in whatever row, is blank or zero; false where the form has no such column.</summary>
    public bool PrintsNothing(Selector selector)
    {
        var columns = index.Table.Columns.Where(c => (selector.Measure is null || c.Measure == selector.Measure) && (selector.Side is null || c.Side == selector.Side)
            && Rank(selector.Periods, c.Period) >= 0 && FundRank(selector, c.Fund) >= 0).Select(c => c.Index).ToHashSet();
        return columns.Count > 0 && Body().Where(r => selector.Label is not { } label || label.IsMatch(Folded.Name(index.Label(r))))
            .All(r => index.Row(r).Amounts.All(a => a.Value == 0 || !columns.Contains(a.Column)));
    }

    /// <summary>The rows of a selection under one key; empty when there is none, null when the table does not tell.</summary>
    public ImmutableArray<int>? Rows(Selector selector, Dimension dimension, string key)
    {
        if (selector.Label is { } label) return Labelled(label, selector.Under);
        if (!selector.Economic.IsEmpty) return Economic(selector);
        if (selector.ProjectType is { } type) return [.. Body().Where(r => index.Row(r).Dimensions.ProjectType is { } t && type.IsMatch(t) && !index.HasChildren(r))];
        // A form with amounts but without any code of this kind is not cut by it.
        if (!selector.TotalOnly && key.Length > 0) return Codes(dimension) is { IsEmpty: false } codes ? codes.Of(key) : null;
        return selector.Total is { } total && Labelled(total, null) is { } named ? named : Totals();
    }

    /// <summary>True when both tables print at least one equal sum of money: forms of the same department do.</summary>
    public bool SharesMoneyWith(TableFigures other) => _money.Value.Overlaps(other._money.Value);

    public CodeRows Codes(Dimension dimension) =>
        _codes.TryGetValue(dimension, out var known) ? known : _codes[dimension] = CodesBy(dimension);

    /// <summary>
    /// What the rows of a dimension leave of the total, in the unit of the table, where more than rounding: rows that are not published, not
    /// read, or left out by mistake. Null when they add up, or when there is no total.
    /// </summary>
    public decimal? Gap(Selector selector, Dimension dimension, string measure)
    {
        if (_gaps.TryGetValue((selector, dimension, measure), out var known)) return known;
        decimal gap = 0, width = 0;
        if (Columns(selector, measure) is { } columns && Rows(selector, dimension, "") is { } totals)
        {
            Add(totals, columns, 1);
            Add(Codes(dimension).Roots(), columns, -1);
        }
        return _gaps[(selector, dimension, measure)] = Math.Abs(gap) > width ? gap : null;

        void Add(ImmutableArray<int> rows, ImmutableArray<int> columns, int sign)
        {
            foreach (int row in rows)
                foreach (int column in columns)
                    if (IsPrinted(row, column) && At(row, column) is { } amount) (gap, width) = (gap + sign * amount.Value, width + Interval.Half(amount, Finest));
        }
    }

    private ImmutableArray<int>? Economic(Selector selector)
    {
        var rows = ImmutableArray.CreateBuilder<int>();
        foreach (var code in selector.Economic)
        {
            if (Codes(Dimension.Economic).Of(code) is not { } found) return null;
            rows.AddRange(found);
        }
        return rows.ToImmutable();
    }

    private ImmutableArray<int>? Labelled(Regex label, Regex? under)
    {
        var rows = Body().Where(r => label.IsMatch(Folded.Name(index.Label(r)))).ToImmutableArray();
        // Blank repetitions of a name (one a panel) say nothing; two printed ones leave open which is meant.
        var printed = rows.Where(r => index.Row(r).Amounts.Length > 0).ToImmutableArray();
        if (rows.Length > 1 && under is not null && rows.Where(r => index.Parent(r) is >= 0 and var p && under.IsMatch(Folded.Name(index.Label(p)))).ToImmutableArray() is { IsEmpty: false } below)
            (rows, printed) = (below, [.. below.Where(r => index.Row(r).Amounts.Length > 0)]);
        if (IsFieldForm) return printed.Length == 1 && At(printed[0], FieldColumn) is not null ? printed : null;
        return rows.IsEmpty || printed.GroupBy(r => index.Row(r).Panel).Any(g => g.Count() > 1) ? null : printed.IsEmpty ? rows : printed;
    }

    /// <summary>The total row; where there is none, the department or the only row that the form has.</summary>
    private ImmutableArray<int>? Totals()
    {
        if (_totals is { } known) return known.IsDefaultOrEmpty ? null : known;
        var rows = Body().Where(r => index.Row(r).Amounts.Length > 0).ToList();
        var found = rows.Where(r => index.Row(r).Role == RowRole.Total).ToList();
        if (found.Count == 0) found = rows.Where(r => index.Row(r).Role == RowRole.Department && index.Parent(r) < 0).ToList();
        if (found.Count == 0 && rows.Count == 1) found = rows;
        // Totals of the sides stand in panels of their own; two in one panel leave open which is the grand total.
        if (found.GroupBy(r => index.Row(r).Panel).Any(g => g.Count() > 1)) found = [];
        _totals = [.. found];
        return found.Count == 0 ? null : _totals;
    }

    private IEnumerable<int> Body() => Enumerable.Range(0, index.Table.Rows.Length).Where(r => index.Row(r).Role is not (RowRole.Note or RowRole.HeaderRepeat));

    private CodeRows CodesBy(Dimension dimension)
    {
        var codes = new CodeRows();
        foreach (int row in Body())
        {
            if (index.Row(row).Role is RowRole.OfWhich or RowRole.Total) continue;
            if (CodeOf(row, dimension) is not { } code)
            {
                codes.HasUnknown |= index.Row(row).Role == RowRole.Detail && !index.HasChildren(row) && index.Row(row).Amounts.Any(a => a.Value != 0);
                continue;
            }
            // A row below one of the same code is a part of it (the economic classes of one function).
            if (index.Parent(row) is >= 0 and var parent && CodeOf(parent, dimension) == code && index.Row(parent).Role != RowRole.Total) continue;
            codes.Add(code, row);
        }
        if (codes.IsEmpty && dimension == Dimension.Function && index.IsStatement) ClassNames.Add(index, codes = new CodeRows());
        return codes;
    }

    private string? CodeOf(int row, Dimension dimension)
    {
        var d = index.Row(row).Dimensions;
        return dimension switch
        {
            Dimension.Function => d.FunctionCode,
            // 313 in the class column of a department's own row is the department.
            Dimension.Economic => d.DeptEconCode is { } code && CodeText.Classify(code[..Math.Min(5, code.Length)]) == CodeSystem.DeptEcon && IsEconomic(code) ? code : null,
            Dimension.Government => d.GovEconCode,
            Dimension.Unit => index.Row(row).Role is RowRole.Unit or RowRole.Department ? d.UnitCode : null,
            _ => null,
        };
    }

    private static bool IsEconomic(string code) => code.Length >= 5 || CodeLists.DeptEcons.Contains(code);
}
