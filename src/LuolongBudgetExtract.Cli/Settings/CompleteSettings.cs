using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LuolongBudgetExtract.Cli.Settings;

/// <summary>
/// Settings with every default of the schema written out, keys in ordinal order and numbers in one notation: two files
/// that mean the same give the same bytes, so their hash can name a configuration.
/// </summary>
internal static class CompleteSettings
{
    /// <summary>Canonical JSON of a value that <see cref="SettingsSchema.Check"/> has passed; null is the value left out.</summary>
    public static string Json(LinedJson schema, LinedJson? value)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory)) Write(writer, schema, value);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    /// <summary>SHA-256 of canonical JSON, lower-case hex.</summary>
    public static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    private static void Write(Utf8JsonWriter writer, LinedJson schema, LinedJson? value)
    {
        value ??= schema["default"];
        switch (schema["type"]!.Text)
        {
            case "object":
                writer.WriteStartObject();
                foreach (var property in schema["properties"]!.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, value?[property.Name]);
                }

                writer.WriteEndObject();
                break;
            case "array":
                writer.WriteStartArray();
                foreach (var item in value?.Items ?? []) Write(writer, schema["items"]!, item);
                writer.WriteEndArray();
                break;
            case "integer":
                writer.WriteNumberValue(long.Parse(value!.Text, CultureInfo.InvariantCulture));
                break;
            case "number":
                writer.WriteRawValue(SettingsSchema.Number(value)!.Value.ToString("0.############################", CultureInfo.InvariantCulture));
                break;
            case "boolean":
                writer.WriteBooleanValue(value!.Kind == JsonValueKind.True);
                break;
            default:
                writer.WriteStringValue(value!.Text);
                break;
        }
    }
}
