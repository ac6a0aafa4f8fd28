using LuolongBudgetExtract.Cli.Harvest.Fetching;
using LuolongBudgetExtract.Cli.Settings;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace LuolongBudgetExtract.Cli.Harvest.Politeness;

/// <summary>
/// One host: one request at a time, with a pause that follows the server's own speed. From the outside in: bulkhead (one address with all
/// its attempts at a time), time in all, retry with jittered back-off, circuit breaker, pause, time of the attempt.
/// </summary>
internal sealed class HostLane : IDisposable
{
    private const int RestsPerNight = 3;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Settings.Politeness _politeness;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _robotsGate = new(1, 1);
    private readonly ResiliencePipeline _address;
    private readonly ResiliencePipeline _attempt;
    private readonly long _start;
    private TimeSpan _shortestPause;
    private TimeSpan _latency;
    private TimeSpan _notBefore;
    private int _rests;
    private RobotsRules? _robots;

    public HostLane(Settings.Politeness politeness, TimeProvider time, Random chance)
    {
        (_politeness, _time, _start) = (politeness, time, time.GetTimestamp());
        _shortestPause = TimeSpan.FromSeconds(politeness.SecondsBetweenRequests);
        var builder = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddConcurrencyLimiter(permitLimit: 1, queueLimit: int.MaxValue)
            .AddTimeout(Seconds(politeness.SecondsPerFile));
        if (politeness.Attempts > 1) builder.AddRetry(Retry(politeness, chance));
        _address = builder.AddCircuitBreaker(Breaker(politeness)).Build();
        _attempt = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(Seconds(politeness.SecondsPerAttempt)).Build();
    }

    /// <summary>All attempts for one address.</summary>
    /// <param name="attempt">One request; tells the time to the first byte of the answer through its argument.</param>
    /// <exception cref="FetchException">The last attempt failed, the time is over, or the host is left alone.</exception>
    public async Task<T> RunAsync<T>(Func<Action<TimeSpan>, CancellationToken, Task<T>> attempt, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await _address.ExecuteAsync(async token => await OnceAsync(attempt, token), stop);
            }
            catch (TimeoutRejectedException e)
            {
                throw new FetchException("time_in_all", $"no whole answer within {_politeness.SecondsPerFile} s", inner: e);
            }
            catch (BrokenCircuitException e)
            {
                if (Interlocked.Increment(ref _rests) > RestsPerNight)
                    throw new FetchException("host_resting", $"the host failed {_politeness.BreakAfterFailures} times and more; it is left alone for this night", inner: e);
                await Task.Delay(e.RetryAfter ?? Seconds(_politeness.BreakSeconds), _time, stop);
            }
        }
    }

    /// <summary>The rules of the host, asked for once.</summary>
    public async Task<RobotsRules> RobotsAsync(Func<Task<RobotsRules>> ask, CancellationToken stop)
    {
        await _robotsGate.WaitAsync(stop);
        try
        {
            if (_robots is not null) return _robots;
            _robots = await ask();
            AtLeast(Math.Min(_robots.CrawlDelaySeconds, _politeness.LongestPauseSeconds));
            return _robots;
        }
        finally
        {
            _robotsGate.Release();
        }
    }

    /// <summary>Another source shares the host: the longer pause holds.</summary>
    public void AtLeast(double seconds) => _shortestPause = TimeSpan.FromSeconds(Math.Max(_shortestPause.TotalSeconds, seconds));

    public void Dispose() => _robotsGate.Dispose();

    private async Task<T> OnceAsync<T>(Func<Action<TimeSpan>, CancellationToken, Task<T>> attempt, CancellationToken stop)
    {
        var wait = _notBefore - Now;
        if (wait > TimeSpan.Zero) await Task.Delay(wait, _time, stop);
        var asked = TimeSpan.Zero;
        try
        {
            return await _attempt.ExecuteAsync(async token => await attempt(Learn, token), stop);
        }
        catch (TimeoutRejectedException e)
        {
            throw new FetchException("timeout", $"no whole answer within {_politeness.SecondsPerAttempt} s", transient: true, inner: e);
        }
        catch (FetchException e) when (e.RetryAfter is { } after)
        {
            asked = after; // It holds for the host, not for this address only.
            throw;
        }
        finally
        {
            var pause = Math.Clamp(_politeness.LatencyFactor * _latency.TotalSeconds, _shortestPause.TotalSeconds, Math.Max(_politeness.LongestPauseSeconds, _shortestPause.TotalSeconds));
            _notBefore = Now + (asked > Seconds(pause) ? asked : Seconds(pause));
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    // The usual time to answer: a quarter of each new one, so that one slow answer does not stop the night.
    private void Learn(TimeSpan latency) => _latency = _latency == TimeSpan.Zero ? latency : (_latency * 3 + latency) / 4;

    private static RetryStrategyOptions Retry(Settings.Politeness politeness, Random chance) => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<FetchException>(e =>
            e.Transient && (e.RetryAfter is not { } after || after.TotalSeconds <= politeness.LongestRetryAfterSeconds)),
        MaxRetryAttempts = politeness.Attempts - 1,
        BackoffType = DelayBackoffType.Exponential,
        Delay = Seconds(politeness.BackoffSeconds),
        MaxDelay = TimeSpan.FromHours(1),
        UseJitter = true,
        Randomizer = () =>
        {
            lock (chance) return chance.NextDouble();
        },
        DelayGenerator = failed => ValueTask.FromResult((failed.Outcome.Exception as FetchException)?.RetryAfter),
    };

    private static CircuitBreakerStrategyOptions Breaker(Settings.Politeness politeness) => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<FetchException>(e => e is { Transient: true, RetryAfter: null }),
        FailureRatio = 0.5, // Pages that still come between the failures must not hide them.
        MinimumThroughput = politeness.BreakAfterFailures,
        SamplingDuration = Window,
        BreakDuration = Seconds(politeness.BreakSeconds),
    };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
