using System.Buffers.Binary;
using System.IO.Hashing;

namespace IvsTools.Emulator.Media;

/// <summary>The tables that describe the program and its tracks (ISO/IEC 13818-1, 2.4.4). Each segment starts with these tables.</summary>
internal static class ProgramTables
{
    private const byte AssociationId = 0;
    private const byte MapId = 2;
    private const int ProgramNumber = 1;
    private const byte Avc = 0x1B;
    private const byte Aac = 0x0F;
    private const byte TimedMetadata = 0x15;

    private static readonly Crc32ParameterSet Mpeg = Crc32ParameterSet.Create(0x04C11DB7, 0xFFFFFFFF, 0, reflectValues: false);

    // Both descriptors identify the metadata format as "ID3 " (ISO/IEC 13818-1, 2.6.58 and 2.6.60).
    private static readonly byte[] MetadataPointer =
        [0x25, 15, 0xFF, 0xFF, .. "ID3 "u8, 0xFF, .. "ID3 "u8, 0, 0x1F, 0, ProgramNumber];

    private static readonly byte[] Metadata = [0x26, 13, 0xFF, 0xFF, .. "ID3 "u8, 0xFF, .. "ID3 "u8, 0, 0x0F];

    public static byte[] Association { get; } = Section(AssociationId, [0, ProgramNumber, .. Pid(Track.ProgramMap)]);

    public static byte[] Map(bool hasVideo, bool hasAudio) => Section(MapId,
    [
        .. Pid(hasVideo ? Track.Video : Track.Audio), .. Described(MetadataPointer),
        .. hasVideo ? [Avc, .. Pid(Track.Video), .. Described([])] : Array.Empty<byte>(),
        .. hasAudio ? [Aac, .. Pid(Track.Audio), .. Described([])] : Array.Empty<byte>(),
        TimedMetadata, .. Pid(Track.Metadata), .. Described(Metadata),
    ]);

    // Three reserved bits precede the packet identifier.
    private static byte[] Pid(Track track) => [(byte)(0xE0 | ((int)track >> 8)), (byte)track];

    // Four reserved bits precede the length of the descriptors.
    private static byte[] Described(ReadOnlySpan<byte> descriptors) => [0xF0, (byte)descriptors.Length, .. descriptors];

    private static byte[] Section(byte tableId, byte[] body)
    {
        const int HeaderAfterLength = 5;
        const int CheckLength = 4;
        // The header contains the ID of the transport stream or program. The table consists of one section and has version 0.
        byte[] section = [tableId, 0xB0, (byte)(HeaderAfterLength + body.Length + CheckLength), 0, ProgramNumber, 0xC1, 0, 0, .. body];
        var check = new byte[CheckLength];
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32.HashToUInt32(Mpeg, section));
        return [.. section, .. check];
    }
}
