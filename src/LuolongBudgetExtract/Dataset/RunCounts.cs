namespace LuolongBudgetExtract.Dataset;

/// <summary>What a dataset holds, over all documents.</summary>
public sealed record RunCounts(
    int Documents, int Extracted, int Rejected, int Failed, int GradeA, int GradeB, int GradeC, int GradeD,
    long Tables, long Rows, long Amounts, long ChecksExact, long ChecksWithinRounding, long ChecksInconsistent, long ChecksBlocked,
    long UnaccountedDigits, long ProposedByModel)
{
    public static RunCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    internal RunCounts Add(DatasetRows rows)
    {
        var (row, document) = (rows.Document, rows.Document.Document);
        return new RunCounts(
            Documents + 1,
            Extracted + One(document.Outcome == Outcome.Extracted),
            Rejected + One(document.Outcome == Outcome.Rejected),
            Failed + One(document.Outcome == Outcome.Failed),
            GradeA + One(document.Grade == Grade.A),
            GradeB + One(document.Grade == Grade.B),
            GradeC + One(document.Grade == Grade.C),
            GradeD + One(document.Grade == Grade.D),
            Tables + row.Tables,
            Rows + rows.Rows.Length,
            Amounts + row.Amounts,
            ChecksExact + row.Exact,
            ChecksWithinRounding + row.WithinRounding,
            ChecksInconsistent + row.Inconsistent,
            ChecksBlocked + document.Checks.Count(c => c.Outcome == Reconciliation.CheckOutcome.Blocked),
            UnaccountedDigits + document.OutsideDigits.Unaccounted,
            ProposedByModel + document.Tables.Sum(t => t.Proposed));
    }

    private static int One(bool condition) => condition ? 1 : 0;
}
