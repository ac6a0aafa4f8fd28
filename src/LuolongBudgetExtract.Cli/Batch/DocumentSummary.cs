using System.Collections.Immutable;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Reconciliation;

namespace LuolongBudgetExtract.Cli.Batch;

/// <summary>The counts of one extraction that progress and run report need, so that neither opens the stored result.</summary>
internal sealed record DocumentSummary(
    Outcome Outcome, string? Reason, Grade Grade, int Pages, int Tables, int Amounts, int RecognisedTables,
    int ChecksExact, int ChecksWithinRounding, int ChecksInconsistent, int? FiscalYear,
    string Kind, string? DivisionCode)
{
    public static DocumentSummary Of(Extraction extraction)
    {
        int Checks(CheckOutcome outcome) => extraction.Checks.Count(c => c.Outcome == outcome);
        return new(
            extraction.Outcome, extraction.OutcomeReason, extraction.Grade, extraction.Pages, extraction.Tables.Length,
            extraction.Tables.Sum(t => t.Amounts.Count()), extraction.Tables.Count(t => t.Form != "other"),
            Checks(CheckOutcome.Exact), Checks(CheckOutcome.WithinRounding), Checks(CheckOutcome.Inconsistent),
            extraction.Facts.FiscalYear, extraction.Facts.Kind, extraction.Facts.DivisionCode);
    }

    /// <summary>The extraction of a document that never came through the pipeline.</summary>
    public static Extraction Nothing(string documentId, string sourceFile, long bytes, Cause cause) => new(
        documentId, sourceFile, bytes, 0, null, TextLayer.None, DocumentFacts.Unknown, [], [], [],
        new(0, 0, 0, 0, 0), Grade.D, cause.Outcome, cause.Reason, ImmutableArray<string>.Empty);
}
