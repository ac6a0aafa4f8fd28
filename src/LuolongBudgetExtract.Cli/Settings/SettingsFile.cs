using System.Collections.Immutable;
using System.Text.Json;
using LuolongBudgetExtract.Cli.Inputs;

namespace LuolongBudgetExtract.Cli.Settings;

/// <summary>Reads pipeline.json strictly.</summary>
internal static class SettingsFile
{
    /// <summary>Settings of a run without a file: every default, no input.</summary>
    public static LoadedSettings Defaults()
    {
        var schema = SettingsSchema.Load();
        return Bind(schema, null, Environment.CurrentDirectory);
    }

    /// <param name="path">The settings file.</param>
    /// <param name="checkInput">False when only its limits and stages are wanted.</param>
    /// <param name="checkHarvest">True when its harvest section is wanted.</param>
    /// <exception cref="SettingsException">The file is missing, is not JSON, or says what is not allowed.</exception>
    public static LoadedSettings Load(string path, bool checkInput = true, bool checkHarvest = false)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([new(path, 1, "", File.Exists(path)
                ? $"cannot be read: {e.Message}"
                : "no such settings file; allowed: a JSON file as docs/pipeline.schema.json describes it (luolong extract needs none)")]);
        }

        LinedJson value;
        try
        {
            value = LinedJson.Parse(bytes);
        }
        catch (JsonException e)
        {
            throw new SettingsException([new(path, (int)(e.LineNumber ?? 0) + 1, "", $"not JSON: {FirstSentence(e.Message)}")]);
        }

        var schema = SettingsSchema.Load();
        var errors = SettingsSchema.Check(schema, value, path).ToImmutableArray();
        if (errors.IsEmpty && checkInput) errors = [.. MissingInputs(schema, value, path)];
        if (errors.IsEmpty && checkHarvest) errors = [.. HarvestRules.Check(value, path)];
        if (!errors.IsEmpty) throw new SettingsException(errors);
        return Bind(schema, value, Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static LoadedSettings Bind(LinedJson schema, LinedJson? value, string folder)
    {
        var settings = JsonSerializer.Deserialize(CompleteSettings.Json(schema, value), SettingsJson.Default.RunSettings)!;
        var stages = CompleteSettings.Json(schema["properties"]!["stages"]!, value?["stages"]);
        return new(settings, folder, stages, CompleteSettings.Hash(stages));
    }

    private static IEnumerable<SettingsError> MissingInputs(LinedJson schema, LinedJson value, string path)
    {
        if (value["input"] is null)
        {
            yield return SettingsSchema.Missing(schema, value, path, "input");
            yield break;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var items = value["input"]!.Items;
        for (var i = 0; i < items.Length; i++)
        {
            if (InputFiles.Missing(items[i].Text, folder) is { } missing) yield return new(path, items[i].Line, $"input[{i}]", missing);
        }
    }

    private static string FirstSentence(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var cut ? message[..cut] : message;
}
