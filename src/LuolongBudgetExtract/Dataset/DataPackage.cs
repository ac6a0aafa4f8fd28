using System.Collections.Immutable;
using System.Text.Json;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Writes datapackage.json, a Frictionless data package: the tables, their fields, and the files with their sums.</summary>
internal static class DataPackage
{
    /// <param name="files">All Parquet files of the dataset.</param>
    /// <param name="log">reconciliation.jsonl; its rows are lines.</param>
    public static void Write(Stream stream, IReadOnlyCollection<PublishedFile> files, PublishedFile log)
    {
        using var json = new Utf8JsonWriter(stream, JsonRow.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("profile", "data-package");
        json.WriteString("name", "luolong-budget-extract");
        json.WriteString("title", "Budgets and final accounts of Chinese government departments");
        json.WriteString("version", $"{DatasetSchema.ContractVersion}");
        json.WriteString("pipeline_version", Pipeline.Version);
        json.WriteStartArray("resources");
        foreach (var table in DatasetSchema.Tables)
            Resource(json, table, table.Name, "parquet", "application/vnd.apache.parquet", [.. files.Where(f => f.Table == table.Name)]);
        Resource(json, ChecksTable.Schema, "reconciliation", "jsonl", "application/jsonl", [log]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Resource(
        Utf8JsonWriter json, TableSchema table, string name, string format, string mediaType, ImmutableArray<PublishedFile> files)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("profile", "data-resource");
        json.WriteString("description", table.Description);
        json.WriteString("format", format);
        json.WriteString("mediatype", mediaType);
        json.WriteStartArray("path");
        foreach (var file in files) json.WriteStringValue(file.Path);
        json.WriteEndArray();
        json.WriteNumber("rows", files.Sum(f => f.Rows));
        json.WriteNumber("bytes", files.Sum(f => f.Bytes));
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("rows", file.Rows);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("schema");
        Fields(json, table.Fields);
        if (!table.Key.IsEmpty) Texts(json, "primaryKey", table.Key);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, ImmutableArray<Field> fields)
    {
        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("type", FrictionlessType(field.Type));
            json.WriteString("parquet_type", field.TypeName);
            json.WriteString("description", field.Description);
            if (field.Unit is not null) json.WriteString("unit", field.Unit);
            json.WriteStartObject("constraints");
            json.WriteBoolean("required", !field.Nullable);
            if (!field.Values.IsEmpty) Texts(json, "enum", field.Values);
            json.WriteEndObject();
            if (!field.Members.IsEmpty) Fields(json, field.Members);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string FrictionlessType(FieldType type) => type switch
    {
        FieldType.Text => "string",
        FieldType.Integer or FieldType.Long => "integer",
        FieldType.Boolean => "boolean",
        FieldType.Number or FieldType.Decimal => "number",
        _ => "array",
    };
}
