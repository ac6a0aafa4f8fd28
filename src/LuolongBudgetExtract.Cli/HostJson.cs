using System.Text.Json.Serialization;
using LuolongBudgetExtract.Cli.Batch;
using LuolongBudgetExtract.Cli.Log;
using LuolongBudgetExtract.Cli.Progress;
using LuolongBudgetExtract.Cli.Workers;
using LuolongBudgetExtract.Dataset;

namespace LuolongBudgetExtract.Cli;

/// <summary>Generated JSON of the host's own messages: worker heads, stored summaries, the events of --json, the coverage report, what reconcile says.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkerStart))]
[JsonSerializable(typeof(DocumentHead))]
[JsonSerializable(typeof(DocumentSummary))]
[JsonSerializable(typeof(StartedLine))]
[JsonSerializable(typeof(DocumentLine))]
[JsonSerializable(typeof(FinishedLine))]
[JsonSerializable(typeof(ErrorLine))]
[JsonSerializable(typeof(CoverageReport))]
[JsonSerializable(typeof(DocumentFindings))]
internal sealed partial class HostJson : JsonSerializerContext;
