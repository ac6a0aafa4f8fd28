using System.Globalization;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Where a document came from, when it was fetched and not just found on disk.</summary>
public sealed record DocumentSource(string? Url = null, DateTimeOffset? RetrievedAt = null)
{
    public static DocumentSource Unknown { get; } = new();

    /// <summary>ISO 8601 in UTC, to the second.</summary>
    internal string? RetrievedAtText => RetrievedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
