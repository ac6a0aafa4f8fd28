using System.Text.Json;
using System.Text.Json.Serialization;

namespace LuolongBudgetExtract.Codes;

/// <summary>The data files of models/, embedded in the library.</summary>
internal static class ModelFile
{
    /// <summary>camelCase keys, enums by name; an unknown key is a typing error in the data and refused.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Opens <c>models/&lt;name&gt;</c>.</summary>
    /// <exception cref="FileNotFoundException">The library was built without the file.</exception>
    public static Stream Open(string name) =>
        typeof(ModelFile).Assembly.GetManifestResourceStream($"models/{name}")
        ?? throw new FileNotFoundException($"models/{name} is not embedded in the library.", name);

    /// <summary>The rows of a CSV file without its header line. The files hold neither quotes nor commas inside a field.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open(name));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line.Split(',');
            }
        }
    }
}
