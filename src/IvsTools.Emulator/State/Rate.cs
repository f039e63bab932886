namespace IvsTools.Emulator.State;

/// <summary>
/// A limit for the number of calls per second, which allows bursts. Not thread-safe.
/// </summary>
internal sealed class Rate(double perSecond, TimeProvider time)
{
    private readonly double _most = Math.Max(1, Math.Floor(perSecond));
    private double _left = Math.Max(1, Math.Floor(perSecond));
    private long _last = time.GetTimestamp();

    public bool TryTake()
    {
        _left = Math.Min(_most, _left + (perSecond * time.GetElapsedTime(_last).TotalSeconds));
        _last = time.GetTimestamp();
        if (_left < 1)
            return false;
        _left--;
        return true;
    }
}
