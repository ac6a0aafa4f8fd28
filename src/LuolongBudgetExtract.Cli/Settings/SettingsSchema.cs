using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace LuolongBudgetExtract.Cli.Settings;

/// <summary>
/// Checks settings against docs/pipeline.schema.json, which travels inside the program: what an editor shows is what
/// is enforced. Knows the keywords that the schema uses (a test holds it to them) and no others.
/// </summary>
internal static class SettingsSchema
{
    /// <summary>The keywords that <see cref="Check"/> enforces or may pass over.</summary>
    public static readonly ImmutableHashSet<string> Keywords =
    [
        "$schema", "title", "description", "default", "type", "additionalProperties", "required", "properties", "items",
        "minItems", "minLength", "minimum", "maximum", "enum",
    ];

    public static LinedJson Load()
    {
        using var stream = typeof(SettingsSchema).Assembly.GetManifestResourceStream("pipeline.schema.json")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return LinedJson.Parse(memory.ToArray());
    }

    /// <summary>All places of <paramref name="value"/> that <paramref name="schema"/> does not allow.</summary>
    public static IEnumerable<SettingsError> Check(LinedJson schema, LinedJson value, string file, string key = "")
    {
        SettingsError Refuse(string message, int? line = null, string? at = null) => new(file, line ?? value.Line, at ?? key, message);

        if (!Fits(schema["type"]!.Text, value))
        {
            yield return Refuse($"{Shown(value)} is not allowed; allowed: {Allowed(schema)}");
            yield break;
        }

        switch (value.Kind)
        {
            case JsonValueKind.Object:
                foreach (var error in Members(schema, value, file, key)) yield return error;
                foreach (var name in schema["required"]?.Items ?? [])
                {
                    if (value[name.Text] is null) yield return Missing(schema, value, file, name.Text, key);
                }

                break;
            case JsonValueKind.Array:
                if (value.Items.Length < Number(schema["minItems"])) yield return Refuse($"the list is too short; allowed: {Allowed(schema)}");
                for (var i = 0; i < value.Items.Length; i++)
                {
                    foreach (var error in Check(schema["items"]!, value.Items[i], file, $"{key}[{i}]")) yield return error;
                }

                break;
            case JsonValueKind.String when value.Text.Length < Number(schema["minLength"]):
                yield return Refuse($"the text is too short; allowed: {Allowed(schema)}");
                break;
            case JsonValueKind.String when schema["enum"] is { } allowed && allowed.Items.All(i => i.Text != value.Text):
                yield return Refuse($"{Shown(value)} is not allowed; allowed: {Allowed(schema)}");
                break;
            case JsonValueKind.Number when Number(value) < Number(schema["minimum"]) || Number(value) > Number(schema["maximum"]):
                yield return Refuse($"{value.Text} is out of range; allowed: {Allowed(schema)}");
                break;
        }
    }

    /// <summary>The refusal of an object without a key that it needs.</summary>
    public static SettingsError Missing(LinedJson schema, LinedJson value, string file, string name, string key = "") =>
        new(file, value.Line, Join(key, name), $"the key is missing; allowed: {Allowed(schema["properties"]![name]!)}");

    /// <summary>The number of a leaf; null (which no comparison fulfils) when the leaf is absent.</summary>
    public static decimal? Number(LinedJson? leaf) =>
        leaf is not null && decimal.TryParse(leaf.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<SettingsError> Members(LinedJson schema, LinedJson value, string file, string key)
    {
        var properties = schema["properties"]!;
        var seen = new HashSet<string>();
        foreach (var member in value.Members)
        {
            if (!seen.Add(member.Name)) yield return new(file, member.Line, Join(key, member.Name), "the key stands here a second time");
            else if (properties[member.Name] is not { } property)
                yield return new(file, member.Line, Join(key, member.Name), $"unknown key; allowed here: {string.Join(", ", properties.Members.Select(m => m.Name))}");
            else
            {
                foreach (var error in Check(property, member.Value, file, Join(key, member.Name))) yield return error;
            }
        }
    }

    private static bool Fits(string type, LinedJson value) => type switch
    {
        "object" => value.Kind == JsonValueKind.Object,
        "array" => value.Kind == JsonValueKind.Array,
        "string" => value.Kind == JsonValueKind.String,
        "boolean" => value.Kind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.Kind == JsonValueKind.Number && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => value.Kind == JsonValueKind.Number && Number(value) is not null,
        _ => throw new InvalidOperationException($"The schema uses the type {type}, which is not supported."),
    };

    private static string Allowed(LinedJson schema) => schema["type"]!.Text switch
    {
        "integer" => $"a whole number from {schema["minimum"]!.Text} to {schema["maximum"]!.Text}",
        "number" => $"a number from {schema["minimum"]!.Text} to {schema["maximum"]!.Text}",
        "string" when schema["enum"] is { } values => "one of " + string.Join(", ", values.Items.Select(v => $"\"{v.Text}\"")),
        "string" => Number(schema["minLength"]) > 0 ? "a text that is not empty" : "a text",
        "boolean" => "true or false",
        "array" => $"a list [ … ] of at least {Number(schema["minItems"]) ?? 0}, each {Allowed(schema["items"]!)}",
        _ => $"an object {{ … }} with the keys {string.Join(", ", schema["properties"]!.Members.Select(m => m.Name))}",
    };

    private static string Shown(LinedJson value) => value.Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text \"{value.Text}\"",
        _ => value.Text,
    };

    private static string Join(string key, string name) => key.Length == 0 ? name : $"{key}.{name}";
}
