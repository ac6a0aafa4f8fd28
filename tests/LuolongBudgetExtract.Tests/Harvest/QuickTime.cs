namespace LuolongBudgetExtract.Tests.Harvest;

/// <summary>A clock that runs faster than ours, timers and all: the harvest waits its seconds, the test does not. The calendar may stand still,
/// so that two runs write the same times.</summary>
internal sealed class QuickTime(double speed, DateTimeOffset start, bool standing = false) : TimeProvider
{
    // Timers of the runtime go by a coarse clock and may fire that much early by the fine one (milliseconds), which would be seconds here.
    private const double CoarseTick = 4;

    private readonly long _zero = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency;

    public TimeSpan Elapsed => GetElapsedTime(0, GetTimestamp());

    public override long GetTimestamp() => (long)((System.GetTimestamp() - _zero) * speed);

    public override DateTimeOffset GetUtcNow() => standing ? start : start + Elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new QuickTimer(this, System.CreateTimer(callback, state, Quick(dueTime), Quick(period)));

    private TimeSpan Quick(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / speed) + CoarseTick);

    private sealed class QuickTimer(QuickTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Quick(dueTime), time.Quick(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
