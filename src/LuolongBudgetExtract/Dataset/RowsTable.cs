using LuolongBudgetExtract.Rows;
using F = LuolongBudgetExtract.Dataset.Fields<LuolongBudgetExtract.Dataset.BodyRow>;

namespace LuolongBudgetExtract.Dataset;

/// <summary>One body row with its place in the dataset.</summary>
internal sealed record BodyRow(string DocumentId, string TableId, string RowId, TypedRow Row);

/// <summary>The table <c>rows</c>.</summary>
internal static class RowsTable
{
    public static TableSchema<BodyRow> Schema { get; } = new(
        "rows", "One body row of one table a row; the two sides of a 收支 form are two rows with the same row_index.", ["row_id"],
        [
            F.Text("row_id", "<table_id>/<n>, n from 1 in reading order.", r => r.RowId),
            F.Text("table_id", "The table.", r => r.TableId),
            F.Text("document_id", "The document.", r => r.DocumentId),
            F.Integer("row_index", "Printed body row, from 0.", r => r.Row.RowIndex),
            F.Integer("page", "Page, from 1.", r => r.Row.Page),
            F.Text("role", "What the row is.", r => Names.Of(r.Row.BestRole), Names.All<RowRole>()),
            F.OptionalText("label", "Item name of the row.", r => r.Row.Label),
            F.OptionalInteger("level", "Depth in the hierarchy, 0 the total; null when the form has none.", r => r.Row.Level),
            F.OptionalText("parent_row_id", "The row that this row is a part of.", r => r.Row.Parent is { } p ? Identifiers.Row(r.TableId, p) : null),
            .. DimensionFields.Of<BodyRow>(r => r.Row.Dimensions),
            F.OptionalText("project_type", "Type of the project (项目类别).", r => r.Row.Dimensions.ProjectType),
            F.TextList("cells", "Text of every leaf column, '' for blank and for columns of the other side.", r => r.Row.Cells),
            F.Text("role_source", "Who told the role: a declared rule, nobody (an item of which only the label is known), or a trained model.",
                r => Names.Of(r.Row.RoleSource), Names.All<RoleSource>()),
            F.OptionalNumber("role_confidence", "Of the model, as in tables.", r => r.Row.Proposal?.Confidence),
        ]);
}
