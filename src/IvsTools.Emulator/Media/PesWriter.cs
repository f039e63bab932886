using System.Buffers;

namespace IvsTools.Emulator.Media;

/// <summary>Writes pictures, audio frames and metadata as PES packets (ISO/IEC 13818-1, 2.4.3.6).</summary>
internal sealed class PesWriter(TransportPacketWriter packets)
{
    private const byte VideoStream = 0xE0;
    private const byte AudioStream = 0xC0;
    private const byte PrivateStream = 0xBD;

    // The time in milliseconds for which a decoder buffers a picture.
    private const int ClockDelay = 500;

    private readonly ArrayBufferWriter<byte> _pes = new(64 * 1024);

    /// <exception cref="InvalidDataException">The picture is malformed.</exception>
    public void WriteVideo(VideoMessage message, long time, AvcConfiguration configuration)
    {
        StartPes(VideoStream, time + message.CompositionTime, message.CompositionTime == 0 ? null : time, length: null);
        AnnexB.Write(message.Data, message.IsKey, configuration, _pes);
        EndPes(Track.Video, TransportTime.Of(time - ClockDelay), message.IsKey);
    }

    /// <exception cref="InvalidDataException">The audio frame is malformed.</exception>
    public void WriteAudio(ReadOnlySpan<byte> frame, long time, AacConfiguration configuration, bool hasClock)
    {
        var header = configuration.HeaderOf(frame);
        StartPes(AudioStream, time, decoding: null, header.Length + frame.Length);
        _pes.Write(header);
        _pes.Write(frame);
        EndPes(Track.Audio, hasClock ? TransportTime.Of(time - ClockDelay) : null, isRandomAccess: true);
    }

    public void WriteMetadata(ReadOnlySpan<byte> tag, long time)
    {
        StartPes(PrivateStream, time, decoding: null, tag.Length);
        _pes.Write(tag);
        EndPes(Track.Metadata, null, isRandomAccess: false);
    }

    // The length is omitted only for video, because a picture can be too long for the 16-bit field.
    private void StartPes(byte stream, long presentation, long? decoding, int? length)
    {
        var times = decoding is null ? 5 : 10;
        var rest = length + 3 + times ?? 0;
        _pes.ResetWrittenCount();
        // 0x84 means that the data is aligned, 0x80 that one timestamp follows, and 0xC0 that two timestamps follow.
        _pes.Write<byte>([0, 0, 1, stream, (byte)(rest >> 8), (byte)rest, 0x84, (byte)(decoding is null ? 0x80 : 0xC0), (byte)times]);
        WriteTime(decoding is null ? 2 : 3, TransportTime.Of(presentation));
        if (decoding is { } time)
            WriteTime(1, TransportTime.Of(time));
    }

    // A time consists of a 4-bit prefix and 33 bits in three groups. A marker bit follows each group.
    private void WriteTime(int prefix, long time) => _pes.Write<byte>(
    [
        (byte)((prefix << 4) | ((int)(time >> 29) & 0x0E) | 1),
        (byte)(time >> 22),
        (byte)((time >> 14) | 1),
        (byte)(time >> 7),
        (byte)((time << 1) | 1),
    ]);

    private void EndPes(Track track, long? clock, bool isRandomAccess) => packets.WritePes(track, _pes.WrittenSpan, clock, isRandomAccess);
}
