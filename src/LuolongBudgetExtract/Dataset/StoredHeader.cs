using System.Text.Json.Serialization;

namespace LuolongBudgetExtract.Dataset;

/// <summary>The first line of a stored extraction: what a run must know before it loads the rest.</summary>
/// <param name="Shape"><see cref="StoreShape.Hash"/>.</param>
/// <param name="Sha256">Of everything after the first line, lower-case hex.</param>
internal sealed record StoredHeader(string PipelineVersion, string Shape, string ConfigurationHash, string DocumentId, int? FiscalYear, string Sha256);

/// <summary>The header as JSON; a missing or null member is refused.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StoredHeader))]
internal sealed partial class StoredHeaderJson : JsonSerializerContext;
