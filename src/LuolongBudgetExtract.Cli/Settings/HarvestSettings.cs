using System.Collections.Immutable;

namespace LuolongBudgetExtract.Cli.Settings;

/// <summary>The section harvest of pipeline.json; docs/pipeline.schema.json gives defaults, ranges and their reasons.</summary>
internal sealed record HarvestSettings
{
    public string Output { get; init; } = "harvest";
    public string Contact { get; init; } = "";
    public ImmutableArray<string> AllowHosts { get; init; } = [];
    public int MinutesPerNight { get; init; }
    public int RequestsPerNight { get; init; }
    public HarvestLimits Limits { get; init; } = new();
    public ImmutableArray<SourceSettings> Sources { get; init; } = [];
}

/// <summary>What one answer of a server may cost.</summary>
internal sealed record HarvestLimits
{
    public int FileMegabytes { get; init; }
    public int PageMegabytes { get; init; }
    public int Redirects { get; init; }
    public int ArchiveEntries { get; init; }
    public int ArchiveMegabytes { get; init; }
    public int ArchiveRatio { get; init; }
}

/// <summary>One publisher. Division, kind and year are what it should publish: documents speak for themselves, and status tells where they differ.</summary>
internal sealed record SourceSettings
{
    public string Name { get; init; } = "";
    public string Division { get; init; } = "";
    public string Kind { get; init; } = "";
    public int Year { get; init; }
    public string Schedule { get; init; } = "";
    public string TimeZone { get; init; } = "";
    public ImmutableArray<string> Lists { get; init; } = [];
    public int FirstPage { get; init; }
    public int Pages { get; init; }
    public string NextLink { get; init; } = "";
    public string ArticleLinks { get; init; } = "";
    public string FileLinks { get; init; } = "";
    public ImmutableArray<string> Sitemaps { get; init; } = [];
    public ImmutableArray<string> UrlLists { get; init; } = [];
    public ImmutableArray<string> Folders { get; init; } = [];
    public double RecheckHours { get; init; }
    public Politeness Politeness { get; init; } = new();
}

/// <summary>How the hosts of a source are treated. Times in seconds.</summary>
internal sealed record Politeness
{
    public double SecondsBetweenRequests { get; init; }
    public double LatencyFactor { get; init; }
    public double LongestPauseSeconds { get; init; }
    public int Attempts { get; init; }
    public double BackoffSeconds { get; init; }
    public double SecondsPerAttempt { get; init; }
    public double SecondsPerFile { get; init; }
    public double LongestRetryAfterSeconds { get; init; }
    public int BreakAfterFailures { get; init; }
    public double BreakSeconds { get; init; }
}
