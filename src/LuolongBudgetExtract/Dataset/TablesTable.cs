using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Rows;
using F = LuolongBudgetExtract.Dataset.Fields<LuolongBudgetExtract.Dataset.TableRow>;

namespace LuolongBudgetExtract.Dataset;

/// <summary>One logical table with its place in the dataset.</summary>
/// <param name="Department">The table's own, else the document's.</param>
internal sealed record TableRow(string DocumentId, string TableId, TypedTable Table, string? Department);

/// <summary>The table <c>tables</c>.</summary>
internal static class TablesTable
{
    public static TableSchema<TableRow> Schema { get; } = new(
        "tables", "One logical table a row, over all pages that it runs over.", ["table_id"],
        [
            F.Text("table_id", "<document_id>/<n>, n from 1 in reading order.", r => r.TableId),
            F.Text("document_id", "The document.", r => r.DocumentId),
            F.OptionalText("department", "Department named at the table, else that of the document where no table names another.", r => r.Department),
            F.Text("form", "Canonical form id, or other.", r => r.Table.Form),
            F.OptionalText("form_label", "Label as printed, e.g. 预算03表; never used to recognise the form.", r => r.Table.FormLabel),
            F.OptionalText("title", "Title as printed.", r => r.Table.Title),
            F.OptionalText("unit", "Unit of the amounts (元, 万元, 亿元 …); null when the document does not tell.", r => r.Table.Unit),
            F.OptionalText("unit_source", "Where the unit comes from; null when there is none.", r => r.Table.UnitSource, ["printed", "inherited", "inferred"]),
            F.Integer("first_page", "Page where the table begins, from 1.", r => r.Table.FirstPage),
            F.Integer("last_page", "Page where the table ends, from 1.", r => r.Table.LastPage),
            F.TextList("columns", "Header path of every leaf column, parts joined with |.", r => [.. r.Table.Columns.Select(c => c.PathText)]),
            F.Integer("header_rows", "Printed rows of the header.", r => r.Table.HeaderRows),
            F.Integer("body_rows", "Printed rows of the body.", r => r.Table.Rows.Select(x => x.RowIndex).Distinct().Count()),
            F.Boolean("empty", "True for a form that is published without data.", r => r.Table.IsEmpty),
            F.OptionalText("note", "Note that belongs to the table, as printed.", r => r.Table.Note),
            F.Text("method", "How the lattice was found.", r => Names.Of(r.Table.Method), Names.All<GridMethod>()),
            F.Integer("unassigned_glyphs", "Glyphs in the region of the table that stand in no cell; 0 for grade A.", r => r.Table.Unassigned),
            F.OptionalText("scope", "Whose money the table tells of, as in documents; null when neither it nor the document tells.",
                r => r.Table.Scope is { } scope ? Names.Of(scope) : null, Names.All<Scope>()),
            F.OptionalText("form_source", "Who recognised the form: declared patterns, or a trained model where these abstain; null for other.",
                r => r.Table.Form == Forms.FormCatalog.Other ? null : Sources.Of(r.Table.FormConfidence), Sources.All),
            F.OptionalNumber("form_confidence", "Of the model, between 0 and 1: the share of proposals as sure as this that are right on places that it never saw.",
                r => r.Table.FormConfidence),
        ]);
}
