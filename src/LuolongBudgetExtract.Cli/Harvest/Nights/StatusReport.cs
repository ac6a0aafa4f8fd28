using System.Globalization;
using LuolongBudgetExtract.Cli.Harvest.Addresses;
using LuolongBudgetExtract.Cli.Harvest.Ledger;
using LuolongBudgetExtract.Cli.Settings;

namespace LuolongBudgetExtract.Cli.Harvest.Nights;

/// <summary>The words of luolong status: what came last night, what failed and why, what will be tried again, what is not handled.</summary>
internal static class StatusReport
{
    public static IEnumerable<string> Lines(LedgerFile ledger, HarvestSettings settings)
    {
        var nights = ledger.Read("SELECT night, started_at, finished_at, ending, requests FROM nights ORDER BY night DESC LIMIT 1",
            r => (Night: r.GetInt64(0), Started: r.GetString(1), Finished: r.Text(2), Ending: r.Text(3), Requests: r.Whole(4)));
        if (nights is not [var last])
        {
            yield return "no night yet";
            yield break;
        }

        yield return $"night {last.Night}     {last.Started} to {last.Finished ?? "?"}, {last.Ending ?? "running or killed"}, {last.Requests?.ToString(CultureInfo.InvariantCulture) ?? "?"} requests";
        yield return "addresses   " + string.Join(" · ", ledger.Read("SELECT state, count(*) FROM addresses GROUP BY state ORDER BY state", r => $"{r.GetInt32(1)} {r.GetString(0)}"));
        yield return "documents   " + string.Join(" · ", HarvestedDocuments.Of(ledger).GroupBy(d => d.Source.Status).OrderBy(g => g.Key)
            .Select(g => $"{g.Count()} {g.Key.ToString()!.ToLowerInvariant()}"));
        foreach (var line in Section("came", ledger.Read("SELECT url, previous_sha256, headers FROM fetches WHERE night = @1 ORDER BY url",
            r => $"{Shown(r.GetString(0))}{(r.IsDBNull(1) ? "" : " (changed)")}", last.Night))) yield return line;
        foreach (var line in Section("not read", ledger.Read("SELECT url, reason FROM page_failures WHERE night = @1 ORDER BY url", Because, last.Night))) yield return line;
        foreach (var line in Section("failed, tried again", ledger.Read("SELECT url, reason, try_at FROM addresses WHERE state = 'failed' ORDER BY url",
            r => Because(r) + (r.IsDBNull(2) ? "" : $" (not before {r.GetString(2)})")))) yield return line;
        foreach (var line in Section("refused", ledger.Read("SELECT url, reason FROM addresses WHERE state = 'refused' ORDER BY url", Because))) yield return line;
        foreach (var line in Section("still to come", ledger.Read("SELECT url FROM addresses WHERE state = 'seen' ORDER BY url", r => Shown(r.GetString(0))))) yield return line;
        foreach (var line in Section("gone", ledger.Read("SELECT url, reason, state_since FROM addresses WHERE state = 'gone' ORDER BY url", r => $"{Because(r)}, since {r.GetString(2)}"))) yield return line;
        foreach (var line in Section("not handled", ledger.Read("SELECT url FROM addresses WHERE state = 'unhandled' ORDER BY url", r => Shown(r.GetString(0))))) yield return line;
        foreach (var line in Section("not taken from archives", ledger.Read("""
            SELECT DISTINCT a.url, m.name, m.reason FROM members m JOIN addresses a ON a.sha256 = m.archive WHERE m.reason IS NOT NULL ORDER BY a.url, m.position
            """, r => $"{Shown(r.GetString(0))}: {r.GetString(1)}: {r.GetString(2)}"))) yield return line;
        foreach (var line in Section("documents not read", ledger.Read("""
            SELECT sha256, outcome, reason FROM extractions WHERE outcome <> 'extracted' AND build = (SELECT build FROM extractions ORDER BY night DESC, rowid DESC LIMIT 1) ORDER BY sha256
            """, r => $"{r.GetString(0)}: {r.GetString(1)}: {r.Text(2)}"))) yield return line;
        foreach (var line in Section("documents that say something else than their source", Surprises(ledger, settings))) yield return line;
    }

    /// <summary>Where what a document says is not what pipeline.json says of its source.</summary>
    private static List<string> Surprises(LedgerFile ledger, HarvestSettings settings)
    {
        var said = ledger.Read("SELECT sha256, fiscal_year, kind, division_code FROM extractions WHERE outcome = 'extracted' ORDER BY night",
            r => (Sha256: r.GetString(0), Year: r.Whole(1), Kind: r.Text(2), Division: r.Text(3))).ToLookup(e => e.Sha256);
        return
        [
            .. from document in HarvestedDocuments.Of(ledger)
               from source in settings.Sources.Where(s => s.Name == document.HarvestSource)
               where said.Contains(document.Sha256)
               let now = said[document.Sha256].Last()
               from difference in new[]
               {
                   Differs("fiscal year", now.Year?.ToString(CultureInfo.InvariantCulture), source.Year == 0 ? "" : source.Year.ToString(CultureInfo.InvariantCulture)),
                   Differs("kind", now.Kind, source.Kind),
                   Differs("division", now.Division, source.Division),
               }
               where difference is not null
               select $"{Shown(document.Url)}: {difference}",
        ];
    }

    private static string? Differs(string what, string? document, string source) =>
        source.Length == 0 || document == source ? null : $"{what} {document ?? "not told"}, the source says {source}";

    private static string Because(Microsoft.Data.Sqlite.SqliteDataReader row) => $"{Shown(row.GetString(0))}: {row.Text(1)}";

    private static string Shown(string url) => Address.Shown(url);

    private static IEnumerable<string> Section(string title, List<string> lines) => lines.Count == 0 ? [] : lines.Select(l => $"  {l}").Prepend($"{title} ({lines.Count})");
}
