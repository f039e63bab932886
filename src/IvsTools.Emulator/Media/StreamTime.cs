namespace IvsTools.Emulator.Media;

/// <summary>Converts an encoder's timestamps, which wrap after 32 bits, to continuous times.</summary>
internal sealed class StreamTime
{
    private long? _last;

    /// <summary>
    /// Converts a timestamp to milliseconds from the start of the stream. Audio and video alternate, so the time can be
    /// earlier than the previous time.
    /// </summary>
    public long Of(uint timestamp)
    {
        var time = _last is { } last ? last + (int)(timestamp - (uint)last) : timestamp;
        _last = time;
        return time;
    }
}
