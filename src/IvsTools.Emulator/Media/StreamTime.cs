namespace IvsTools.Emulator.Media;

/// <summary>Continues the 32-bit timestamps of an encoder after they wrap.</summary>
internal sealed class StreamTime
{
    private long? _last;

    /// <summary>The time of a timestamp in milliseconds. It can be before the previous one, because audio and video alternate.</summary>
    public long Of(uint timestamp)
    {
        var time = _last is { } last ? last + (int)(timestamp - (uint)last) : timestamp;
        _last = time;
        return time;
    }
}
