using System.Collections.Immutable;
using LuolongBudgetExtract.Documents;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Narrative;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Reconciliation.Causes;
using LuolongBudgetExtract.Regions;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract;

/// <summary>The whole way of one document: PDF in, <see cref="Extraction"/> out. Pure: no clock, no network, no database.</summary>
public static class Pipeline
{
    /// <summary>The version in Directory.Build.props: changes when the same PDF would give another dataset; a stored result of another version is not reused.</summary>
    public static string Version { get; } = typeof(Pipeline).Assembly.GetName().Version!.ToString(3);

    /// <summary>Reads one PDF. Never throws for bad input: the outcome and its reason are in the result.</summary>
    /// <param name="pdf">The whole file.</param>
    /// <param name="documentId">SHA-256 of <paramref name="pdf"/>, lower-case hex.</param>
    /// <param name="sourceFile">Path as given to the run; kept, never interpreted.</param>
    /// <param name="options">The options of every stage, from pipeline.json.</param>
    /// <param name="pageRead">Told the number of each page that was read: the sign of life of a long document.</param>
    public static Extraction Extract(byte[] pdf, string documentId, string sourceFile, PipelineOptions options, Action<int>? pageRead = null)
    {
        SourcePages source;
        try
        {
            source = PdfPages.Read(pdf, options.Reading, pageRead);
        }
        catch (UnreadablePdfException e)
        {
            var outcome = e.Cause is "damaged" or "limit" ? Outcome.Failed : Outcome.Rejected;
            return Unread(outcome, e.Message, 0, null, TextLayer.None, []);
        }
        var reason = source.TextLayer switch
        {
            TextLayer.None => "no_text_layer: the pages are pictures (a scan); OCR is not part of this version",
            TextLayer.Unusable => "text_layer_unusable: the fonts do not tell what their glyphs mean (no ToUnicode)",
            _ => null,
        };
        if (reason is not null) return Unread(Outcome.Rejected, reason, source.Pages.Length, source.Producer, source.TextLayer, source.Alarms);

        var (logical, outside) = DocumentTables.Read(source.Pages.Select(TableRegions.Find).Select(p => (p, p.Regions.Select(Lattice.Build).ToImmutableArray())));
        var forms = logical.Select(TableTyper.Evidence).Select(e => Proposals.Form(e, FormRecogniser.Recognise(e))).ToImmutableArray();
        var (facts, owners) = DocumentFactsReader.Read(logical, forms, outside);
        var tables = DocumentTyper.Type(logical, forms, owners, facts.FiscalYear, facts.Kind == "final_account");
        var statements = NarrativeReader.Read(outside, owners, facts);
        var checks = CauseLog.Explain(Reconciler.Check(tables, statements, facts.FiscalYear), tables);
        var digits = DigitAccount.Of(logical, outside);
        var grade = Grades.Of(tables, checks, source.TextLayer, source.Alarms, digits);
        return new Extraction(documentId, sourceFile, pdf.Length, source.Pages.Length, source.Producer, source.TextLayer, facts, tables, statements, checks,
            digits, grade, Outcome.Extracted, null, Warnings(source, tables));

        Extraction Unread(Outcome outcome, string why, int pages, string? producer, TextLayer layer, ImmutableArray<string> alarms) =>
            new(documentId, sourceFile, pdf.Length, pages, producer, layer, DocumentFacts.Unknown, [], [], [],
                new OutsideDigits(0, 0, 0, 0, 0), Grade.D, outcome, why, alarms);
    }

    private static ImmutableArray<string> Warnings(SourcePages source, ImmutableArray<TypedTable> tables) =>
        [.. source.Alarms, .. tables.SelectMany(t => t.Unplaced.Select(u => $"unplaced number in table {t.Number}: {u}")), .. tables.SelectMany(Proposed)];

    // What a model proposed is usable and marked; a reader should still know that it was not declared.
    internal static IEnumerable<string> Proposed(TypedTable table)
    {
        if (table.FormConfidence is { } form) yield return $"proposed by a model in table {table.Number}: form {table.Form} ({form})";
        foreach (var column in table.Columns.Where(c => c.MeasureConfidence is not null))
            yield return $"proposed by a model in table {table.Number}: measure {column.Measure} of {column.PathText} ({column.MeasureConfidence})";
        foreach (var role in table.Rows.Where(r => r.Proposal is not null).GroupBy(r => r.BestRole))
            yield return $"proposed by a model in table {table.Number}: role {role.Key} of {role.Count()} rows";
    }
}
