using System.Collections.Immutable;

namespace LuolongBudgetExtract.Cli.Workers;

/// <summary>The first and last lines of a worker's standard error. A stack overflow names itself first and then prints
/// thousands of frames; an exception names itself near the end.</summary>
internal sealed class LastWords
{
    private const int First = 4;
    private const int Last = 12;
    private const int LongestLine = 400;
    private readonly List<string> _first = [];
    private readonly Queue<string> _last = [];
    private readonly Lock _gate = new();

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        if (line.Length > LongestLine) line = line[..LongestLine] + "…";
        lock (_gate)
        {
            if (_first.Count < First)
            {
                _first.Add(line);
                return;
            }

            _last.Enqueue(line);
            if (_last.Count > Last) _last.Dequeue();
        }
    }

    public ImmutableArray<string> Lines
    {
        get
        {
            lock (_gate) return [.. _first, .. _last];
        }
    }
}
