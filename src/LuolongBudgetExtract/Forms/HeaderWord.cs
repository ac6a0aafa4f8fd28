using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Forms;

/// <summary>A word of the header vocabulary (models/columns.json) and what it says about the amounts below it.</summary>
/// <param name="Words">Spellings, folded.</param>
/// <param name="Within">Only where the path or the form says so far: the beginning of a measure, or with @ of a fund; other: only in a table without a canonical form; government: of a government; passed_on: of transfers to those below.</param>
/// <param name="Stage">budget, final, execution, expected, initial_budget or adjusted_budget.</param>
/// <param name="Explicit">The word tells current money from money carried over (本年, 当年).</param>
/// <param name="Change">Difference to another year.</param>
/// <param name="Total">A sum of what stands beside it (合计, 小计).</param>
/// <param name="Value">Names the figure itself (金额), nothing else.</param>
/// <param name="Neutral">Adds nothing (资金, 安排, 的).</param>
/// <param name="Joins">Stands between two things of one rank (和).</param>
/// <param name="Of">Says something only of measures that begin so, wherever in the path they are named (一般债务 over or under 限额).</param>
/// <param name="Adds">The part that it adds to such a measure.</param>
/// <param name="Rank">Which of the parts of a measure: the kind before the purpose, in whatever order they are printed.</param>
internal sealed record HeaderWord(
    string[] Words, string? Measure, string? Within, string? Fund, string? Period, string? Stage, Side? Side,
    bool Explicit, bool Change, bool Total, bool Value, bool Neutral, bool Joins = false, string? Of = null, string? Adds = null, int Rank = 0);

/// <summary>One step of reading a header part: a word with its readings, or a year.</summary>
/// <param name="Length">Characters of the part that it takes.</param>
internal readonly record struct HeaderStep(HeaderWord[] Readings, int Year, int Length)
{
    public bool IsNeutral => Year == 0 && Readings is [{ Neutral: true }];

    public bool Joins => Readings is [{ Joins: true }];
}
