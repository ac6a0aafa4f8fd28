using LuolongBudgetExtract.Cli.Harvest.Addresses;
using LuolongBudgetExtract.Cli.Harvest.Archives;
using LuolongBudgetExtract.Cli.Harvest.Fetching;
using LuolongBudgetExtract.Cli.Harvest.Files;
using LuolongBudgetExtract.Cli.Harvest.Ledger;
using LuolongBudgetExtract.Cli.Harvest.Politeness;
using LuolongBudgetExtract.Cli.Settings;

namespace LuolongBudgetExtract.Cli.Harvest.Nights;

/// <summary>What a source or an address came to.</summary>
internal sealed record SourceOutcome(int Found, int Stored, int Unchanged, int Gone, int Refused, int Failures)
{
    public static SourceOutcome None { get; } = new(0, 0, 0, 0, 0, 0);

    public static SourceOutcome Plus(SourceOutcome a, SourceOutcome b) =>
        new(a.Found + b.Found, a.Stored + b.Stored, a.Unchanged + b.Unchanged, a.Gone + b.Gone, a.Refused + b.Refused, a.Failures + b.Failures);
}

/// <summary>One due address: fetched, stored, written down.</summary>
internal sealed class AddressFetch(FileStore store, PoliteClient client, HarvestLimits limits, TimeProvider time, NightBook book)
{
    private readonly Downloads _downloads = new(client, store, limits, time);

    /// <summary>The outcome, and a line for the log when there is something to say.</summary>
    public async Task<(SourceOutcome Outcome, string? Line)> RunAsync(DueAddress due, Settings.Politeness politeness, CancellationToken stop)
    {
        try
        {
            var address = new Uri(due.Url);
            var known = due.Sha256 is { } sha && IsStored(sha) ? due.Validators : null;
            var file = address.IsFile ? LocalFile.Read(address.LocalPath, store, limits, known) : await _downloads.FetchAsync(address, politeness, known, stop);
            if (file is null || (file.Sha256 == due.Sha256 && known is not null && file.Validators == due.Validators))
            {
                book.Unchanged(due.Url);
                return (SourceOutcome.None with { Unchanged = 1 }, null);
            }

            var members = file.Kind == FileKind.Zip ? ZipContent.Unpack(store.PathOf(file.Sha256, "zip"), store, limits) : [];
            book.Fetched(due.Url, due.Sha256, file, members);
            if (file.Sha256 == due.Sha256) return (SourceOutcome.None with { Unchanged = 1 }, null);
            var what = file.Kind == FileKind.Zip ? $"an archive with {members.Count(m => m.Sha256 is not null)} PDFs" : "a PDF";
            return (SourceOutcome.None with { Stored = 1 }, $"{(due.Sha256 is null ? "new" : "changed")}: {what}, {file.Bytes} bytes");
        }
        catch (FetchException e) when (e.Code != NightBudget.SpentCode)
        {
            book.Failed(due.Url, e);
            return (e.Code switch
            {
                "gone" => SourceOutcome.None with { Gone = 1 },
                "unhandled" => SourceOutcome.None,
                _ when e.IsRefusal => SourceOutcome.None with { Refused = 1 },
                _ => SourceOutcome.None with { Failures = 1 },
            }, e.Message);
        }
    }

    private bool IsStored(string sha256) => File.Exists(store.PathOf(sha256, "pdf")) || File.Exists(store.PathOf(sha256, "zip"));
}
