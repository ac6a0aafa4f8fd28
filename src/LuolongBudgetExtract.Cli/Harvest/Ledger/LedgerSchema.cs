namespace LuolongBudgetExtract.Cli.Harvest.Ledger;

/// <summary>The tables of the ledger. Times are ISO 8601 in UTC; nothing is ever deleted.</summary>
internal static class LedgerSchema
{
    public const string Sql = """
        -- One run of luolong harvest. ending: whole, budget (the rest comes later), stopped (killed); null while it runs.
        CREATE TABLE IF NOT EXISTS nights (
          night INTEGER PRIMARY KEY, started_at TEXT NOT NULL, finished_at TEXT, ending TEXT, requests INTEGER, published INTEGER) STRICT;

        -- An address of a file. state: seen (not fetched yet), fetched, gone (404, 410), failed (tried
        -- again), refused (by robots.txt, by our limits, by its content), unhandled (a format that is not opened).
        -- sha256 is what it gave last; it stays through later failures.
        CREATE TABLE IF NOT EXISTS addresses (
          url TEXT PRIMARY KEY, source TEXT NOT NULL, referrer TEXT, link_text TEXT, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL,
          state TEXT NOT NULL, state_since TEXT NOT NULL, reason TEXT, checked_at TEXT, try_at TEXT, sha256 TEXT, etag TEXT, last_modified TEXT) STRICT;

        -- Every request, also those for pages and robots.txt.
        CREATE TABLE IF NOT EXISTS attempts (
          night INTEGER NOT NULL, url TEXT NOT NULL, at TEXT NOT NULL, status INTEGER, reason TEXT, milliseconds INTEGER NOT NULL) STRICT;

        -- A file that an address gave for the first time or after another one.
        CREATE TABLE IF NOT EXISTS fetches (
          url TEXT NOT NULL, sha256 TEXT NOT NULL, previous_sha256 TEXT, night INTEGER NOT NULL, at TEXT NOT NULL, status INTEGER, final_url TEXT,
          file_name TEXT, headers TEXT, referrer TEXT, link_text TEXT) STRICT;

        CREATE TABLE IF NOT EXISTS files (sha256 TEXT PRIMARY KEY, kind TEXT NOT NULL, bytes INTEGER NOT NULL) STRICT;

        -- Entries of a fetched archive; sha256 of the PDF taken out, or the reason why there is none.
        CREATE TABLE IF NOT EXISTS members (
          archive TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT, reason TEXT, PRIMARY KEY (archive, position)) STRICT;

        -- Pages of a source that could not be read in a night.
        CREATE TABLE IF NOT EXISTS page_failures (night INTEGER NOT NULL, source TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL) STRICT;

        -- How each document ended, by build and configuration of the pipeline.
        CREATE TABLE IF NOT EXISTS extractions (
          sha256 TEXT NOT NULL, build TEXT NOT NULL, night INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT, fiscal_year INTEGER, kind TEXT, division_code TEXT,
          PRIMARY KEY (sha256, build)) STRICT;

        -- fingerprint: of all documents, their sources and the build; the same one again means that nothing is to be done.
        CREATE TABLE IF NOT EXISTS publications (night INTEGER NOT NULL, at TEXT NOT NULL, fingerprint TEXT NOT NULL, documents INTEGER NOT NULL, failed INTEGER NOT NULL) STRICT;
        """;
}
