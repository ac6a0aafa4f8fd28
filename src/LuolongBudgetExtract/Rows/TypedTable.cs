using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Rows;

/// <summary>What the cells of a leaf column hold.</summary>
public enum ColumnKind
{
    /// <summary>Text that is none of the kinds below (remark, indicator text, year …).</summary>
    Text,

    /// <summary>The item name of a row (项目, 科目名称 without a known classification …).</summary>
    Label,

    /// <summary>A printed running number (序号) or line number (行次).</summary>
    LineNumber,
    FunctionClass,
    FunctionSection,
    FunctionItem,
    FunctionCode,
    FunctionName,
    DeptEconClass,
    DeptEconItem,
    DeptEconCode,
    DeptEconName,
    GovEconClass,
    GovEconItem,
    GovEconCode,
    GovEconName,
    UnitCode,
    UnitName,
    ProjectCode,
    ProjectName,
    ProjectType,

    /// <summary>Money in the unit of the table.</summary>
    Amount,

    /// <summary>A percentage; not money, so it stays in the row's cells.</summary>
    Percent,

    /// <summary>Numbers under a header that nobody understands, in a table without a unit: reported, neither money nor count.</summary>
    Unknown,

    /// <summary>A count (人数, 数量, 台); not money, so it stays in the row's cells.</summary>
    Count,
}

/// <summary>revenue (收入) or expenditure (支出).</summary>
public enum Side { Revenue, Expenditure }

/// <summary>One leaf column of a logical table.</summary>
/// <param name="Path">Header path from the outermost boxhead to the leaf, as printed.</param>
/// <param name="Panel">Number of the side-by-side panel (收入 | 支出) that the column belongs to, from 0.</param>
/// <param name="Measure">Canonical id of what the amounts mean, null when not understood (see docs/VOCABULARY.md).</param>
/// <param name="MeasureConfidence">Of the model that proposed the measure; null when it is declared or there is none.</param>
/// <param name="EconomicCode">The economic item that the header names (基本工资, in a table by the government's classes 办公经费), where the columns and not the rows are cut by it.</param>
public sealed record LeafColumn(
    int Index, ImmutableArray<string> Path, ColumnKind Kind, int Panel, string? Measure, string? Fund, string? Period, Side? Side,
    double? MeasureConfidence = null, string? EconomicCode = null)
{
    public string PathText => string.Join('|', Path);

    /// <summary>单位（科目名称）, 单位名称（科目）: units and their items share the column.</summary>
    public bool NamesUnits => Kind == ColumnKind.FunctionName && Path is [.., var leaf] && leaf.Contains("单位", StringComparison.Ordinal);

    /// <summary>科目名称（项目）: below an item the column names its projects.</summary>
    public bool NamesProjects => Kind == ColumnKind.FunctionName && Path is [.., var leaf] && leaf.Contains("项目", StringComparison.Ordinal);
}

/// <summary>What a body row is. The names are those of the dataset contract.</summary>
public enum RowRole { HeaderRepeat, Total, Subtotal, Department, Unit, Detail, OfWhich, Note }

/// <summary>Where the role of a row comes from: a declared rule, none (an item of which nothing else is known), or a trained model.</summary>
public enum RoleSource { Declared, Default, Model }

/// <summary>A role that a trained model proposed.</summary>
public sealed record RoleProposal(RowRole Role, double Confidence);

/// <summary>The classification dimensions of a row: code as printed, name as printed or completed from the code lists.</summary>
public sealed record RowDimensions(
    string? FunctionCode = null, string? FunctionName = null,
    string? DeptEconCode = null, string? DeptEconName = null,
    string? GovEconCode = null, string? GovEconName = null,
    string? UnitCode = null, string? UnitName = null,
    string? ProjectCode = null, string? ProjectName = null, string? ProjectType = null);

