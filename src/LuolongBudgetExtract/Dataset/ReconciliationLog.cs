using System.Text.Json;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Writes reconciliation.jsonl: one check a line, the fields of the table <c>checks</c>.</summary>
internal sealed class ReconciliationLog : IDisposable
{
    private readonly Stream _stream;
    private readonly Utf8JsonWriter _json;

    public ReconciliationLog(Stream stream)
    {
        _stream = stream;
        _json = new Utf8JsonWriter(stream, JsonRow.Options(indented: false));
    }

    public void Add(DatasetRows rows)
    {
        foreach (var check in rows.Checks)
        {
            JsonRow.Write(_json, ChecksTable.Schema.Columns, check);
            _json.Flush();
            _json.Reset();
            _stream.WriteByte((byte)'\n');
        }
    }

    public void Dispose() => _json.Dispose();
}
