using System.Text.Json;
using System.Text.Json.Serialization;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Dataset;

/// <summary>A box as an array of four numbers: there are two for every amount.</summary>
internal sealed class BoxJson : JsonConverter<Box>
{
    public override Box Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("a box is an array of four numbers");
        var box = new Box(Next(ref reader), Next(ref reader), Next(ref reader), Next(ref reader));
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? box : throw new JsonException("a box is an array of four numbers");
    }

    public override void Write(Utf8JsonWriter writer, Box value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.X0);
        writer.WriteNumberValue(value.Y0);
        writer.WriteNumberValue(value.X1);
        writer.WriteNumberValue(value.Y1);
        writer.WriteEndArray();
    }

    private static double Next(ref Utf8JsonReader reader) => reader.Read() ? reader.GetDouble() : throw new JsonException("a box is an array of four numbers");
}
