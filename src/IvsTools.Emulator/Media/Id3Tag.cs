using System.Buffers.Binary;
using System.Text;

namespace IvsTools.Emulator.Media;

/// <summary>Timed metadata as an ID3 tag (ID3v2.4).</summary>
/// <remarks>
/// The frame is TXXX, user-defined text. The frame has a description and a text, like a TextMetadataCue of the IVS player.
/// hls.js adds a cue to a metadata track for each frame that it can decode: TXXX, other text frames and PRIV.
/// </remarks>
internal static class Id3Tag
{
    private const byte Utf8 = 3;

    public static byte[] Of(string text)
    {
        // Encoding, an empty description with its terminator, and the text.
        return Tag("TXXX"u8, [Utf8, 0, .. Encoding.UTF8.GetBytes(text)]);
    }

    /// <summary>A tag with the time of a segment (RFC 8216, 3.4). Players do not create a cue for it.</summary>
    /// <param name="time">The time in milliseconds.</param>
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

    // Four groups of seven bits.
    private static byte[] Size(int value) =>
        [(byte)((value >> 21) & 0x7F), (byte)((value >> 14) & 0x7F), (byte)((value >> 7) & 0x7F), (byte)(value & 0x7F)];
}
