using System.Buffers.Binary;
using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Reads the tags of an FLV file. The tags have the same bodies as RTMP messages.</summary>
internal static class Flv
{
    private const int HeaderLength = 9;
    private const int TagHeaderLength = 11;
    private const int SizeLength = 4;

    /// <param name="file">The file. An encoder may still be writing to it.</param>
    public static IEnumerable<MediaPacket> Read(Stream file)
    {
        Skip(file, HeaderLength + SizeLength);
        var header = new byte[TagHeaderLength];
        while (file.ReadAtLeast(header, TagHeaderLength, throwOnEndOfStream: false) == TagHeaderLength)
        {
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header) & 0xFFFFFF];
            file.ReadExactly(body);
            Skip(file, SizeLength);
            // The fourth byte of the timestamp is the most significant.
            var timestamp = ((uint)header[7] << 24) | ((uint)header[4] << 16) | ((uint)header[5] << 8) | header[6];
            yield return new MediaPacket((MediaKind)header[0], timestamp, body);
        }
    }

    private static void Skip(Stream file, int count) => file.ReadExactly(new byte[count]);
}
