namespace IvsTools.Emulator.Media;

/// <summary>Times of MPEG-TS: 33 bits of a 90 kHz clock.</summary>
internal static class TransportTime
{
    private const long Wrap = 1L << 33;
    private const int PerMillisecond = 90;

    // In a faulty stream, the presentation time can be before the decoding time. The program clock is behind both times.
    private const long Start = 1000;

    /// <param name="milliseconds">The time of the stream, which can be negative.</param>
    public static long Of(long milliseconds)
    {
        var time = (milliseconds + Start) * PerMillisecond % Wrap;
        return time < 0 ? time + Wrap : time;
    }
}
