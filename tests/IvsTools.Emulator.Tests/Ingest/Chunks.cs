using System.Buffers.Binary;

namespace IvsTools.Emulator.Tests.Ingest;

/// <summary>Writes RTMP chunks like an encoder.</summary>
internal static class Chunks
{
    private const uint Extended = 0xFFFFFF;

    /// <summary>Writes a message with a complete header.</summary>
    public static byte[] Message(
        byte type, byte[] content, uint timestamp = 0, uint streamId = 0, int chunkStream = 3, int chunkSize = 128)
    {
        var isExtended = timestamp >= Extended;
        byte[] extension = isExtended ? UInt32(timestamp) : [];
        var id = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(id, streamId);
        byte[] header =
            [.. Basic(0, chunkStream), .. UInt24(isExtended ? Extended : timestamp), .. UInt24((uint)content.Length), type, .. id];
        return [.. header, .. extension, .. Rest(content, chunkStream, chunkSize, extension)];
    }

    /// <summary>
    /// Writes a message with a shorter header. Format 1 has a time, a length and a type, format 2 only the time, and format 3 no
    /// fields.
    /// </summary>
    public static byte[] Message(int format, byte type, byte[] content, uint delta, int chunkStream = 3, int chunkSize = 128)
    {
        byte[] fields = format switch
        {
            1 => [.. UInt24(delta), .. UInt24((uint)content.Length), type],
            2 => UInt24(delta),
            _ => [],
        };
        return [.. Basic(format, chunkStream), .. fields, .. Rest(content, chunkStream, chunkSize, [])];
    }

    public static byte[] Basic(int format, int chunkStream) => chunkStream switch
    {
        < 64 => [(byte)(format << 6 | chunkStream)],
        < 320 => [(byte)(format << 6), (byte)(chunkStream - 64)],
        _ => [(byte)(format << 6 | 1), (byte)(chunkStream - 64), (byte)((chunkStream - 64) >> 8)],
    };

    public static byte[] UInt24(uint value) => UInt32(value)[1..];

    public static byte[] UInt32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Rest(byte[] content, int chunkStream, int chunkSize, byte[] extension) =>
    [
        .. content.Take(chunkSize),
        .. content.Skip(chunkSize).Chunk(chunkSize).SelectMany(
            chunk => (byte[])[.. Basic(3, chunkStream), .. extension, .. chunk]),
    ];
}
