using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Writes rows as JSON objects with the fields of their table.</summary>
internal static class JsonRow
{
    /// <summary>Chinese stays readable; only what JSON or a line of text cannot hold (and characters beyond U+FFFF) is escaped.</summary>
    public static JsonWriterOptions Options(bool indented) =>
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, NewLine = "\n" };

    public static void Write<TRow>(Utf8JsonWriter json, ImmutableArray<Field<TRow>> fields, TRow row)
    {
        json.WriteStartObject();
        foreach (var field in fields)
        {
            json.WritePropertyName(field.JsonName);
            Value(json, field, field.Read(row));
        }

        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, Field field, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case double number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case IReadOnlyList<string> texts:
                json.WriteStartArray();
                foreach (var text in texts) json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            case IReadOnlyList<object?[]> items:
                json.WriteStartArray();
                foreach (var item in items) Item(json, field.Members, item);
                json.WriteEndArray();
                break;
            default: throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), $"{field.Name}: no such value in the dataset");
        }
    }

    private static void Item(Utf8JsonWriter json, ImmutableArray<Field> members, object?[] values)
    {
        json.WriteStartObject();
        for (var i = 0; i < members.Length; i++)
        {
            json.WritePropertyName(members[i].JsonName);
            Value(json, members[i], values[i]);
        }

        json.WriteEndObject();
    }
}
