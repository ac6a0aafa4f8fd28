using System.Collections.Immutable;

namespace LuolongBudgetExtract.Dataset;

/// <summary>All tables of the dataset contract.</summary>
internal static class DatasetSchema
{
    /// <summary>Version of the contract: changes when a name, type or meaning changes.</summary>
    public const int ContractVersion = 1;

    public static ImmutableArray<TableSchema> Tables { get; } =
    [
        DocumentsTable.Schema, TablesTable.Schema, RowsTable.Schema, AmountsTable.Schema,
        IndicatorsTable.Schema, StatementsTable.Schema, ChecksTable.Schema,
    ];
}
