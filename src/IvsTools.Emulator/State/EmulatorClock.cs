namespace IvsTools.Emulator.State;

/// <summary>A clock that goes on as another one does, and can be set forward.</summary>
internal sealed class EmulatorClock(TimeProvider inner) : TimeProvider
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(36_500);
    private long _aheadTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far it was set forward.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Ahead;

    public override long GetTimestamp() => (inner.GetElapsedTime(0) + Ahead).Ticks;

    /// <exception cref="ArgumentOutOfRangeException">Backward, or over a hundred years in all.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, Furthest - Ahead);
        Interlocked.Add(ref _aheadTicks, by.Ticks);
    }

    public void Reset() => Interlocked.Exchange(ref _aheadTicks, 0);
}
