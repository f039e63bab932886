namespace IvsTools.Emulator.Media;

/// <summary>Converts times to the 33-bit clock of MPEG-TS, which has a frequency of 90 kHz.</summary>
internal static class TransportTime
{
    private const long Wrap = 1L << 33;
    private const int PerMillisecond = 90;

    // The times start at this number of milliseconds, so that the program clock, which is behind the first picture, does not start
    // below zero. In a faulty stream, a presentation time can still be below zero, because it can be much earlier than the
    // decoding time.
    private const long Start = 1000;

    public static long Of(long milliseconds)
    {
        var time = (milliseconds + Start) * PerMillisecond % Wrap;
        return time < 0 ? time + Wrap : time;
    }
}
