using System.Globalization;

namespace LuolongBudgetExtract.Dataset;

/// <summary>The identities of the dataset: a path from the document to the amount.</summary>
internal static class Identifiers
{
    public static string Table(string documentId, int table) => string.Create(CultureInfo.InvariantCulture, $"{documentId}/{table}");

    public static string Row(string tableId, int row) => string.Create(CultureInfo.InvariantCulture, $"{tableId}/{row}");

    public static string Amount(string rowId, int column) => string.Create(CultureInfo.InvariantCulture, $"{rowId}/{column}");

    public static string Amount(string documentId, int table, int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{documentId}/{table}/{row}/{column}");

    public static string Statement(string documentId, int statement) => string.Create(CultureInfo.InvariantCulture, $"{documentId}/s{statement}");

    public static string Check(string documentId, int check) => string.Create(CultureInfo.InvariantCulture, $"{documentId}/c{check}");

    public static string Cause(string documentId, string cause) => string.Create(CultureInfo.InvariantCulture, $"{documentId}/{cause}");
}
