using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Forms;

/// <summary>What a logical table shows about its form: never its number, because 预算03表 is another form in Beijing than in Henan.</summary>
/// <param name="Title">Title as printed, e.g. 2023年部门支出预算表; null when none was found.</param>
/// <param name="Label">Form label as printed, e.g. 预算03表; context only.</param>
/// <param name="HeaderPaths">Header path of every leaf column.</param>
/// <param name="StubTexts">The texts of the stub of the first body rows (item names, codes), at most 60.</param>
public sealed record FormEvidence(
    string? Title, string? Label, ImmutableArray<ImmutableArray<string>> HeaderPaths, ImmutableArray<string> StubTexts);

/// <summary>A recognised form.</summary>
/// <param name="Form">Canonical id of the contract; <c>other</c> when the table is none of them.</param>
/// <param name="Understood">False when the id is <c>other</c> only because nothing was recognised.</param>
/// <param name="FinalAccount">True for 决算, false for 预算, null when the table does not tell.</param>
/// <param name="Fund">Fund of all amounts as form or title tell (财政拨款“三公”经费支出表); null when they do not.</param>
/// <param name="Side">Side of all amounts as the title of a table without a canonical form tells (…收入决算表); null when it does not.</param>
/// <param name="IsTransfer">The title says that the amounts are transfers between governments.</param>
/// <param name="TitleYear">The one year that the title names; null when it names none or several.</param>
/// <param name="Measure">The part of the form's own measure that the title narrows it to (基本支出表--人员经费(工资福利支出)), or the kind of expenditure of a table without a form; null when it does not.</param>
/// <param name="Confidence">Of the model that proposed the form; null when declared knowledge gave it, or nothing did.</param>
/// <param name="IsGovernment">Title or headers show that the table is of a government as a whole, or the document is.</param>
/// <param name="ByGovernmentClasses">The title says that the table is cut by the economic classes of governments (按政府预算经济分类), not those of departments.</param>
public sealed record FormMatch(
    string Form, bool Understood, bool? FinalAccount, string? Fund = null, Side? Side = null, bool IsTransfer = false, int? TitleYear = null,
    string? Measure = null, double? Confidence = null, bool IsGovernment = false, bool ByGovernmentClasses = false);

/// <summary>What one leaf column shows about its meaning.</summary>
/// <param name="Path">Header path.</param>
/// <param name="Values">The texts of the body cells of this column, at most 60, blanks left out.</param>
public sealed record ColumnEvidence(ImmutableArray<string> Path, ImmutableArray<string> Values);

/// <summary>What a leaf column means.</summary>
/// <param name="MeasureConfidence">Of the model that proposed the measure; null when declared knowledge gave it, or nothing did.</param>
/// <param name="EconomicCode">The economic item that the header names, of the government's classification where the title says that the table is cut by it; null when it names none.</param>
public sealed record ColumnMeaning(ColumnKind Kind, string? Measure, string? Fund, string? Period, Side? Side, double? MeasureConfidence = null, string? EconomicCode = null)
{
    /// <summary>What is left at the beginning or the end, or of revenue less expenditure, is neither revenue nor expenditure.</summary>
    public bool HasNoSide => Period is "opening" or "closing" || Measure == Balance;

    /// <summary>Money left from or for another year stays that, whatever year stands beside it.</summary>
    public static bool IsLeftOver(string? period) => period is "carried_over" or "opening" or "closing" or "next_year";

    /// <summary>Revenue less expenditure of a year: 本年收支结余.</summary>
    public const string Balance = "balance";
}
