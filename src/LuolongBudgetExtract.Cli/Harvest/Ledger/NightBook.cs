using System.Text.Json;
using LuolongBudgetExtract.Cli.Harvest.Addresses;
using LuolongBudgetExtract.Cli.Harvest.Archives;
using LuolongBudgetExtract.Cli.Harvest.Discovery;
using LuolongBudgetExtract.Cli.Harvest.Fetching;

namespace LuolongBudgetExtract.Cli.Harvest.Ledger;

/// <summary>An address that is due.</summary>
/// <param name="Sha256">What it gave last.</param>
internal sealed record DueAddress(string Url, string? Sha256, Validators Validators);

/// <summary>Writes down one night.</summary>
internal sealed class NightBook
{
    private readonly LedgerFile _ledger;
    private readonly TimeProvider _time;

    /// <summary>Begins a night. One that never ended was killed: the caller holds the folder, so nothing else is running.</summary>
    public NightBook(LedgerFile ledger, TimeProvider time)
    {
        (_ledger, _time) = (ledger, time);
        ledger.Run("UPDATE nights SET ending = 'stopped' WHERE ending IS NULL");
        Night = ledger.Read("INSERT INTO nights (started_at) VALUES (@1) RETURNING night", r => r.GetInt64(0), Now)[0];
    }

    public long Night { get; }

    private string Now => LedgerFile.Time(_time.GetUtcNow());

    public void End(string ending, int requests, bool published) =>
        _ledger.Run("UPDATE nights SET finished_at = @2, ending = @3, requests = @4, published = @5 WHERE night = @1", Night, Now, ending, requests, published ? 1 : 0);

    public void Attempted(Attempt attempt) =>
        _ledger.Run("INSERT INTO attempts VALUES (@1, @2, @3, @4, @5, @6)",
            Night, attempt.Url, LedgerFile.Time(attempt.At), attempt.Status, attempt.Reason, (long)attempt.Took.TotalMilliseconds);

    /// <summary>What a source offers. The first source that names an address keeps it as long as it is configured.</summary>
    /// <param name="configured">Names of all sources of the settings.</param>
    public void Seen(string source, Discovered discovered, IEnumerable<string> configured) => _ledger.Together(() =>
    {
        var names = JsonSerializer.Serialize(configured);
        foreach (var link in discovered.Links)
        {
            var state = FileKinds.IsUnhandledName(link.Address.AbsoluteUri) ? "unhandled" : "seen";
            _ledger.Run("""
                INSERT INTO addresses (url, source, referrer, link_text, first_seen, last_seen, state, state_since) VALUES (@1, @2, @3, @4, @5, @5, @6, @5)
                ON CONFLICT (url) DO UPDATE SET last_seen = @5, referrer = @3, link_text = @4,
                  source = CASE WHEN source IN (SELECT value FROM json_each(@7)) THEN source ELSE @2 END
                """, link.Address.AbsoluteUri, source, link.Referrer, link.Text, Now, state, names);
        }

        foreach (var (url, reason) in discovered.Failures) _ledger.Run("INSERT INTO page_failures VALUES (@1, @2, @3, @4)", Night, source, url, reason);
    });

    /// <summary>Addresses to ask now: new ones first, then failed ones, then those whose last check is old. A look at a
    /// local file costs nobody anything: it is always due.</summary>
    public List<DueAddress> Due(string source, double recheckHours) => _ledger.Read("""
        SELECT url, sha256, etag, last_modified FROM addresses
        WHERE source = @1 AND state <> 'unhandled' AND (try_at IS NULL OR try_at <= @2)
          AND (state IN ('seen', 'failed') OR checked_at IS NULL OR checked_at <= @3 OR url LIKE 'file:%')
        ORDER BY CASE state WHEN 'seen' THEN 0 WHEN 'failed' THEN 1 ELSE 2 END, checked_at, url
        """,
        r => new DueAddress(r.GetString(0), r.Text(1), new(r.Text(2), r.Text(3))),
        source, Now, LedgerFile.Time(_time.GetUtcNow() - TimeSpan.FromHours(recheckHours)));

    public void Unchanged(string url) => Set(url, "fetched", null, null);

    public void Failed(string url, FetchException failure)
    {
        var tryAt = failure.RetryAfter is { } after ? LedgerFile.Time(_time.GetUtcNow() + after) : null;
        Set(url, failure.Code switch { "gone" => "gone", "unhandled" => "unhandled", _ => failure.IsRefusal ? "refused" : "failed" }, failure.Message, tryAt);
    }

    /// <summary>A file that came whole and is in the store.</summary>
    public void Fetched(string url, string? previous, Download file, IReadOnlyList<ZipMember> members) => _ledger.Together(() =>
    {
        _ledger.Run("INSERT OR IGNORE INTO files VALUES (@1, @2, @3)", file.Sha256, file.Kind == FileKind.Zip ? "zip" : "pdf", file.Bytes);
        foreach (var member in members)
        {
            _ledger.Run("INSERT OR REPLACE INTO members VALUES (@1, @2, @3, @4, @5)", file.Sha256, member.Position, member.Name, member.Sha256, member.Reason);
        }

        if (previous != file.Sha256)
        {
            _ledger.Run("""
                INSERT INTO fetches SELECT @1, @2, @3, @4, @5, @6, @7, @8, @9, referrer, link_text FROM addresses WHERE url = @1
                """, url, file.Sha256, previous, Night, Now, file.Status, file.FinalUrl, file.FileName, JsonSerializer.Serialize(file.Headers));
        }

        _ledger.Run("UPDATE addresses SET sha256 = @2, etag = @3, last_modified = @4 WHERE url = @1", url, file.Sha256, file.Validators.Etag, file.Validators.LastModified);
        Set(url, "fetched", null, null);
    });

    private void Set(string url, string state, string? reason, string? tryAt) => _ledger.Run("""
        UPDATE addresses SET state_since = CASE state WHEN @2 THEN state_since ELSE @5 END, state = @2, reason = @3, try_at = @4, checked_at = @5 WHERE url = @1
        """, url, state, reason, tryAt, Now);
}
