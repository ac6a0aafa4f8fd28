using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace LuolongBudgetExtract.Cli.Settings;

/// <summary>A member of a JSON object; <paramref name="Line"/> is that of its name.</summary>
internal sealed record JsonMember(string Name, int Line, LinedJson Value);

/// <summary>A JSON value that knows its line, which <see cref="JsonDocument"/> does not tell.</summary>
/// <param name="Text">The string, or the literal of a number or boolean as written.</param>
internal sealed record LinedJson(
    JsonValueKind Kind, int Line, string Text, ImmutableArray<JsonMember> Members, ImmutableArray<LinedJson> Items)
{
    public LinedJson? this[string name] => Members.FirstOrDefault(m => m.Name == name)?.Value;

    /// <exception cref="JsonException">Not JSON; <see cref="JsonException.LineNumber"/> counts from 0.</exception>
    public static LinedJson Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[3..];
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        var value = Value(ref reader, utf8);
        reader.Read(); // throws when something follows the value
        return value;
    }

    private static LinedJson Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var line = LineOf(ref reader, utf8);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = ImmutableArray.CreateBuilder<JsonMember>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var nameLine = LineOf(ref reader, utf8);
                    reader.Read();
                    members.Add(new(name, nameLine, Value(ref reader, utf8)));
                }

                return new(JsonValueKind.Object, line, "", members.DrainToImmutable(), []);
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<LinedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Value(ref reader, utf8));
                return new(JsonValueKind.Array, line, "", [], items.DrainToImmutable());
            case JsonTokenType.String:
                return Leaf(JsonValueKind.String, line, reader.GetString()!);
            case JsonTokenType.Number:
                return Leaf(JsonValueKind.Number, line, Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True:
                return Leaf(JsonValueKind.True, line, "true");
            case JsonTokenType.False:
                return Leaf(JsonValueKind.False, line, "false");
            default:
                return Leaf(JsonValueKind.Null, line, "null");
        }
    }

    private static LinedJson Leaf(JsonValueKind kind, int line, string text) => new(kind, line, text, [], []);

    private static int LineOf(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8) =>
        utf8[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
}
