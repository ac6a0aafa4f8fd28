using System.Collections.Immutable;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Reconciliation;

public enum CheckOutcome { Exact, WithinRounding, Inconsistent, Blocked, NotApplicable }

public enum Severity { Error, Warning, Info }

/// <summary>One figure that takes part in a check, with the place where a reader finds it.</summary>
/// <param name="Table">Number of the table, with <paramref name="Row"/> (its Number) and <paramref name="Column"/> the amount's identity; null for a blank cell.</param>
/// <param name="Statement">Number of the statement, when the figure stands in the narrative.</param>
/// <param name="Sign">+1 for the total and its addends, −1 for a subtrahend; between tables −1 for the side that is expected.</param>
public sealed record Operand(
    int? Table, int? Row, int? Column, string Label, decimal Value, int Decimals, int Page, Box Box, int Sign = 1, int? Statement = null);

/// <summary>One evaluated calculation check; null numbers where the outcome has none.</summary>
/// <param name="RuleId">Id in models/rules.json.</param>
/// <param name="Kind">row_sum, column_sum, hierarchy, balance … (closed list of the contract).</param>
/// <param name="Expected">The total as computed from the parts, in the unit of the table.</param>
/// <param name="Actual">The total as printed.</param>
/// <param name="Tolerance">Half the width of the interval that rounding allows.</param>
public sealed record Check(
    int Number, string RuleId, string Kind, ImmutableArray<int> Tables, int Page, string Where,
    decimal? Expected, decimal? Actual, decimal? Difference, decimal? Tolerance,
    CheckOutcome Outcome, Severity Severity, string? CauseId, string MessageZh, string MessageEn,
    ImmutableArray<Operand> Operands);
