using System.Text.Json.Serialization;

namespace LuolongBudgetExtract.Cli.Settings;

/// <summary>
/// Generated readers (no reflection at start-up). They see only completed settings: a generated reader gives an absent
/// init-only property zero instead of its default.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RunSettings))]
[JsonSerializable(typeof(PipelineOptions))]
internal sealed partial class SettingsJson : JsonSerializerContext;
