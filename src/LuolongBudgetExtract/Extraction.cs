using System.Collections.Immutable;
using LuolongBudgetExtract.Narrative;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract;

/// <summary>How the way of a document through the pipeline ended.</summary>
public enum Outcome
{
    /// <summary>Read; its tables are in the dataset.</summary>
    Extracted,

    /// <summary>Not ours to read (a scan, a password, not a PDF, no table); the reason says which.</summary>
    Rejected,

    /// <summary>Reading broke (a crash, a limit); the reason says where.</summary>
    Failed,
}

/// <summary>A: every amount accounted for and every check holds. B: as A, but the document contradicts itself.
/// C: something could not be read or matched. D: rejected or failed.</summary>
public enum Grade { A, B, C, D }

/// <summary>Digits printed on table pages outside any table, by what they belong to; <c>Unaccounted</c> must be 0 for grade A.</summary>
public sealed record OutsideDigits(int Title, int Note, int Footer, int Narrative, int Unaccounted);

/// <summary>Whose money a document or table tells of.</summary>
public enum Scope
{
    /// <summary>A place as a whole (全市, 省本级, a report to a people's congress): of no department.</summary>
    Government,

    /// <summary>A department with all units that belong to it (部门预算, 汇总).</summary>
    Department,

    /// <summary>One unit alone (单位预算, 本级).</summary>
    Unit,
}

/// <summary>The printed text that says something, and its page.</summary>
public sealed record Evidence(string Text, int Page);

/// <summary>Where the document says what <see cref="DocumentFacts"/> holds; null for a fact that is not known.</summary>
public sealed record FactEvidence(Evidence? Kind, Evidence? FiscalYear, Evidence? Department, Evidence? Division)
{
    public static readonly FactEvidence None = new(null, null, null, null);
}

/// <summary>The organisation that a table is of.</summary>
/// <param name="Department">As printed at the table, without code and 汇总; else the document's, where no table names another; null when nobody tells.</param>
public sealed record TableOwner(string? Department, Scope? Scope);

/// <summary>What the document says about itself (never its file name).</summary>
/// <param name="Kind">budget, final_account or other.</param>
/// <param name="FiscalYear">The year that is budgeted or accounted for; where a report tells of the execution of one year and
/// proposes the budget of the next, the year proposed.</param>
public sealed record DocumentFacts(
    string Kind, int? FiscalYear, string? Department, string? DepartmentCode, string? DivisionCode, string? DivisionName,
    Scope? Scope, FactEvidence Evidence)
{
    /// <summary>Of a document that was not read.</summary>
    public static readonly DocumentFacts Unknown = new("other", null, null, null, null, null, null, FactEvidence.None);
}

/// <summary>Everything that the pipeline found in one PDF. The dataset is a projection of these.</summary>
/// <param name="DocumentId">SHA-256 of the PDF, lower-case hex.</param>
/// <param name="SourceFile">Path as given to the run.</param>
/// <param name="OutcomeReason">Code and cause, e.g. <c>password: the file asks for a user password</c>; null when extracted.</param>
public sealed record Extraction(
    string DocumentId, string SourceFile, long Bytes, int Pages, string? Producer, TextLayer TextLayer,
    DocumentFacts Facts, ImmutableArray<TypedTable> Tables, ImmutableArray<Statement> Statements, ImmutableArray<Check> Checks, OutsideDigits OutsideDigits,
    Grade Grade, Outcome Outcome, string? OutcomeReason, ImmutableArray<string> Warnings);
