using System.Diagnostics;

namespace LuolongBudgetExtract.Cli.Workers;

/// <summary>Kills a process when it is not stopped or restarted in time. Reading a PDF takes no cancellation token, so
/// nothing gentler would work; the closed pipe then wakes whoever reads it.</summary>
internal sealed class KillClock : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly Timer _timer;
    private volatile bool _rang;

    public KillClock(Process process, TimeSpan limit)
    {
        _limit = limit;
        _timer = new Timer(_ =>
        {
            _rang = true;
            Kill(process);
        }, null, limit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True when the clock ran out.</summary>
    public bool Rang => _rang;

    public void Restart() => _timer.Change(_limit, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();

    public static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It had ended, or its handle is already given back.
        }
    }
}
