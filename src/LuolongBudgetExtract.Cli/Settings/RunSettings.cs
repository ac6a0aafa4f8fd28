using System.Collections.Immutable;

namespace LuolongBudgetExtract.Cli.Settings;

/// <summary>What one document may cost. docs/pipeline.schema.json gives the defaults, the ranges and their reasons.</summary>
internal sealed record Limits
{
    public int FileMegabytes { get; init; }
    public int SecondsPerDocument { get; init; }
    public int SecondsOfSilence { get; init; }
    public int MemoryMegabytes { get; init; }
    public int StackMegabytes { get; init; }
    public int DocumentsPerWorker { get; init; }
}

/// <summary>pipeline.json with every default filled in.</summary>
internal sealed record RunSettings
{
    public ImmutableArray<string> Input { get; init; } = [];
    public string Output { get; init; } = "out";

    /// <summary>0 is one a processor.</summary>
    public int Jobs { get; init; }

    public Limits Limits { get; init; } = new();
    public PipelineOptions Stages { get; init; } = new();
    public HarvestSettings Harvest { get; init; } = new();
}

/// <summary>Settings as a run uses them.</summary>
/// <param name="Folder">Where paths in the settings start from.</param>
/// <param name="StagesJson">The stages with every default, canonical: what the configuration hash covers.</param>
internal sealed record LoadedSettings(RunSettings Settings, string Folder, string StagesJson, string ConfigurationHash);
