namespace IvsTools.Emulator.Media;

/// <summary>Continues the 32-bit timestamps of an encoder after they wrap.</summary>
internal sealed class StreamTime
{
    private long? _last;

    /// <summary>
    /// Converts a timestamp to the time in the stream, in milliseconds. The time can be earlier than the previous time, because audio and
    /// video alternate.
    /// </summary>
    public long Of(uint timestamp)
    {
        var time = _last is { } last ? last + (int)(timestamp - (uint)last) : timestamp;
        _last = time;
        return time;
    }
}
