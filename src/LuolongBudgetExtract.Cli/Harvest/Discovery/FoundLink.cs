using System.Collections.Immutable;

namespace LuolongBudgetExtract.Cli.Harvest.Discovery;

/// <summary>A file that a source offers.</summary>
/// <param name="Address">http(s), or file for a local folder.</param>
/// <param name="Referrer">The page, sitemap or list that names it.</param>
internal sealed record FoundLink(Uri Address, string? Referrer, string? Text);

/// <summary>What a source offers now.</summary>
/// <param name="Links">Each address once, in the order found.</param>
/// <param name="Failures">Pages that could not be read, with the reason: the list is then not whole.</param>
internal sealed record Discovered(ImmutableArray<FoundLink> Links, ImmutableArray<(string Url, string Reason)> Failures);
