using System.Text.Json;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Writes run.json: what ran, every document with its outcome, the counts last because documents stream by.</summary>
internal sealed class RunReport : IDisposable
{
    private readonly Utf8JsonWriter _json;

    public RunReport(Stream stream, RunFacts run)
    {
        _json = new Utf8JsonWriter(stream, JsonRow.Options(indented: true));
        _json.WriteStartObject();
        _json.WriteNumber("contract_version", DatasetSchema.ContractVersion);
        _json.WriteString("pipeline_version", Pipeline.Version);
        _json.WriteString("configuration_hash", run.ConfigurationHash);
        _json.WriteString("started_at", run.StartedAt);
        _json.WriteString("finished_at", run.FinishedAt);
        _json.WriteNumber("seconds", (decimal)(run.FinishedAt - run.StartedAt).TotalMilliseconds / 1000);
        _json.WriteStartArray("other_inputs");
        foreach (var input in run.OtherInputs)
        {
            _json.WriteStartObject();
            _json.WriteString("source_file", input.SourceFile);
            _json.WriteString("duplicate_of", input.DuplicateOf);
            _json.WriteString("reason", input.Reason);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray("documents");
    }

    public RunCounts Counts { get; private set; } = RunCounts.None;

    public void Add(DatasetRows rows, string partition)
    {
        Counts = Counts.Add(rows);
        var (row, document) = (rows.Document, rows.Document.Document);
        _json.WriteStartObject();
        _json.WriteString("document_id", document.DocumentId);
        _json.WriteString("source_file", document.SourceFile);
        _json.WriteString("fiscal_year", partition);
        _json.WriteString("outcome", Names.Of(document.Outcome));
        _json.WriteString("outcome_reason", document.OutcomeReason);
        _json.WriteString("grade", document.Grade.ToString());
        _json.WriteNumber("pages", document.Pages);
        _json.WriteNumber("tables", row.Tables);
        _json.WriteNumber("rows", rows.Rows.Length);
        _json.WriteNumber("amounts", row.Amounts);
        _json.WriteNumber("unassigned_glyphs", document.Tables.Sum(t => t.Unassigned));
        Texts("unplaced_numbers", document.Tables.SelectMany(t => t.Unplaced));
        var outside = document.OutsideDigits;
        _json.WriteStartObject("outside_digits");
        _json.WriteNumber("title", outside.Title);
        _json.WriteNumber("note", outside.Note);
        _json.WriteNumber("footer", outside.Footer);
        _json.WriteNumber("narrative", outside.Narrative);
        _json.WriteNumber("unaccounted", outside.Unaccounted);
        _json.WriteEndObject();
        Texts("warnings", document.Warnings);
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <summary>Writes the counts and ends the file.</summary>
    public void Finish()
    {
        _json.WriteEndArray();
        _json.WriteStartObject("counts");
        _json.WriteNumber("documents", Counts.Documents);
        _json.WriteNumber("extracted", Counts.Extracted);
        _json.WriteNumber("rejected", Counts.Rejected);
        _json.WriteNumber("failed", Counts.Failed);
        _json.WriteNumber("grade_a", Counts.GradeA);
        _json.WriteNumber("grade_b", Counts.GradeB);
        _json.WriteNumber("grade_c", Counts.GradeC);
        _json.WriteNumber("grade_d", Counts.GradeD);
        _json.WriteNumber("tables", Counts.Tables);
        _json.WriteNumber("rows", Counts.Rows);
        _json.WriteNumber("amounts", Counts.Amounts);
        _json.WriteNumber("checks_exact", Counts.ChecksExact);
        _json.WriteNumber("checks_within_rounding", Counts.ChecksWithinRounding);
        _json.WriteNumber("checks_inconsistent", Counts.ChecksInconsistent);
        _json.WriteNumber("checks_blocked", Counts.ChecksBlocked);
        _json.WriteNumber("unaccounted_digits", Counts.UnaccountedDigits);
        _json.WriteNumber("proposed_by_model", Counts.ProposedByModel);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Dispose();
    }

    public void Dispose() => _json.Dispose();

    private void Texts(string name, IEnumerable<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts) _json.WriteStringValue(text);
        _json.WriteEndArray();
    }
}
