using System.Collections.Immutable;
using System.Text;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Writes docs/DATA_DICTIONARY.md from the schema.</summary>
internal static class DataDictionary
{
    /// <summary>The whole document, lines ended by a line feed.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append($"""
            # Data dictionary

            Contract version {DatasetSchema.ContractVersion}. Written by `DataDictionary.Markdown()` from the schema in `src/LuolongBudgetExtract/Dataset/`; do not edit.

            Every table is a folder of Parquet files, partitioned by the fiscal year (Hive layout; `unknown` when the document does not tell):

            ```sql
            select * from read_parquet('out/dataset/amounts/**/*.parquet', hive_partitioning = true) where fiscal_year = '2023';
            ```

            Quote the year: DuckDB reads `fiscal_year` as a number when all partitions are years and as text when one is `unknown`; a quoted year fits both.
            A table that has no rows in a year has no file for it. Coordinates are PDF points with the origin at the top left of the page as a reader sees it.


            """);
        foreach (var table in DatasetSchema.Tables)
        {
            text.Append($"## {table.Name}\n\n{table.Description}");
            if (!table.Key.IsEmpty) text.Append($" Key: {string.Join(", ", table.Key.Select(k => $"`{k}`"))}.");
            text.Append("\n\n");
            Fields(text, table.Fields);
            foreach (var list in table.Fields.Where(f => !f.Members.IsEmpty))
            {
                text.Append($"Each item of `{list.Name}`:\n\n");
                Fields(text, list.Members);
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Fields(StringBuilder text, ImmutableArray<Field> fields)
    {
        text.Append("| field | type | null | unit | meaning |\n| --- | --- | --- | --- | --- |\n");
        foreach (var field in fields)
        {
            var type = field.Type == FieldType.StructList ? "list<struct>" : field.TypeName;
            var values = field.Values.IsEmpty ? "" : $" One of {string.Join(", ", field.Values.Select(v => $"`{v}`"))}.";
            var meaning = (field.Description + values).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal);
            text.Append($"| {field.Name} | {type.Replace("<", "\\<", StringComparison.Ordinal)} | {(field.Nullable ? "yes" : "no")} | {field.Unit} | {meaning} |\n");
        }

        text.Append('\n');
    }
}
