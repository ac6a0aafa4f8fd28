using System.Collections.Immutable;
using LuolongBudgetExtract.Indicators;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Dataset;

/// <summary>The rows that one document adds to each table of the dataset, in reading order.</summary>
internal sealed record DatasetRows(
    DocumentRow Document, ImmutableArray<TableRow> Tables, ImmutableArray<BodyRow> Rows, ImmutableArray<AmountRow> Amounts,
    ImmutableArray<IndicatorRow> Indicators, ImmutableArray<StatementRow> Statements, ImmutableArray<CheckRow> Checks)
{
    /// <summary>Projects a document onto the contract.</summary>
    /// <exception cref="InvalidDataException">An amount names a column, or a check a table, that does not exist.</exception>
    public static DatasetRows Of(Extraction document, DocumentSource? source = null)
    {
        var id = document.DocumentId;
        var status = Statuses(document.Checks);
        var tables = ImmutableArray.CreateBuilder<TableRow>(document.Tables.Length);
        var rows = ImmutableArray.CreateBuilder<BodyRow>();
        var amounts = ImmutableArray.CreateBuilder<AmountRow>();
        var indicators = ImmutableArray.CreateBuilder<IndicatorRow>();
        int unread = 0;
        foreach (var table in document.Tables)
        {
            var (department, departmentCode) = Department(table, document.Facts);
            var tableRow = new TableRow(id, Identifiers.Table(id, table.Number), table, department);
            tables.Add(tableRow);
            var columns = table.Columns.ToDictionary(c => c.Index);
            foreach (var row in table.Rows)
            {
                var body = new BodyRow(id, tableRow.TableId, Identifiers.Row(tableRow.TableId, row.Number), row);
                rows.Add(body);
                foreach (var amount in row.Amounts)
                {
                    if (!columns.TryGetValue(amount.Column, out var column))
                        throw new InvalidDataException($"{body.RowId}: the amount '{amount.RawText}' names column {amount.Column}, which the table has not");
                    amounts.Add(new AmountRow(tableRow, departmentCode, document.Facts, body, column, amount,
                        Identifiers.Amount(body.RowId, amount.Column), status.GetValueOrDefault((table.Number, row.Number, amount.Column))));
                }
            }

            var (found, left) = IndicatorReader.Read(table);
            indicators.AddRange(found.Select(i => new IndicatorRow(id, tableRow.TableId, Identifiers.Row(tableRow.TableId, i.Row), i)));
            unread += left;
        }

        return new DatasetRows(
            DocumentOf(document, source ?? DocumentSource.Unknown, amounts.Count, indicators.Count, unread), tables.ToImmutable(), rows.ToImmutable(), amounts.ToImmutable(),
            indicators.ToImmutable(), StatementsOf(document), ChecksOf(document));
    }

    private static DocumentRow DocumentOf(Extraction document, DocumentSource source, int amounts, int indicators, int unread)
    {
        int Count(CheckOutcome outcome) => document.Checks.Count(c => c.Outcome == outcome);
        return new DocumentRow(
            document, source, document.Tables.Length, amounts,
            Count(CheckOutcome.Exact), Count(CheckOutcome.WithinRounding), Count(CheckOutcome.Inconsistent), indicators, unread);
    }

    /// <summary>The table's department; the document's code goes only with the document's department.</summary>
    private static (string? Name, string? Code) Department(TypedTable table, DocumentFacts facts) =>
        (table.Department, table.DepartmentCode ?? (table.Department is not null && table.Department == facts.Department ? facts.DepartmentCode : null));

    private static ImmutableArray<StatementRow> StatementsOf(Extraction document) =>
        [.. document.Statements.Select(s => new StatementRow(document.DocumentId, Identifiers.Statement(document.DocumentId, s.Number), s))];

    private static ImmutableArray<CheckRow> ChecksOf(Extraction document)
    {
        var forms = document.Tables.ToDictionary(t => t.Number, t => t.Form);
        return [.. document.Checks.Select(check => new CheckRow(
            document.DocumentId, Identifiers.Check(document.DocumentId, check.Number), check,
            [.. check.Tables.Select(n => Form(check, n)).Distinct()],
            [.. check.Tables.Select(n => Identifiers.Table(document.DocumentId, n))],
            [.. check.Operands.Select(o => new OperandRow(AmountId(document.DocumentId, o), o.Statement is { } s ? Identifiers.Statement(document.DocumentId, s) : null, o))]))];

        string Form(Check check, int table) => forms.TryGetValue(table, out var form)
            ? form
            : throw new InvalidDataException($"{document.DocumentId}: check {check.Number} names table {table}, which the document has not");
    }

    /// <summary>Identity of the amount that an operand names; null when it names none (a blank cell).</summary>
    private static string? AmountId(string documentId, Operand operand) => operand is { Table: { } table, Row: { } row, Column: { } column }
        ? Identifiers.Amount(documentId, table, row, column)
        : null;

    /// <summary>The worst outcome of the checks that use each amount. A doubt (warning, info: another spelling, a rate) contradicts no amount.</summary>
    private static Dictionary<(int Table, int Row, int Column), CheckStatus> Statuses(ImmutableArray<Check> checks)
    {
        var worst = new Dictionary<(int, int, int), CheckStatus>();
        foreach (var check in checks)
        {
            if (check.Outcome == CheckOutcome.Inconsistent && check.Severity != Severity.Error) continue;
            var status = check.Outcome switch
            {
                CheckOutcome.Exact => CheckStatus.Exact,
                CheckOutcome.WithinRounding => CheckStatus.WithinRounding,
                CheckOutcome.Inconsistent => CheckStatus.Inconsistent,
                _ => CheckStatus.Unchecked,
            };
            foreach (var operand in check.Operands)
            {
                if (operand is not { Table: { } table, Row: { } row, Column: { } column }) continue;
                var key = (table, row, column);
                if (status >= worst.GetValueOrDefault(key)) worst[key] = status;
            }
        }

        return worst;
    }
}
