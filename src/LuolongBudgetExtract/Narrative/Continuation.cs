using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Narrative;

/// <summary>What an amount is of whose own words name nothing (支出决算为, 支出完成, 上年): of what the sentence named before.</summary>
internal static class Continuation
{
    /// <param name="own">Its own words: side and stage at most.</param>
    /// <param name="resolved">What heading and section would make of it.</param>
    /// <param name="last">The amount directly before it; null for the first between two semicolons.</param>
    /// <param name="sentence">The amounts of the sentence so far that are no parts of others.</param>
    public static Meaning Of(SubjectReading own, Meaning resolved, Statement? last, List<Statement> sentence)
    {
        if (own.Side is { } side && sentence is [{ Measure: "total", Fund: { } fund, Sense: { Item: null, Side: { } other } } head, ..] && other != side)
            // 政府性基金收入完成31200万元；支出完成98765万元: both sides of one budget. Beside a second fund it may be of both.
            return sentence.Exists(s => s.Sense.Item is null && s.Sense.Side == other && s.Fund is not null && s.Fund != fund) ? Meaning.Open
                : resolved with { Understood = resolved.Understood && head.Sense.Understood, Measure = head.Measure, Fund = fund };
        if (last is null || own.Side is not null && last.Sense.Side is not null && own.Side != last.Sense.Side) return resolved;
        // 因公出国（境）费预算20.00万元，支出决算19.00万元: the same thing at another stage.
        if (Stage(own.Period) != Stage(last.Sense.Period))
            return new Meaning(last.Sense.Understood, last.Measure, last.Fund, own.Side ?? last.Sense.Side, own.Period, last.Sense.Item, last.Sense.Code);
        // At the same stage it is something else, which the passage tells only where it speaks of nothing but that.
        return resolved.Measure == last.Measure && resolved.Fund == last.Fund && resolved.Item == last.Sense.Item ? resolved : Meaning.Open;
    }

    private static string Stage(string? period) => period ?? "current";
}
