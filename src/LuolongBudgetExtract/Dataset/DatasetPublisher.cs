using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace LuolongBudgetExtract.Dataset;

/// <summary>What a publication left behind.</summary>
public sealed record PublishedDataset(ImmutableArray<PublishedFile> Files, RunCounts Counts);

/// <summary>Writes the whole output folder of a run: dataset, reconciliation.jsonl, datapackage.json, run.json.</summary>
public static class DatasetPublisher
{
    /// <summary>
    /// Makes <paramref name="outFolder"/> hold exactly these documents. The same documents give the same bytes (run.json aside), and a file
    /// whose content does not change is not touched. Holds two documents and one row group a table in memory.
    /// </summary>
    /// <param name="documents">In any order, each document once.</param>
    /// <exception cref="ArgumentException">A document is named twice.</exception>
    /// <exception cref="InvalidDataException">A loaded document is not the one that its reference names, or contradicts itself.</exception>
    /// <exception cref="IOException">The disk refuses. A partition whose turn had not come is as before; run.json is written last.</exception>
    public static async Task<PublishedDataset> PublishAsync(
        string outFolder, IReadOnlyList<DocumentRef> documents, RunFacts run, CancellationToken cancellation = default)
    {
        if (documents.GroupBy(d => d.DocumentId).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"the document {twice.Key} is named {twice.Count()} times", nameof(documents));

        using var logFile = new AtomicFile(Path.Combine(outFolder, "reconciliation.jsonl"));
        using var log = new ReconciliationLog(logFile.Stream);
        using var reportFile = new AtomicFile(Path.Combine(outFolder, "run.json"));
        using var report = new RunReport(reportFile.Stream, run);

        // Known years ascending, then unknown.
        var years = documents.GroupBy(d => d.FiscalYear).OrderBy(g => g.Key ?? int.MaxValue).ToList();
        var files = new List<PublishedFile>();
        foreach (var year in years)
            files.AddRange(await WritePartition(outFolder, year.Key, year, log, report, cancellation));
        files.AddRange(await WriteEmptyTables(outFolder, files, Partition.Of(years.Count == 0 ? null : years[0].Key)));
        Partition.RemoveOthers(outFolder, files.Select(f => f.Path).ToHashSet());

        logFile.Seal();
        var logSums = await Sums("reconciliation.jsonl", logFile.TemporaryPath, files.Where(f => f.Table == ChecksTable.Schema.Name).Sum(f => f.Rows));
        logFile.Commit();
        using var packageFile = new AtomicFile(Path.Combine(outFolder, "datapackage.json"));
        DataPackage.Write(packageFile.Stream, files, logSums);
        packageFile.Commit();
        report.Finish();
        reportFile.Commit();
        return new PublishedDataset([.. files], report.Counts);
    }

    private static async Task<ImmutableArray<PublishedFile>> WritePartition(
        string outFolder, int? fiscalYear, IEnumerable<DocumentRef> documents, ReconciliationLog log, RunReport report, CancellationToken cancellation)
    {
        var partition = Partition.Of(fiscalYear);
        using var writer = new DatasetWriter(outFolder, partition);
        await foreach (var rows in Rows([.. documents.OrderBy(d => d.DocumentId, StringComparer.Ordinal)], cancellation))
        {
            await writer.Add(rows);
            log.Add(rows);
            report.Add(rows, partition);
        }

        return await writer.Commit();
    }

    /// <summary>The rows of each document in turn. The next one is loaded while this one is written, so a second core halves the time.</summary>
    private static async IAsyncEnumerable<DatasetRows> Rows(
        ImmutableArray<DocumentRef> documents, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = Task.Run(() => Load(documents[0]), cancellation);
        for (var i = 1; i <= documents.Length; i++)
        {
            var rows = await next;
            if (i < documents.Length)
            {
                var reference = documents[i];
                next = Task.Run(() => Load(reference), cancellation);
            }

            yield return rows;
        }
    }

    private static DatasetRows Load(DocumentRef reference)
    {
        var document = reference.Load();
        if (document.DocumentId == reference.DocumentId && document.Facts.FiscalYear == reference.FiscalYear)
            return DatasetRows.Of(document, reference.Source);
        throw new InvalidDataException(
            $"{reference.DocumentId} of fiscal year {Partition.Of(reference.FiscalYear)} was asked for, "
            + $"{document.DocumentId} of fiscal year {Partition.Of(document.Facts.FiscalYear)} was loaded");
    }

    /// <summary>
    /// read_parquet fails on a pattern without files, so a table that has no rows at all gets one file without rows. It stands in a
    /// partition that exists anyway: in fiscal_year=unknown it would turn the years of every query from numbers to text.
    /// </summary>
    private static async Task<ImmutableArray<PublishedFile>> WriteEmptyTables(string outFolder, IEnumerable<PublishedFile> files, string partition)
    {
        using var writer = new DatasetWriter(outFolder, partition);
        await writer.CreateEmpty(DatasetSchema.Tables.Select(t => t.Name).Except(files.Select(f => f.Table)).ToHashSet());
        return await writer.Commit();
    }

    private static async Task<PublishedFile> Sums(string path, string content, long rows)
    {
        using var stream = File.OpenRead(content);
        return new PublishedFile("reconciliation", path, rows, stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)));
    }
}
