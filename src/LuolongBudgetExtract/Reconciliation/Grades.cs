using System.Collections.Immutable;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>The grade of an extracted document.</summary>
public static class Grades
{
    /// <summary>
    /// A: every glyph and digit has its place, no alarm, a good text layer, no check inconsistent or blocked. B: as A, but checks of severity
    /// error are inconsistent. C: anything else. D (rejected, failed) is the caller's.
    /// </summary>
    public static Grade Of(
        ImmutableArray<TypedTable> tables, ImmutableArray<Check> checks, TextLayer textLayer, ImmutableArray<string> alarms, OutsideDigits outside)
    {
        bool complete = textLayer == TextLayer.Good && alarms.IsEmpty && outside.Unaccounted == 0
            && tables.All(t => t.Unassigned == 0 && t.Unplaced.IsEmpty)
            && !checks.Any(c => c.Outcome == CheckOutcome.Blocked);
        return !complete ? Grade.C
            : checks.Any(c => c.Outcome == CheckOutcome.Inconsistent && c.Severity == Severity.Error) ? Grade.B
            : Grade.A;
    }
}
