using System.Collections.Immutable;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Narrative;

/// <summary>Direction of a change that the narrative states. The names are those of the dataset contract.</summary>
public enum Change { Increase, Decrease, Unchanged }

/// <summary>What a figure of the narrative is.</summary>
public enum StatementKind
{
    /// <summary>An amount of money: 基本支出 216.34 万元; with it a share (占 5.31%) or a completion (完成年初预算的 91.53%).</summary>
    Level,

    /// <summary>The amount that a change is measured against: 比 2025 年年初预算数 1123090.62 万元减少 ….</summary>
    Base,

    /// <summary>A change: 增加 45.00 万元，增长 100%; or 与上年持平, without a figure.</summary>
    Change,

    /// <summary>A percentage alone.</summary>
    Percent,

    /// <summary>A count: 车辆 2 辆, 7 个项目.</summary>
    Count,

    /// <summary>The text says that there is nothing: 无国有资本经营预算拨款安排的支出.</summary>
    None,
}

/// <summary>What a percentage is: a part of a whole, the change against a base, or the outturn against a budget.</summary>
public enum PercentKind { Share, Rate, Completion }

/// <summary>What the sentence names as the whole of a share: 占本年支出合计的90%.</summary>
/// <param name="Words">As folded: 本年支出合计.</param>
/// <param name="Fund">The one that the words name; null when they name none.</param>
public sealed record NamedWhole(string Words, string? Measure, string? Fund, Side? Side, string? Period, string? Item, string? Code);

/// <summary>How a statement is to be understood beside the ids that the dataset publishes.</summary>
/// <param name="Understood">The subject was cut into known words without rest, so that the statement may be held against a cell.</param>
/// <param name="Period">As in docs/VOCABULARY.md; null when the sentence does not tell.</param>
/// <param name="Item">Name of the classification item or project that the figure belongs to; null for the whole.</param>
/// <param name="Code">Printed classification code of the item.</param>
/// <param name="Department">The organisation whose figures the passage gives; null when it never names one.</param>
/// <param name="Forms">Canonical ids of the forms that the section explains.</param>
/// <param name="Of">Numbers of the statements that it is measured against, the likeliest first: the whole of a share, the current amount of a change.</param>
/// <param name="Reason">What follows 主要原因, folded.</param>
/// <param name="Named">The whole of the share is named by words (其中, 占…), not by position alone.</param>
/// <param name="Whole">What the sentence names as the whole of the share, so that a table may give it; null when it names none.</param>
public sealed record StatementSense(
    StatementKind Kind, bool Understood, Side? Side, string? Period, string? Item, string? Code, string? Department, ImmutableArray<string> Forms,
    ImmutableArray<int> Of, PercentKind? PercentKind, int PercentDecimals, string? Reason, bool Named, NamedWhole? Whole);

/// <summary>One figure that the narrative states.</summary>
/// <param name="Number">From 1 in reading order: the last part of statement_id.</param>
/// <param name="Section">Headings above the sentence, the outermost first, joined with |.</param>
/// <param name="Text">The sentence as printed.</param>
/// <param name="Subject">What the figure is of, as printed.</param>
/// <param name="Measure">See docs/VOCABULARY.md; null when not understood.</param>
/// <param name="Amount">In <paramref name="Unit"/>; the difference for a change, the number for a count.</param>
/// <param name="Decimals">Digits printed after the decimal point.</param>
/// <param name="BaseYear">Year that a change is measured against.</param>
/// <param name="Box">The part of the sentence that stands on <paramref name="Page"/>, the page of the figure.</param>
public sealed record Statement(
    int Number, int Page, string Section, string Text, string Subject, string? Measure, string? Fund, decimal? Amount, string? Unit, int? Decimals,
    decimal? Percent, Change? Change, int? BaseYear, Box Box, StatementSense Sense);
