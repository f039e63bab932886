namespace IvsTools.Emulator.State;

/// <summary>A clock that follows another clock and can be moved forward.</summary>
internal sealed class EmulatorClock(TimeProvider inner) : TimeProvider
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(36_500);
    private long _aheadTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The total time by which the clock has been moved forward.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Ahead;

    public override long GetTimestamp() => (inner.GetElapsedTime(0) + Ahead).Ticks;

    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or the clock would be more than 100 years ahead.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, Furthest - Ahead);
        Interlocked.Add(ref _aheadTicks, by.Ticks);
    }

    public void Reset() => Interlocked.Exchange(ref _aheadTicks, 0);
}
