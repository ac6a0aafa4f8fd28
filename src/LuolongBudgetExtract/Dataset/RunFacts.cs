using System.Collections.Immutable;

namespace LuolongBudgetExtract.Dataset;

/// <summary>What the host knows about a run. The library has no clock, so the times are the caller's.</summary>
/// <param name="ConfigurationHash">Identifies the configuration, e.g. the SHA-256 of pipeline.json as resolved.</param>
/// <param name="FinishedAt">When the last document was done.</param>
public sealed record RunFacts(string ConfigurationHash, DateTimeOffset StartedAt, DateTimeOffset FinishedAt)
{
    /// <summary>Input files that are no document of their own.</summary>
    public ImmutableArray<OtherInput> OtherInputs { get; init; } = [];
}

/// <summary>An input file without a document of its own.</summary>
/// <param name="DuplicateOf">The file with the same bytes that stands for it.</param>
/// <param name="Reason">Why it could not be read; null for a duplicate.</param>
public sealed record OtherInput(string SourceFile, string? DuplicateOf, string? Reason);