/// <summary>One printed amount with its place.</summary>
/// <param name="RawText">As printed, line breaks and separators included.</param>
/// <param name="Value">In the unit of the table.</param>
/// <param name="Decimals">Digits printed after the decimal point: the interval of the value is ± half a unit of the last digit.</param>
/// <param name="Unit">万元, 元 …; null when the document does not tell.</param>
/// <param name="Confidence">1 for text, the recogniser's for OCR.</param>
/// <param name="Path">Header path of an amount that stands in a form rather than under a boxhead; null: the column's.</param>
/// <param name="Meaning">What such an amount means; null: what its column means.</param>
public sealed record Amount(
    int Column, string RawText, decimal Value, int Decimals, string? Unit, int Page, Box Box, double Confidence = 1, string? Path = null,
    ColumnMeaning? Meaning = null)
{
    /// <summary>What the row made of it, else what its column says.</summary>
    public ColumnMeaning Means(LeafColumn column) => Meaning ?? new(column.Kind, column.Measure, column.Fund, column.Period, column.Side);
}

/// <summary>One body row of one panel. Rows of the two sides of a 收支 form share <paramref name="RowIndex"/>.</summary>
/// <param name="Number">Number within the table from 1, in reading order: the last part of row_id.</param>
/// <param name="RowIndex">Printed body row from 0.</param>
/// <param name="Level">Depth in the hierarchy, 0 the total; null when the form has no hierarchy.</param>
/// <param name="Parent"><see cref="Number"/> of the parent row.</param>
/// <param name="Role">By declared rules alone.</param>
/// <param name="IsRoleDefault">No rule told the role: a detail of which only the label is known.</param>
/// <param name="Cells">One string for each leaf column of the table, '' for blank and for columns of other panels.</param>
public sealed record TypedRow(
    int Number, int RowIndex, int Page, int Panel, RowRole Role, string? Label, int? Level, int? Parent,
    RowDimensions Dimensions, ImmutableArray<string> Cells, ImmutableArray<Amount> Amounts, Side? Side,
    bool IsRoleDefault = false, RoleProposal? Proposal = null)
{
    /// <summary>The role for readers of the dataset: the model's where it proposed one. Hierarchy and checks take <see cref="Role"/>,
    /// so that a proposal for some rows of a table and not for others never makes a sum fail.</summary>
    public RowRole BestRole => Proposal?.Role ?? Role;

    public RoleSource RoleSource => Proposal is not null ? RoleSource.Model : IsRoleDefault ? RoleSource.Default : RoleSource.Declared;
}

/// <summary>One logical table over all pages that it runs over, understood.</summary>
/// <param name="Number">From 1 in reading order: the last part of table_id.</param>
/// <param name="Form">Canonical form id of the contract, or <c>other</c>.</param>
/// <param name="UnitSource">printed, inherited or inferred.</param>
/// <param name="Unassigned">Glyphs of the table's regions that stand in no cell.</param>
/// <param name="FormConfidence">Of the model that proposed the form; null when it is declared or nothing was recognised.</param>
/// <param name="Unplaced">Printed numbers in amount columns that could not be read as a number; reported, never guessed.</param>
public sealed record TypedTable(
    int Number, string Form, string? FormLabel, string? Title, string? Department, string? DepartmentCode,
    string? Unit, string? UnitSource, int FirstPage, int LastPage,
    ImmutableArray<LeafColumn> Columns, int HeaderRows, ImmutableArray<TypedRow> Rows, string? Note,
    GridMethod Method, int Unassigned, ImmutableArray<string> Unplaced, Scope? Scope = null, double? FormConfidence = null)
{
    public IEnumerable<Amount> Amounts => Rows.SelectMany(r => r.Amounts);

    /// <summary>Form, measures of columns and roles of rows that a model proposed, counted.</summary>
    public int Proposed => (FormConfidence is null ? 0 : 1) + Columns.Count(c => c.MeasureConfidence is not null) + Rows.Count(r => r.Proposal is not null);

    /// <summary>A form that is published without data: no amount where it has columns for amounts, no text where it has none.</summary>
    public bool IsEmpty => Columns.Any(c => c.Kind == ColumnKind.Amount)
        ? !Rows.Any(r => r.Amounts.Length > 0)
        : !Rows.Any(r => r.Role is not (RowRole.Note or RowRole.HeaderRepeat) && r.Cells.Any(c => c.Length > 0 && c is not ("无" or "合计" or "/" or "—")));
}
