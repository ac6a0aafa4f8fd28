using System.Text.Json.Serialization;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Extractions as JSON. Computed properties are left out; a missing or null value that the records need is refused.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(BoxJson)])]
[JsonSerializable(typeof(Extraction))]
[JsonSerializable(typeof(StoredHeader))]
internal sealed partial class ExtractionJson : JsonSerializerContext;

/// <summary>The first line of a stored extraction: what a run must know before it loads the rest.</summary>
/// <param name="Sha256">Of everything after the first line, lower-case hex.</param>
internal sealed record StoredHeader(string PipelineVersion, string ConfigurationHash, string DocumentId, int? FiscalYear, string Sha256);
