using System.Text.Json;

namespace LuolongBudgetExtract.Cli.Log;

/// <summary>What a run left for a reader of the log: the checks, line by line, and the documents that they are about.</summary>
internal sealed class LogFile(string output, IReadOnlyDictionary<string, decimal> units)
{
    /// <summary>Every check in the order of the log.</summary>
    /// <exception cref="IOException">The output folder holds no log.</exception>
    /// <exception cref="JsonException">A line is no check.</exception>
    public IEnumerable<LoggedCheck> Checks() => File.ReadLines(Path.Combine(output, "reconciliation.jsonl")).Select(line => LoggedCheck.Parse(line, units));

    /// <summary>The documents of run.json by id: file, grade, amounts.</summary>
    public IReadOnlyDictionary<string, LoggedDocument> Documents()
    {
        using var run = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "run.json")));
        return run.RootElement.GetProperty("documents").EnumerateArray().Where(d => d.GetProperty("document_id").ValueKind == JsonValueKind.String)
            .Select(d => new LoggedDocument(d.GetProperty("document_id").GetString()!, d.GetProperty("source_file").GetString()!, d.GetProperty("grade").GetString()!, d.GetProperty("amounts").GetInt32()))
            .ToDictionary(d => d.DocumentId);
    }
}

/// <summary>One document as run.json names it.</summary>
internal sealed record LoggedDocument(string DocumentId, string SourceFile, string Grade, int Amounts);
