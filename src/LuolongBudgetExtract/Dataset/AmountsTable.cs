using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Rows;
using F = LuolongBudgetExtract.Dataset.Fields<LuolongBudgetExtract.Dataset.AmountRow>;

namespace LuolongBudgetExtract.Dataset;

/// <summary>What the checks say about an amount, from good to bad.</summary>
internal enum CheckStatus { Unchecked, Exact, WithinRounding, Inconsistent }

/// <summary>One printed amount with everything that it needs to answer a question alone.</summary>
internal sealed record AmountRow(
    TableRow Table, string? DepartmentCode, DocumentFacts Facts, BodyRow Body, LeafColumn Column, Amount Amount, string AmountId,
    CheckStatus CheckStatus)
{
    /// <summary>Those of the row, with the economic item that the column names where the row names none.</summary>
    public RowDimensions Dimensions => (Column.EconomicCode, Body.Row.Dimensions) switch
    {
        ({ } code, { GovEconCode: null } row) when CodeText.Classify(code) == CodeSystem.GovEcon => row with { GovEconCode = code, GovEconName = CodeLists.GovEcon(code)?.Name },
        ({ } code, { DeptEconCode: null } row) when CodeText.Classify(code) == CodeSystem.DeptEcon => row with { DeptEconCode = code, DeptEconName = CodeLists.DeptEcon(code)?.Name },
        (_, var row) => row,
    };

    /// <summary>What the amount means: its own names in a form, else its column's.</summary>
    public ColumnMeaning Means => Amount.Meaning ?? new(Column.Kind, Column.Measure, Column.Fund, Column.Period, Column.Side, Column.MeasureConfidence);
}

/// <summary>The table <c>amounts</c>.</summary>
internal static class AmountsTable
{
    public static TableSchema<AmountRow> Schema { get; } = new(
        "amounts", "One printed amount a row, with the dimensions of its row; a blank cell is no row, a printed 0.00 is.", ["amount_id"],
        [
            F.Text("amount_id", "<row_id>/<column_index>.", r => r.AmountId),
            F.Text("row_id", "The row.", r => r.Body.RowId),
            F.Text("table_id", "The table.", r => r.Table.TableId),
            F.Text("document_id", "The document.", r => r.Table.DocumentId),
            F.OptionalText("department", "Department named at the table, else that of the document where no table names another.", r => r.Table.Department),
            F.OptionalText("department_code", "Code of that department as printed.", r => r.DepartmentCode),
            F.OptionalText("division_code", "Administrative division, GB/T 2260, 6 digits.", r => r.Facts.DivisionCode),
            F.Text("kind", "What is published: a budget (预算), a final account (决算) or something else.", r => r.Facts.Kind, DocumentsTable.Kinds),
            F.Text("form", "Canonical form id, or other.", r => r.Table.Table.Form),
            F.OptionalText("form_label", "Label as printed, e.g. 预算03表.", r => r.Table.Table.FormLabel),
            F.OptionalText("side", "Revenue (收入) or expenditure (支出); null for balances.",
                r => !r.Means.HasNoSide && (r.Means.Side ?? r.Body.Row.Side) is { } side ? Names.Of(side) : null, Names.All<Side>()),
            F.Text("role", "What the row is.", r => Names.Of(r.Body.Row.BestRole), Names.All<RowRole>()),
            F.OptionalText("label", "Item name of the row.", r => r.Body.Row.Label),
            .. DimensionFields.Of<AmountRow>(r => r.Dimensions),
            F.Integer("column_index", "Leaf column, from 0.", r => r.Amount.Column),
            F.Text("column_path", "Header path of the column, parts joined with |.", r => r.Amount.Path ?? r.Column.PathText),
            F.OptionalText("measure", "Canonical id of what the column means, e.g. basic.personnel.wages.", r => r.Means.Measure),
            F.OptionalText("fund", "Source of the money, e.g. general_public_budget.", r => r.Means.Fund),
            F.OptionalText("period", "current, carried_over, prior_year …", r => r.Means.Period),
            F.Text("raw_text", "The amount as printed, untouched.", r => r.Amount.RawText),
            F.Decimal("amount", "The amount in its unit.", r => r.Amount.Value, "as in the field unit"),
            F.OptionalText("unit", "Unit of the amount; null when the document does not tell.", r => r.Amount.Unit),
            F.OptionalDecimal("amount_yuan", "The amount in yuan; null when the unit is not one of 元, 千元, 万元, 百万元, 亿元.",
                r => Yuan.Of(r.Amount.Value, r.Amount.Unit), "元", 24, 4),
            F.Integer("decimals", "Digits printed after the decimal point.", r => r.Amount.Decimals),
            F.Integer("page", "Page, from 1.", r => r.Amount.Page),
            .. F.Box("the printed amount", r => r.Amount.Box),
            F.Text("source", "Where the text comes from.", r => r.Table.Table.Method == GridMethod.Ocr ? "ocr" : "text", ["text", "ocr"]),
            F.Number("confidence", "1 for text, the recogniser's between 0 and 1 for OCR.", r => r.Amount.Confidence),
            F.Text("check_status", "Worst outcome of the checks that use the amount; inconsistent only by a check of severity error.", r => Names.Of(r.CheckStatus), Names.All<CheckStatus>()),
            F.OptionalText("measure_source", "Who understood the header: declared words, or a trained model where these abstain; null without a measure.",
                r => r.Means.Measure is null ? null : Sources.Of(r.Means.MeasureConfidence), Sources.All),
            F.OptionalNumber("measure_confidence", "Of the model, as in tables.", r => r.Means.MeasureConfidence),
        ]);
}
