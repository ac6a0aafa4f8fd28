using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Learned;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Rows;

/// <summary>Reads the body rows of one table, panel by panel.</summary>
internal sealed class RowReader(
    LogicalTable table, ImmutableArray<ImmutableArray<string>> texts, ImmutableArray<LeafColumn> columns, FormMatch form, string? unit, int? year, string? department)
{
    private readonly ImmutableArray<string>.Builder _unplaced = ImmutableArray.CreateBuilder<string>();
    private readonly int _panels = columns.Length == 0 ? 0 : columns.Max(c => c.Panel) + 1;
    private readonly HashSet<string> _header = [.. columns.SelectMany(c => c.Path).Select(LineKinds.Normal)];

    /// <summary>Texts in amount columns that hold digits but are no number, with their place.</summary>
    public ImmutableArray<string> Unplaced => _unplaced.ToImmutable();

    public ImmutableArray<TypedRow> Read()
    {
        var rows = new List<TypedRow>[_panels];
        for (int p = 0; p < _panels; p++) rows[p] = [];
        int number = 1;
        for (int r = 0; r < table.Rows.Length; r++)
            for (int p = 0; p < _panels; p++)
                if (ReadRow(r, p, number, rows[p].Count == 0 ? null : rows[p][^1].Dimensions) is { } row)
                {
                    rows[p].Add(row);
                    number++;
                }
        var lists = IsTwoSided || _isPerformance ? [.. rows] : FoldedLists.Of(rows, columns, Codes);
        foreach (var list in lists.Where(l => l.Count > 0))
        {
            int panel = list[0].Panel;
            if (IsDeclared && !_isPerformance)
            {
                DepartmentCodes.Complete(list, department);
                HeadingRows.Complete(list, department);
            }
            if (FormCatalog.Default[form.Form].Projects)
            {
                UnitsAmongProjects.Complete(list);
                if (columns.Any(c => c.Panel == panel && (c.NamesUnits || c.NamesProjects))) ProjectsAmongItems.Complete(list, year);
            }
            NamedDepartments.Complete(list);
            InheritUnits(list, panel);
            if (!IsDeclared && !_isPerformance) OpenForms.Code(list, year);
            else if (Classified(list, panel) is { } classification) NamedCodes.Complete(list, classification, year);
            else if (IsTwoSided && ClassesOf(panel) == CodeSystem.Function) NamedCodes.CompleteStatement(list, year);
        }
        List<TypedRow> all = [.. lists.Where(l => l.Count > 0).SelectMany(l => Attached(l, isFolded: l[^1].Panel != l[0].Panel, lists.Where(o => o != l).SelectMany(o => o))).OrderBy(r => r.Number)];
        return IsTwoSided || !IsDeclared && HasBothSides ? [.. InheritedPeriods.Totals(all, columns)] : [.. all];
    }

    // As far as a list of names alone has codes, it has them from its order.
    private List<RowDimensions> Codes(List<TypedRow> list)
    {
        var coded = list.ToList();
        if (!IsDeclared) OpenForms.Code(coded, year);
        return coded.ConvertAll(r => r.Dimensions);
    }

    /// <param name="beside">The rows of the other lists.</param>
    private List<TypedRow> Attached(List<TypedRow> printed, bool isFolded, IEnumerable<TypedRow> beside)
    {
        int panel = printed[0].Panel;
        var indents = !isFolded ? Indents.Of(table, columns, panel, isOpen: !IsDeclared) : IsDeclared ? NoIndents : Indents.OfFolded(table, columns, printed.Select(r => r.Panel).Distinct());
        var rows = _isPerformance ? printed : OfWhichLists.Apply(printed, Names);
        if (!IsDeclared && !_isPerformance) return DebtRows.Apply(BondLists.Apply(RowYears.Apply(StagedRows.Apply(Balances.Apply(InheritedPeriods.Apply(CountedRows.Apply(Open(rows, indents, isFolded)), columns), columns), form, year, columns), form.FinalAccount, year, columns), year, columns), columns);
        var attached = Hierarchy.Attach(rows, IsDeclared ? indents : NoIndents);
        if (IsDeclared && !_isPerformance && !IsTwoSided) attached = GroupedProjects.Apply(CodedHeads.Apply(Organisations.Apply(attached, department), columns), FormCatalog.Default[form.Form]);
        if (_isPerformance) return SheetSides.Apply(PerformanceSheets.Complete(attached, texts), form.Form, texts);
        // The names nest by their numbering here, not by the codes of their classes.
        if (IsTwoSided && (ClassesOf(panel) ?? NamedClasses.EconomicOf(attached)) is { } list) NamedClasses.Complete(attached, list, year, isNamed: list != CodeSystem.Function);
        var definition = FormCatalog.Default[form.Form];
        if (form.Form == "government_procurement") attached = ProcurementItems.Apply(attached, columns, year);
        return IsTwoSided ? StatementItems.Apply(InheritedPeriods.Apply(BalanceParts.Apply(PlainParts.Apply(attached), Names), columns), definition, columns)
            : StagedRows.Apply(SourceItems.Apply(StatementItems.Kinds(ItemMeasures.Apply(CountedRows.Apply(attached), beside, definition, columns), definition, columns), definition, columns), form, year, columns);
    }

    private List<TypedRow> Open(List<TypedRow> rows, IReadOnlyDictionary<int, int> indents, bool isFolded) => !isFolded ? OpenForms.Attach(rows, indents, columns)
        : FoldedLists.Printed(OpenForms.Attach(FoldedLists.Spread(rows, table.Rows.Length), indents, columns), table.Rows.Length);

    // The unit stands once above its rows: they are its own all the same.
    private void InheritUnits(List<TypedRow> rows, int panel)
    {
        // 125003 某某支队 may stand in the column of the items.
        if (_isPerformance || !columns.Any(c => c.Panel == panel && (c.Kind is ColumnKind.UnitCode or ColumnKind.UnitName || c.NamesUnits))
            && !rows.Exists(r => r.Role is RowRole.Department or RowRole.Unit && r.Dimensions.UnitCode is not null)) return;
        RowDimensions? unit = null;
        for (int i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Role is RowRole.Department or RowRole.Unit || row.Dimensions.UnitName is not null || row.Dimensions.UnitCode is not null) unit = row.Dimensions;
            // 专项债券小计 sums up what is named, whoever's it is; 小计 alone the rows of the unit.
            else if (row.Role == RowRole.Total || row.Label is { } sum && RowRoles.IsSum(sum) && LineKinds.Normal(sum) != "小计" || HeadingRows.IsHeadOfProject(rows, i)) unit = null;
            else if (unit is not null && row.Role is RowRole.Detail or RowRole.Subtotal or RowRole.OfWhich)
                rows[i] = row with { Dimensions = row.Dimensions with { UnitCode = unit!.UnitCode, UnitName = unit.UnitName } };
        }
    }

    private TypedRow? ReadRow(int r, int panel, int number, RowDimensions? above)
    {
        var body = table.Rows[r];
        var cells = ImmutableArray.CreateBuilder<string>(columns.Length);
        var amounts = ImmutableArray.CreateBuilder<Amount>();
        string? label = null;
        int rank = 0;
        bool any = false, pastAmount = false;
        int reported = _unplaced.Count;
        foreach (var column in columns)
        {
            // A merged amount belongs to its first row; a merged name or code to all of its rows.
            var text = column.Panel != panel || column.Kind == ColumnKind.Amount && !body.StartsHere[column.Index] ? "" : texts[r][column.Index];
            cells.Add(text);
            if (text.Length == 0) continue;
            any = true;
            if (column.Kind == ColumnKind.Amount && !_isFieldForm)
            {
                pastAmount = true;
                var (printed, own) = AmountText.SplitUnit(text);
                if (AmountText.Parse(printed) is { } parsed) amounts.Add(AmountOf(body.Cells[column.Index], column, parsed, own));
                else if (text.Any(char.IsAsciiDigit)) Report(body, column, text);
            }
            else if (LabelRank.Of(column.Kind, text) is var next && (next > 0 && next >= rank && (!pastAmount || label is null) || (label is null && RowRoles.IsSum(text)))) (label, rank) = (text, next);
            // A printed number in a column that is not understood as money, percent or count is said aloud; indicator values are texts.
            if (column.Kind is not (ColumnKind.Amount or ColumnKind.Percent or ColumnKind.Count) && (!_isPerformance || IsNamedMoney(column))
                && (CellKinds.IsAmount(text) || CellKinds.HoldsAmounts(text) || column.Kind == ColumnKind.Unknown && CellKinds.IsNumber(text))) Report(body, column, text);
        }
        // The second panel of a row may be blank where the first goes on; the first stands for the printed row.
        if (!any && (panel > 0 || texts[r].Any(t => t.Length > 0))) return null;
        var dimensions = StubReader.Dimensions(columns, panel, i => texts[r][i], above, year);
        label = SumOf(body, panel, r) ?? LabelOf(label, dimensions) ?? (amounts.Count > 0 && panel > 0 ? LabelOfSameSide(r, panel) : null);
        if (_isPerformance && dimensions.ProjectName is null && (IndicatorNames[r] ?? (_isFieldForm ? SheetHeaders.ItemOf(r) ?? FirstName(r) : null)) is { } name) label = name;
        if (_isFieldForm && IndicatorNames[r] is null) amounts.AddRange(FormAmounts.Read(texts, table.Rows, SheetHeaders, r, unit, Meaning, c => Report(body, columns[c], texts[r][c]), ref label));
        for (int a = 0; a < amounts.Count && SumOfPanels(body, panel, amounts[a].Column); a++) amounts[a] = OfForm(amounts[a], columns[amounts[a].Column]);
        // 国内公务接待批次（个）: the row counts things among rows of money.
        if (label is not null && CountedRows.Counts(label, dimensions)) amounts.Clear();
        if (IsTwoSided && label is not null && RowPeriods.Of(label) is { } period)
            for (int a = 0; a < amounts.Count; a++) amounts[a] = RowPeriods.Apply(amounts[a], columns[amounts[a].Column], period);
        var role = IsHeaderRepeat(cells) ? RowRole.HeaderRepeat : RowRoles.Of(label, dimensions, amounts.Count > 0, department);
        // Names of columns may hold years; they are no figures.
        if (role == RowRole.HeaderRepeat) _unplaced.Count = reported;
        // A total whose label is left out stands first or last.
        if (label is null && amounts.Count > 0 && (r == 0 || r == table.Rows.Length - 1) && dimensions == new RowDimensions()) role = RowRole.Total;
        bool isDefault = !_isPerformance && RowRoles.IsDefault(role, label, dimensions);
        var proposal = isDefault ? RowRoles.Propose(form.Form, label!, PositionOf(r), amounts.Count > 0, department) : null;
        return new TypedRow(number, r, body.Page, panel, role, label, null, null, StubReader.CompleteNames(dimensions, year),
            cells.ToImmutable(), role == RowRole.HeaderRepeat ? [] : amounts.ToImmutable(), SideOf(panel), isDefault, proposal);
    }

    private static readonly IReadOnlyDictionary<int, int> NoIndents = ImmutableDictionary<int, int>.Empty;

    private NameCells Names => field ??= new NameCells(table, columns);

    // 其他支出 is a class of every classification.
    private bool IsEconomic(int panel) => Says(panel, "经济") || Says(panel, "用途");

    // 项目（按政府预算经济分类）; where the header says no more than 用途, the names may be of either list.
    private CodeSystem? ClassesOf(int panel) =>
        !IsEconomic(panel) ? CodeSystem.Function
        : Says(panel, "政府") ? CodeSystem.GovEcon : Says(panel, "部门") ? CodeSystem.DeptEcon : null;

    private bool Says(int panel, string words) => columns.Any(c => c.Panel == panel && c.Path.Any(p => p.Contains(words, StringComparison.Ordinal)));

    // What the form is cut by; a table of basic expenditure may be cut by either, which its names tell.
    private string? Classified(List<TypedRow> rows, int panel)
    {
        var entry = FormCatalog.Default[form.Form];
        var classification = entry.Classification ?? (entry.Measure == "basic" ? Classification.OfNames([.. rows.Select(r => r.Label).OfType<string>()]) : null);
        return classification == Classification.Function && IsEconomic(panel) ? null : classification;
    }

    // 政府性基金收支表 has the form of what it spends, and two sides all the same.
    private bool IsTwoSided => FormCatalog.Default[form.Form].IsStatement || IsDeclared && HasBothSides;

    private bool HasBothSides => SideOf(0) == Side.Revenue && Enumerable.Range(1, _panels).Any(p => SideOf(p) == Side.Expenditure);

    // In a form that nobody declared, indentation may mean anything: balancing items stand indented under the last item.
    private bool IsDeclared => form.Form != FormCatalog.Other;

    // Performance tables hold fields, goals and indicator values; self-evaluations (绩效自评表) are such tables without a canonical id.
    private readonly bool _isPerformance = form.Form.EndsWith("_targets", StringComparison.Ordinal) || HasInnerHeader(table, columns);

    // Without a boxhead such a table is a form: each value stands beside its name.
    private readonly bool _isFieldForm = table.Paths.All(p => p.Length == 0)
        && (form.Form.EndsWith("_targets", StringComparison.Ordinal) || HasInnerHeader(table, columns));

    // Under 三级指标 | 指标值 a row is an indicator, named so; its numbers are targets, not money.
    private string?[] IndicatorNames => field ??= IndicatorRows.Names(columns, texts);

    // 年初预算数 | 全年预算数 | 全年执行数 in the middle of a sheet of fields.
    private SheetHeaders SheetHeaders => field ??= new SheetHeaders(texts, table.Rows, IndicatorNames);

    private string? FirstName(int r) => texts[r].FirstOrDefault(t => t.Length > 0);

    private ColumnMeaning Meaning(string name, ImmutableArray<string> above) => FieldVocabulary.Read(form.Form, form.FinalAccount ?? _isAfterTheFact, year, name, above, _fieldMeasure);

    // What a self-evaluation calls approved (批复金额) is the budget, never the outturn.
    private readonly bool? _isAfterTheFact = table.Around.Title?.Contains("自评", StringComparison.Ordinal) == true ? true : null;

    // Self-evaluations have no form of their own; those of a project hold its money.
    private readonly string? _fieldMeasure = form.Form == FormCatalog.Other && PerformanceSheets.IsOfProject(table.Around.Title, texts) ? "project" : null;

    private static bool HasInnerHeader(LogicalTable table, ImmutableArray<LeafColumn> columns) =>
        table.Paths.All(p => p.Length == 0) && columns.Any(c => c.Path.Length > 0);

    private Amount AmountOf(Cell cell, LeafColumn column, (decimal Value, int Decimals) parsed, string? own) =>
        new(column.Index, cell.RawText, parsed.Value, parsed.Decimals, own ?? UnitOf(column), cell.Page, cell.IsBlank ? cell.Box : cell.Ink);

    private static bool IsNamedMoney(LeafColumn column) =>
        column.Path is [.., var leaf] && (leaf.EndsWith("金额", StringComparison.Ordinal) || leaf.EndsWith("资金", StringComparison.Ordinal) || leaf.EndsWith("总额", StringComparison.Ordinal));

    private string? UnitOf(LeafColumn column)
    {
        foreach (var part in column.Path)
            if (Units.InBrackets(part) is { } own) return own;
        return unit;
    }

    private RowPosition PositionOf(int r) => r == 0 ? RowPosition.First : r == table.Rows.Length - 1 ? RowPosition.Last : RowPosition.Inside;

    // 项目 | 上年结余 | 本年收入 | 本年支出 in one panel: its rows have no side.
    private Side? SideOf(int panel) => columns.Where(c => c.Panel == panel && c.Side is not null).Select(c => c.Side).Distinct().ToList() is [var only] ? only : null;

    private void Report(BodyRow body, LeafColumn column, string text) => _unplaced.Add($"p{body.Page} {column.PathText}: {text}");

    // One label can stand for two panels of a side: 本年支出合计 under 功能分类 and 支出用途, 结余分配 in one cell over both.
    private string? LabelOfSameSide(int r, int panel)
    {
        for (int p = panel - 1; p >= 0 && SideOf(p) == SideOf(panel); p--)
            foreach (var column in columns)
                if (column.Panel == p && LabelRank.Of(column.Kind, texts[r][column.Index]) > 0 && texts[r][column.Index] is { Length: > 0 } label && (RowRoles.IsSum(label) || Covers(r, column, panel))) return label;
        return null;
    }

    private bool Covers(int r, LeafColumn column, int panel) =>
        columns.Any(c => c.Panel == panel && LabelRank.Of(c.Kind, "") > 0 && ReferenceEquals(table.Rows[r].Cells[c.Index], table.Rows[r].Cells[column.Index]));

    // 合计 in one cell over all columns before the last: what follows is the sum of both panels, not the second one's.
    private bool SumOfPanels(BodyRow body, int panel, int column) =>
        panel > 0 && column > 0 && body.Cells[column - 1] is { } label && RowRoles.IsSum(label.Text) && columns.Take(column).All(c => ReferenceEquals(body.Cells[c.Index], label))
        && columns.Take(column).Any(c => c.Panel < panel && c.Kind == ColumnKind.Amount);

    // 公用经费 of a form of basic expenditure: basic.
    private Amount OfForm(Amount amount, LeafColumn column) =>
        amount.Meaning is null && FormCatalog.Default[form.Form].Measure is { } whole && column.Measure?.StartsWith(whole + ".", StringComparison.Ordinal) == true
            ? amount with { Meaning = new ColumnMeaning(column.Kind, whole, column.Fund, column.Period, column.Side) } : amount;

    private string? LabelOf(string? rightmost, RowDimensions d) =>
        (form.Form == "government_procurement" || !FormCatalog.Default[form.Form].Projects && d is not { FunctionCode: null, DeptEconCode: null, GovEconCode: null } ? null : d.ProjectName) ?? (d.FunctionCode is not null && d.DeptEconCode is null && d.GovEconCode is null ? d.FunctionName : null) ?? WithoutCode(rightmost, d);

    // 小计 beside the merged code and name of what it sums up.
    private string? SumOf(BodyRow body, int panel, int r)
    {
        foreach (var column in columns)
            if (column.Panel == panel && column.Kind is not (ColumnKind.Amount or ColumnKind.Percent or ColumnKind.Count or ColumnKind.LineNumber) && body.StartsHere[column.Index] && RowRoles.IsSum(texts[r][column.Index]))
                return texts[r][column.Index];
        return null;
    }

    // 30199-其他工资福利支出: the code has a field of its own.
    private static string? WithoutCode(string? label, RowDimensions d) =>
        label is not null && CodeText.Split(label) is (string code, string name) && (code == d.DeptEconCode || code == d.GovEconCode) ? name : label;

    private bool IsHeaderRepeat(IReadOnlyList<string> cells)
    {
        int filled = 0;
        foreach (var cell in cells)
        {
            if (cell.Length == 0) continue;
            if (!_header.Contains(LineKinds.Normal(cell))) return false;
            filled++;
        }
        return filled >= 2;
    }
}
