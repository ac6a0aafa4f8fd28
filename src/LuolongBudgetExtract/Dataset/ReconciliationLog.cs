using System.Buffers;
using System.Text.Json;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Writes reconciliation.jsonl: one check a line, the fields of the table <c>checks</c>.</summary>
internal sealed class ReconciliationLog : IDisposable
{
    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _line = new(); // a writer on the stream itself would flush the stream with every line
    private readonly Utf8JsonWriter _json;

    public ReconciliationLog(Stream stream)
    {
        _stream = stream;
        _json = new Utf8JsonWriter(_line, JsonRow.Options(indented: false));
    }

    public void Add(DatasetRows rows)
    {
        foreach (var check in rows.Checks)
        {
            JsonRow.Write(_json, ChecksTable.Schema.Columns, check);
            _json.Flush();
            _json.Reset();
            _line.Write("\n"u8);
            _stream.Write(_line.WrittenSpan);
            _line.ResetWrittenCount();
        }
    }

    public void Dispose() => _json.Dispose();
}
