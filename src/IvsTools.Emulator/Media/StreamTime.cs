namespace IvsTools.Emulator.Media;

/// <summary>Converts an encoder's timestamps, which wrap after 32 bits, to continuous times.</summary>
internal sealed class StreamTime
{
    private long? _last;

    /// <summary>
    /// Converts a timestamp to milliseconds from the start of the stream. A timestamp can be lower than the previous one, because
    /// encoders do not send audio and video packets exactly in order of time.
    /// </summary>
    public long Of(uint timestamp)
    {
        var time = _last is { } last ? last + (int)(timestamp - (uint)last) : timestamp;
        _last = time;
        return time;
    }
}
