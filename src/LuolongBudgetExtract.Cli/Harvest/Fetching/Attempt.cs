namespace LuolongBudgetExtract.Cli.Harvest.Fetching;

/// <summary>One request and what came of it.</summary>
/// <param name="Reason">Null when it succeeded.</param>
internal sealed record Attempt(string Url, DateTimeOffset At, int? Status, string? Reason, TimeSpan Took);
