using System.Collections.Immutable;
using LuolongBudgetExtract.Pages;
using F = LuolongBudgetExtract.Dataset.Fields<LuolongBudgetExtract.Dataset.DocumentRow>;

namespace LuolongBudgetExtract.Dataset;

/// <summary>One document with what its checks came to.</summary>
internal sealed record DocumentRow(
    Extraction Document, DocumentSource Source, int Tables, int Amounts, int Exact, int WithinRounding, int Inconsistent,
    int Indicators, int IndicatorsUnread);

/// <summary>The table <c>documents</c>.</summary>
internal static class DocumentsTable
{
    public static ImmutableArray<string> Kinds { get; } = ["budget", "final_account", "other"];

    public static TableSchema<DocumentRow> Schema { get; } = new(
        "documents", "One PDF a row, whatever its outcome.", ["document_id"],
        [
            F.Text("document_id", "SHA-256 of the PDF, lower-case hex.", r => r.Document.DocumentId),
            F.Text("source_file", "Path of the PDF as given to the run.", r => r.Document.SourceFile),
            F.OptionalText("source_url", "Address that the PDF was fetched from.", r => r.Source.Url),
            F.OptionalText("retrieved_at", "When the PDF was fetched, ISO 8601 in UTC.", r => r.Source.RetrievedAtText),
            F.Long("bytes", "Size of the PDF.", r => r.Document.Bytes, "byte"),
            F.Integer("pages", "Pages of the PDF.", r => r.Document.Pages),
            F.OptionalText("producer", "Producer that the PDF names.", r => r.Document.Producer),
            F.Text("kind", "What is published: a budget (预算), a final account (决算) or something else.", r => r.Document.Facts.Kind, Kinds),
            F.OptionalText("division_code", "Administrative division, GB/T 2260, 6 digits.", r => r.Document.Facts.DivisionCode),
            F.OptionalText("division_name", "Name of the administrative division.", r => r.Document.Facts.DivisionName),
            F.OptionalText("department", "Department or unit that publishes the document; null for a budget of a government as a whole.", r => r.Document.Facts.Department),
            F.OptionalText("department_code", "Code of that department as printed.", r => r.Document.Facts.DepartmentCode),
            F.Text("text_layer", "How usable the text layer is.", r => Names.Of(r.Document.TextLayer), Names.All<TextLayer>()),
            F.Integer("tables", "Logical tables found.", r => r.Tables),
            F.Integer("amounts", "Printed amounts found.", r => r.Amounts),
            F.Integer("checks_exact", "Checks that hold to the last digit.", r => r.Exact),
            F.Integer("checks_within_rounding", "Checks that hold within the rounding of the printed digits.", r => r.WithinRounding),
            F.Integer("checks_inconsistent", "Checks that do not hold.", r => r.Inconsistent),
            F.Text("grade", "A: every amount is accounted for and every check that applies holds; B: as A, but the document contradicts itself; "
                + "C: something could not be read or matched; D: rejected or failed.", r => r.Document.Grade.ToString(), ["A", "B", "C", "D"]),
            F.Text("outcome", "How the document ended.", r => Names.Of(r.Document.Outcome), Names.All<Outcome>()),
            F.OptionalText("outcome_reason", "Why it was rejected or failed: code and cause.", r => r.Document.OutcomeReason),
            F.Text("pipeline_version", "Version of the pipeline that read the document.", _ => Pipeline.Version),
            F.OptionalText("scope", "Whose money the document tells of: a government as a whole, a department with all its units (部门预算, 汇总), or one unit "
                + "(单位预算, 本级); null when it does not tell.", r => r.Document.Facts.Scope is { } scope ? Names.Of(scope) : null, Names.All<Scope>()),
            F.OptionalText("kind_evidence", "Page and printed text that tell the kind.", r => Said(r.Document.Facts.Evidence.Kind)),
            F.OptionalText("fiscal_year_evidence", "Page and printed text that tell the fiscal year.", r => Said(r.Document.Facts.Evidence.FiscalYear)),
            F.OptionalText("department_evidence", "Page and printed text that tell the department.", r => Said(r.Document.Facts.Evidence.Department)),
            F.OptionalText("division_evidence", "Page and printed text that tell the division: its name, names of its counties, or the code of a project.",
                r => Said(r.Document.Facts.Evidence.Division)),
            F.Integer("indicators", "Performance indicators found.", r => r.Indicators),
            F.Integer("indicators_unread", "Names of indicators without a target, or targets without a name, that are not among the indicators.", r => r.IndicatorsUnread),
            F.OptionalText("source_status", "Whether the publisher's address still gives this PDF; null when it was not harvested. Sums over documents want `current` ones only.",
                r => r.Source.Status is { } status ? Names.Of(status) : null, Names.All<SourceStatus>()),
            F.OptionalText("source_status_reason", "What was seen that made it no longer current.", r => r.Source.StatusReason),
            F.OptionalText("replaced_by", "document_id of the PDF that the address gives instead.", r => r.Source.ReplacedBy),
        ]);

    private static string? Said(Evidence? evidence) => evidence is null ? null : $"p{evidence.Page}: {evidence.Text}";
}
