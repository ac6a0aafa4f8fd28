using System.Text.Json;
using LuolongBudgetExtract.Cli.Settings;
using Xunit;

namespace LuolongBudgetExtract.Tests.Cli;

public sealed class SettingsTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("{\n\"input\": [\"in\"],\n\"jbos\": 2 }", 3, "jbos", "unknown key; allowed here: $schema, input, output, jobs, limits, stages")]
    [InlineData("{ \"input\": [\"in\"], \"limits\": {\n\"secondsPerDocument\": \"120\" } }", 2, "limits.secondsPerDocument", "the text \"120\" is not allowed; allowed: a whole number from 1 to 86400")]
    [InlineData("{ \"input\": [\"in\"], \"jobs\":\n\n-1 }", 3, "jobs", "-1 is out of range; allowed: a whole number from 0 to 256")]
    [InlineData("{ \"input\": [\"in\"], \"jobs\": 1.5 }", 1, "jobs", "1.5 is not allowed; allowed: a whole number from 0 to 256")]
    [InlineData("{ \"input\": [\"in\"],\n\"jobs\": 1,\n\"jobs\": 2 }", 3, "jobs", "the key stands here a second time")]
    [InlineData("{ \"input\": [\"in\"], \"stages\": { \"reading\": {\n\"maxPages\": 0 } } }", 2, "stages.reading.maxPages", "0 is out of range; allowed: a whole number from 1 to 1000000")]
    [InlineData("{ \"input\":\n\"in\" }", 2, "input", "the text \"in\" is not allowed; allowed: a list [ … ] of at least 1, each a text that is not empty")]
    [InlineData("{ \"input\": [\"in\",\n\"gone.pdf\"] }", 2, "input[1]", "\"gone.pdf\" does not exist")]
    [InlineData("{\n}", 1, "input", "the key is missing")]
    [InlineData("{\n\"input\": [\"in\"],\n}", 3, "", "not JSON")]
    [InlineData("{\n\"input\": null }", 2, "input", "null is not allowed")]
    public void A_refusal_names_the_line_the_key_and_what_is_allowed(string json, int line, string key, string message)
    {
        _bench.PutPdf("in/a.pdf", "read 1");
        var path = _bench.Put("pipeline.json", json);
        var error = Assert.Single(Assert.Throws<SettingsException>(() => SettingsFile.Load(path)).Errors);
        Assert.Equal((path, line, key), (error.File, error.Line, error.Key));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_of_a_file_is_listed()
    {
        var path = _bench.Put("pipeline.json", """{ "input": [], "jobs": -1, "limits": { "x": 1 } }""");
        Assert.Equal(["input", "jobs", "limits.x"], Assert.Throws<SettingsException>(() => SettingsFile.Load(path)).Errors.Select(e => e.Key));
    }

    [Fact]
    public void A_missing_settings_file_is_refused_by_name() =>
        Assert.Contains("no such settings file", Assert.Throws<SettingsException>(() => SettingsFile.Load(_bench.Path("none.json"))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_hash_covers_what_the_stages_mean_and_nothing_else()
    {
        string Hash(string json) => SettingsFile.Load(_bench.Put("pipeline.json", json), checkInput: false).ConfigurationHash;
        var usual = Hash("""{ "input": ["a"] }""");
        Assert.Equal(usual, SettingsFile.Defaults().ConfigurationHash);
        Assert.Equal(usual, Hash("""{ "stages": { "reading": { "maxPages": 3000 } }, "input": ["b"], "jobs": 7, "limits": { "memoryMegabytes": 64 } }"""));
        Assert.NotEqual(usual, Hash("""{ "input": ["a"], "stages": { "reading": { "maxPages": 2999 } } }"""));
    }

    [Fact]
    public void The_settings_of_the_repository_state_the_defaults()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "pipeline.json"))) root = Path.GetDirectoryName(root)!;
        var stated = SettingsFile.Load(Path.Combine(root, "pipeline.json"), checkInput: false);
        var defaults = SettingsFile.Defaults();
        Assert.Equal(defaults.StagesJson, stated.StagesJson);
        Assert.Equal(defaults.Settings.Limits, stated.Settings.Limits);
    }

    [Fact]
    public void The_schema_has_every_option_of_the_pipeline_with_its_default()
    {
        var options = JsonSerializer.SerializeToElement(new PipelineOptions(), SettingsJson.Default.PipelineOptions);
        var schema = JsonDocument.Parse(SettingsFile.Defaults().StagesJson).RootElement;
        Assert.True(JsonElement.DeepEquals(options, schema), $"options: {options}\nschema:  {schema}");
    }

    [Fact]
    public void The_schema_uses_only_keywords_that_are_enforced()
    {
        void Walk(LinedJson schema)
        {
            Assert.Empty(schema.Members.Select(m => m.Name).Except(SettingsSchema.Keywords));
            if (schema["type"]!.Text == "object") Assert.Equal("false", schema["additionalProperties"]!.Text);
            if (schema["type"]!.Text is "integer" or "number") Assert.True(SettingsSchema.Number(schema["minimum"]) <= SettingsSchema.Number(schema["default"]));
            foreach (var property in schema["properties"]?.Members ?? []) Walk(property.Value);
            if (schema["items"] is { } items) Walk(items);
        }

        Walk(SettingsSchema.Load());
    }
}
