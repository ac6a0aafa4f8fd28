using System.Collections.Immutable;
using System.Text.Json;

namespace LuolongBudgetExtract.Cli.Log;

/// <summary>One figure of a logged check.</summary>
internal sealed record LoggedOperand(string? AmountId, string Label, decimal Value, int Page, double X0, double Y0, double X1, double Y1);

/// <summary>One line of reconciliation.jsonl, as far as a reader needs it.</summary>
/// <param name="Money">Absolute difference in 元; null where the check compares no money or the unit is unknown.</param>
/// <param name="Json">The line as it stands.</param>
internal sealed record LoggedCheck(
    string CheckId, string DocumentId, string RuleId, string Kind, int Page, string Where, decimal? Expected, decimal? Actual, decimal? Difference, decimal? Tolerance,
    decimal? Money, string Outcome, string Severity, string? CauseId, string MessageZh, string MessageEn, ImmutableArray<LoggedOperand> Operands, string Json)
{
    /// <exception cref="JsonException">Not a line of the log.</exception>
    public static LoggedCheck Parse(string line, IReadOnlyDictionary<string, decimal> units)
    {
        using var parsed = JsonDocument.Parse(line);
        var e = parsed.RootElement;
        decimal? difference = Number("difference");
        var tables = e.GetProperty("table_ids").EnumerateArray().Select(t => t.GetString()!).ToList();
        decimal? money = difference is { } d && tables.Count > 0 && units.TryGetValue(tables[0], out var factor) ? Math.Abs(d) * factor : null;
        return new LoggedCheck(
            Text("check_id")!, Text("document_id")!, Text("rule_id")!, Text("kind")!, e.GetProperty("page").GetInt32(), Text("where")!, Number("expected"), Number("actual"), difference,
            Number("tolerance"), money, Text("outcome")!, Text("severity")!, Text("cause_id"), Text("message_zh")!, Text("message_en")!,
            [.. e.GetProperty("operands").EnumerateArray().Select(Operand)], line);

        string? Text(string name) => e.GetProperty(name).GetString();
        decimal? Number(string name) => e.GetProperty(name) is { ValueKind: JsonValueKind.Number } n ? n.GetDecimal() : null;
    }

    private static LoggedOperand Operand(JsonElement o) => new(
        o.GetProperty("amount_id").GetString(), o.GetProperty("label").GetString()!, o.GetProperty("value").GetDecimal(), o.GetProperty("page").GetInt32(),
        o.GetProperty("x0").GetDouble(), o.GetProperty("y0").GetDouble(), o.GetProperty("x1").GetDouble(), o.GetProperty("y1").GetDouble());
}
