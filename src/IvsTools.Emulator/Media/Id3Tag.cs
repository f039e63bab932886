using System.Buffers.Binary;
using System.Text;

namespace IvsTools.Emulator.Media;

/// <summary>Creates ID3v2.4 tags for timed metadata.</summary>
/// <remarks>
/// A tag contains one TXXX frame with a description and a text. The IVS player returns them in a TextMetadataCue, and hls.js
/// returns them in a cue of a metadata track.
/// </remarks>
internal static class Id3Tag
{
    private const byte Utf8 = 3;

    public static byte[] Of(string text)
    {
        // The frame contains the encoding, an empty description with its terminator, and the text.
        return Tag("TXXX"u8, [Utf8, 0, .. Encoding.UTF8.GetBytes(text)]);
    }

    /// <summary>Creates a tag with the time of a segment (RFC 8216, 3.4). Players ignore this tag.</summary>
    /// <param name="time">The segment's time in milliseconds.</param>
    public static byte[] OfTime(long time)
    {
        var timestamp = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(timestamp, TransportTime.Of(time));
        return Tag("PRIV"u8, [.. "com.apple.streaming.transportStreamTimestamp\0"u8, .. timestamp]);
    }

    private static byte[] Tag(ReadOnlySpan<byte> id, byte[] content)
    {
        byte[] frame = [.. id, .. Size(content.Length), 0, 0, .. content];
        return [.. "ID3"u8, 4, 0, 0, .. Size(frame.Length), .. frame];
    }

    // ID3 stores a size in four groups of seven bits.
    private static byte[] Size(int value) =>
        [(byte)((value >> 21) & 0x7F), (byte)((value >> 14) & 0x7F), (byte)((value >> 7) & 0x7F), (byte)(value & 0x7F)];
}
