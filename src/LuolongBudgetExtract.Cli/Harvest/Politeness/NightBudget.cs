using LuolongBudgetExtract.Cli.Harvest.Fetching;

namespace LuolongBudgetExtract.Cli.Harvest.Politeness;

/// <summary>What a night may cost: its token is cancelled when the time is over, requests are counted.</summary>
internal sealed class NightBudget : IDisposable
{
    /// <summary>Code of the failure when no request is left.</summary>
    public const string SpentCode = "night_budget";

    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _either;
    private readonly int _requests;
    private int _spent;

    public NightBudget(int minutes, int requests, TimeProvider time, CancellationToken stop)
    {
        _clock = new(TimeSpan.FromMinutes(minutes), time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, stop);
        _requests = requests;
    }

    /// <summary>Cancelled by the clock or by the caller.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>True when the night ended because of its budget, not by the caller.</summary>
    public bool IsSpent => _clock.IsCancellationRequested || _spent > _requests;

    public int Requests => Math.Min(_spent, _requests);

    /// <exception cref="FetchException">No request is left.</exception>
    public void Spend()
    {
        if (Interlocked.Increment(ref _spent) > _requests)
            throw new FetchException(SpentCode, "harvest.requestsPerNight is spent; the next night goes on");
    }

    public void Dispose()
    {
        _either.Dispose();
        _clock.Dispose();
    }
}
