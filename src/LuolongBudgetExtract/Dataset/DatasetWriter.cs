using System.Collections.Immutable;

namespace LuolongBudgetExtract.Dataset;

/// <summary>
/// Writes the files of one partition, a document at a time. Nothing appears before <see cref="Commit"/>;
/// disposed without it (an exception, a cancellation), the partition stays as it was.
/// </summary>
internal sealed class DatasetWriter : IDisposable
{
    private readonly TableFile<DocumentRow> _documents;
    private readonly TableFile<TableRow> _tables;
    private readonly TableFile<BodyRow> _rows;
    private readonly TableFile<AmountRow> _amounts;
    private readonly TableFile<IndicatorRow> _indicators;
    private readonly TableFile<StatementRow> _statements;
    private readonly TableFile<CheckRow> _checks;
    private readonly ImmutableArray<(string Table, TableFile File)> _files;

    public DatasetWriter(string outFolder, string partition)
    {
        _documents = new(outFolder, DocumentsTable.Schema, partition);
        _tables = new(outFolder, TablesTable.Schema, partition);
        _rows = new(outFolder, RowsTable.Schema, partition);
        _amounts = new(outFolder, AmountsTable.Schema, partition);
        _indicators = new(outFolder, IndicatorsTable.Schema, partition);
        _statements = new(outFolder, StatementsTable.Schema, partition);
        _checks = new(outFolder, ChecksTable.Schema, partition);
        _files =
        [
            (DocumentsTable.Schema.Name, _documents), (TablesTable.Schema.Name, _tables), (RowsTable.Schema.Name, _rows),
            (AmountsTable.Schema.Name, _amounts), (IndicatorsTable.Schema.Name, _indicators),
            (StatementsTable.Schema.Name, _statements), (ChecksTable.Schema.Name, _checks),
        ];
    }

    public async Task Add(DatasetRows rows)
    {
        await _documents.Add([rows.Document]);
        await _tables.Add(rows.Tables);
        await _rows.Add(rows.Rows);
        await _amounts.Add(rows.Amounts);
        await _indicators.Add(rows.Indicators);
        await _statements.Add(rows.Statements);
        await _checks.Add(rows.Checks);
    }

    /// <summary>Begins a file without rows for these tables.</summary>
    public async Task CreateEmpty(IReadOnlySet<string> tables)
    {
        foreach (var (table, file) in _files)
        {
            if (tables.Contains(table)) await file.Create();
        }
    }

    /// <summary>Lets all files of the partition appear, none before all are on the disk.</summary>
    public async Task<ImmutableArray<PublishedFile>> Commit()
    {
        var published = ImmutableArray.CreateBuilder<PublishedFile>();
        foreach (var (_, file) in _files)
        {
            if (await file.Seal() is { } sealedFile) published.Add(sealedFile);
        }

        foreach (var (_, file) in _files) file.Commit();
        return published.ToImmutable();
    }

    public void Dispose()
    {
        foreach (var (_, file) in _files) file.Dispose();
    }
}
