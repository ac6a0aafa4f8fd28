namespace LuolongBudgetExtract.Narrative;

/// <summary>Which amount a change without words of its own (较上年增加…) is of, where parts stand between a whole and the change.</summary>
internal static class ImpliedChange
{
    /// <param name="apart">A comma stands before the change.</param>
    /// <param name="rise">The figure of an increase.</param>
    /// <returns>Null where the text does not settle it.</returns>
    public static Statement? Of(StatementList list, bool apart, Figure? rise)
    {
        if (list.LastLevel is not { } last || list.OpenWhole is not { } whole) return list.LastLevel;
        var near = list.OfSegment();
        // …，其中：A 950万元，B 50万元。与上年相比，增加…: a sentence speaks of what the one before it spoke of.
        if (near.Count == 0) return list.OpensSentence && list.InSentenceBefore(whole) ? list.HasChange(whole.Number, ofIt: true) ? null : whole
            : list.OpensSentence ? last : null;
        // A single part (in its budget and its outturn), or parts that have each its own change.
        if (!near.Exists(s => s.Number > whole.Number && !IsOfTheSame(s, last)) || list.HasChange(near[0].Number, ofIt: false)) return last;
        // A 950万元、B 50万元，较上年增加…: the comma closes the list. What grew by more than it is has not grown.
        return near.Contains(whole) && (apart && list.IsJoined(last) || rise is { } r && r.Unit == last.Unit && r.Value > last.Amount) ? whole : null;
    }

    private static bool IsOfTheSame(Statement s, Statement t) => s.Number == t.Number
        || s.Sense.Understood && t.Sense.Understood && s.Measure == t.Measure && s.Fund == t.Fund && s.Sense.Item == t.Sense.Item && s.Sense.Period != t.Sense.Period;
}
