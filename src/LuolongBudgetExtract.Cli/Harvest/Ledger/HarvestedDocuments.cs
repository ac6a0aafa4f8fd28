using System.Collections.Immutable;
using LuolongBudgetExtract.Cli.Harvest.Addresses;
using LuolongBudgetExtract.Dataset;

namespace LuolongBudgetExtract.Cli.Harvest.Ledger;

/// <summary>A PDF of the harvest with the place that stands for it in the dataset.</summary>
/// <param name="Url">That place; an entry of an archive stands behind <c>#</c>.</param>
/// <param name="HarvestSource">Name of the source in pipeline.json.</param>
internal sealed record HarvestedDocument(string Sha256, string Url, string HarvestSource, DocumentSource Source);

/// <summary>
/// All PDFs ever fetched, each once. One that several addresses give is current when one of them gives it now; of equals the address first in
/// ordinal order stands for it, so that the order of fetching does not show in the dataset.
/// </summary>
internal static class HarvestedDocuments
{
    public static ImmutableArray<HarvestedDocument> Of(LedgerFile ledger)
    {
        var members = ledger.Read("SELECT archive, name, sha256 FROM members WHERE sha256 IS NOT NULL ORDER BY archive, position",
            r => (Archive: r.GetString(0), Name: r.GetString(1), Sha256: r.GetString(2))).ToLookup(m => m.Archive);
        var versions = ledger.Read("""
            SELECT f.url, f.sha256, min(f.at), a.source, a.sha256, a.state, a.reason, a.state_since, max(c.at)
            FROM fetches f JOIN addresses a ON a.url = f.url LEFT JOIN fetches c ON c.url = f.url AND c.sha256 = a.sha256
            GROUP BY f.url, f.sha256
            """,
            r => new Version(r.GetString(0), r.GetString(1), LedgerFile.Time(r.GetString(2)), r.GetString(3), r.GetString(4), r.GetString(5), r.Text(6), r.GetString(7), r.Text(8)));
        var kinds = ledger.Read("SELECT sha256, kind FROM files", r => (r.GetString(0), r.GetString(1))).ToDictionary();
        return
        [
            .. versions.SelectMany(v => kinds[v.Sha256] == "zip" ? FromArchive(v, members) : [Document(v, v.Sha256, v.Url, kinds[v.Now] == "pdf" ? v.Now : null)])
                .GroupBy(d => d.Sha256)
                .Select(g => g.OrderBy(d => d.Source.Status).ThenBy(d => d.Url, StringComparer.Ordinal).First())
                .OrderBy(d => d.Sha256, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<HarvestedDocument> FromArchive(Version version, ILookup<string, (string Archive, string Name, string Sha256)> members) =>
        members[version.Sha256].Select(m => Document(
            version, m.Sha256, $"{version.Url}#{Uri.EscapeDataString(m.Name)}", members[version.Now].FirstOrDefault(n => n.Name == m.Name).Sha256));

    private static HarvestedDocument Document(Version version, string sha256, string url, string? instead)
    {
        var status = version.Now != version.Sha256 ? SourceStatus.Replaced : version.State == "gone" ? SourceStatus.Withdrawn : SourceStatus.Current;
        var local = url.StartsWith("file:", StringComparison.Ordinal);
        return new(sha256, url, version.Source, new(local ? null : Address.Shown(url), version.At)
        {
            Status = status,
            StatusReason = status switch
            {
                SourceStatus.Replaced => $"the address gives another file since {version.NowSince}",
                SourceStatus.Withdrawn => $"{version.Reason}, since {version.StateSince}",
                _ => null,
            },
            ReplacedBy = status == SourceStatus.Replaced && instead != sha256 ? instead : null,
        });
    }

    /// <summary>A file that an address gave, and what the address gives now.</summary>
    private sealed record Version(
        string Url, string Sha256, DateTimeOffset At, string Source, string Now, string State, string? Reason, string StateSince, string? NowSince);
}
