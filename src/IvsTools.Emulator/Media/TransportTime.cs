namespace IvsTools.Emulator.Media;

/// <summary>Converts times to the 33-bit clock of MPEG-TS, which has a frequency of 90 kHz.</summary>
internal static class TransportTime
{
    private const long Wrap = 1L << 33;
    private const int PerMillisecond = 90;

    // The number of milliseconds that is added to each time. Without it, the program clock would start below zero, because PesWriter
    // subtracts ClockDelay. In a faulty stream, a presentation time can still be below zero, because it can be much earlier than the
    // decoding time.
    private const long Offset = 1000;

    public static long Of(long milliseconds)
    {
        var time = (milliseconds + Offset) * PerMillisecond % Wrap;
        return time < 0 ? time + Wrap : time;
    }
}
