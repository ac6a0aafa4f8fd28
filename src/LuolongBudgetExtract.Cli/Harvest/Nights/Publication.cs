using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LuolongBudgetExtract.Cli.Batch;
using LuolongBudgetExtract.Cli.Harvest.Files;
using LuolongBudgetExtract.Cli.Harvest.Ledger;
using LuolongBudgetExtract.Cli.Inputs;
using LuolongBudgetExtract.Cli.Store;

namespace LuolongBudgetExtract.Cli.Harvest.Nights;

/// <summary>From the ledger to the dataset: extracts what this build has not extracted yet and publishes all documents. Does nothing at all when
/// documents, sources, build and configuration are those of the last publication.</summary>
internal static class Publication
{
    public static async Task<(bool Published, RunReport? Report)> RunAsync(
        HarvestPlan plan, Composition composition, LedgerFile ledger, long night, Action<string> tell, CancellationToken stop)
    {
        var documents = HarvestedDocuments.Of(ledger);
        var build = Path.GetFileName(ResultStore.Open(plan.Output, plan.Settings.ConfigurationHash).Folder);
        var fingerprint = Fingerprint(documents, build);
        if (documents.IsEmpty || IsLast(ledger, fingerprint, plan.Output)) return (false, null);

        var store = new FileStore(plan.Output);
        var files = documents.Select(d => new InputFile(FileStore.NameOf(d.Sha256, "pdf"), store.PathOf(d.Sha256, "pdf"), Length(store, d.Sha256))
        {
            DocumentId = d.Sha256,
            Source = d.Source,
        }).ToImmutableArray();
        var jobs = plan.Settings.Settings.Jobs == 0 ? Environment.ProcessorCount : plan.Settings.Settings.Jobs;
        var batch = new BatchPlan(files, plan.Output, Math.Min(jobs, files.Length), Fresh: false, plan.Settings, plan.Worker);
        var report = await BatchRun.RunHeldAsync(batch, composition, plan.Surroundings.Time, happened => Tell(happened, tell), stop);
        Record(ledger, report, build, fingerprint, night);
        return (true, report);
    }

    private static void Tell(BatchEvent happened, Action<string> tell)
    {
        if (happened is BatchEvent.FileDone { Document: { Reused: false } document }) tell(Progress.Words.Line(document));
    }

    // Failed documents are tried again: their cause may have been the machine.
    private static bool IsLast(LedgerFile ledger, string fingerprint, string output) =>
        File.Exists(Path.Combine(output, "datapackage.json")) && File.Exists(Path.Combine(output, "run.json"))
        && ledger.Read("SELECT fingerprint, failed FROM publications ORDER BY rowid DESC LIMIT 1", r => r.GetString(0) == fingerprint && r.GetInt32(1) == 0) is [true];

    private static void Record(LedgerFile ledger, RunReport report, string build, string fingerprint, long night) => ledger.Together(() =>
    {
        foreach (var document in report.Documents.Where(d => d is { DocumentId: not null, Summary: not null }))
        {
            var summary = document.Summary!;
            ledger.Run("""
                INSERT INTO extractions VALUES (@1, @2, @3, @4, @5, @6, @7, @8)
                ON CONFLICT (sha256, build) DO UPDATE SET night = @3, outcome = @4, reason = @5, fiscal_year = @6, kind = @7, division_code = @8
                WHERE outcome <> @4 OR reason IS NOT @5
                """,
                document.DocumentId, build, night, summary.Outcome.ToString().ToLowerInvariant(), summary.Reason, summary.FiscalYear, summary.Kind, summary.DivisionCode);
        }

        ledger.Run("INSERT INTO publications VALUES (@1, @2, @3, @4, @5)",
            night, LedgerFile.Time(report.Finished), fingerprint, report.Documents.Length, report.Count(Outcome.Failed));
    });

    private static string Fingerprint(ImmutableArray<HarvestedDocument> documents, string build)
    {
        var text = new StringBuilder(build).Append('\n');
        foreach (var d in documents) text.Append(d).Append('\n'); // A record prints all that it holds.
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static long Length(FileStore store, string sha256) => new FileInfo(store.PathOf(sha256, "pdf")) is { Exists: true } info ? info.Length : 0;
}
