using System.Globalization;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Whether a publisher still publishes a document.</summary>
public enum SourceStatus
{
    /// <summary>An address gives it.</summary>
    Current,

    /// <summary>The address gives another file.</summary>
    Replaced,

    /// <summary>The server says that the address is gone.</summary>
    Withdrawn,
}

/// <summary>Where a document came from, when it was fetched and not just found on disk.</summary>
/// <param name="Url">Where it was fetched; an entry of an archive stands behind <c>#</c>.</param>
/// <param name="RetrievedAt">When it was first fetched there.</param>
public sealed record DocumentSource(string? Url = null, DateTimeOffset? RetrievedAt = null)
{
    /// <summary>What the publisher's address gives now; null for a document that was not harvested.</summary>
    public SourceStatus? Status { get; init; }

    /// <summary>Why it is no longer current; null when it is.</summary>
    public string? StatusReason { get; init; }

    /// <summary>The document that the address gives instead.</summary>
    public string? ReplacedBy { get; init; }

    public static DocumentSource Unknown { get; } = new();

    /// <summary>ISO 8601 in UTC, to the second.</summary>
    internal string? RetrievedAtText => RetrievedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
