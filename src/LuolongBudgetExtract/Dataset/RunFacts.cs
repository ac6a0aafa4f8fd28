namespace LuolongBudgetExtract.Dataset;

/// <summary>What the host knows about a run. The library has no clock, so the times are the caller's.</summary>
/// <param name="ConfigurationHash">Identifies the configuration, e.g. the SHA-256 of pipeline.json as resolved.</param>
/// <param name="FinishedAt">When the last document was done.</param>
public sealed record RunFacts(string ConfigurationHash, DateTimeOffset StartedAt, DateTimeOffset FinishedAt);
