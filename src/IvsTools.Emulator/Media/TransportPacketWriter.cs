using System.Buffers;

namespace IvsTools.Emulator.Media;

/// <summary>Writes transport stream packets (ISO/IEC 13818-1, 2.4.3).</summary>
internal sealed class TransportPacketWriter
{
    private const int PacketLength = 188;
    private const int HeaderLength = 4;
    private const int PayloadLength = PacketLength - HeaderLength;
    private const byte Sync = 0x47;
    private const byte Stuffing = 0xFF;
    private const byte RandomAccess = 0x40;
    private const byte HasClock = 0x10;

    private readonly ArrayBufferWriter<byte> _packets = new(256 * 1024);

    // The continuity counters continue in the next segment.
    private readonly Dictionary<Track, int> _counters = [];

    /// <summary>The number of written bytes.</summary>
    public int Length => _packets.WrittenCount;

    /// <summary>Writes a table that fits into one packet.</summary>
    public void WriteTable(Track track, ReadOnlySpan<byte> section)
    {
        var packet = StartPacket(track, isStart: true, hasAdaptation: false);
        // The pointer is zero, because the section follows immediately.
        packet[HeaderLength] = 0;
        section.CopyTo(packet[(HeaderLength + 1)..]);
        packet[(HeaderLength + 1 + section.Length)..].Fill(Stuffing);
        _packets.Advance(PacketLength);
    }

    /// <summary>Writes a PES packet. Only one track contains the program clock, which has a frequency of 90 kHz.</summary>
    public void WritePes(Track track, ReadOnlySpan<byte> pes, long? clock, bool isRandomAccess)
    {
        Span<byte> first = stackalloc byte[7];
        first = first[..WriteFlags(first, clock, isRandomAccess)];
        var adaptation = first;
        for (var isStart = true; pes.Length > 0; isStart = false, adaptation = [])
        {
            // The adaptation field consists of its length, its flags and stuffing bytes.
            var used = adaptation.Length == 0 ? 0 : adaptation.Length + 1;
            var length = Math.Min(pes.Length, PayloadLength - used);
            var field = PayloadLength - length;
            var packet = StartPacket(track, isStart, hasAdaptation: field > 0);
            if (field > 0)
                WriteAdaptation(packet.Slice(HeaderLength, field), adaptation);
            pes[..length].CopyTo(packet[(HeaderLength + field)..]);
            _packets.Advance(PacketLength);
            pes = pes[length..];
        }
    }

    /// <summary>Returns the packets that were written since the last call.</summary>
    public byte[] Take()
    {
        var packets = _packets.WrittenSpan.ToArray();
        _packets.ResetWrittenCount();
        return packets;
    }

    private static int WriteFlags(Span<byte> field, long? clock, bool isRandomAccess)
    {
        if (clock is null && !isRandomAccess)
            return 0;
        field[0] = (byte)((isRandomAccess ? RandomAccess : 0) | (clock is null ? 0 : HasClock));
        if (clock is not { } time)
            return 1;
        // The clock field consists of a base of 33 bits, 6 reserved bits, and an extension of 9 bits, which is 0.
        field[1] = (byte)(time >> 25);
        field[2] = (byte)(time >> 17);
        field[3] = (byte)(time >> 9);
        field[4] = (byte)(time >> 1);
        field[5] = (byte)((time << 7) | 0x7E);
        field[6] = 0;
        return field.Length;
    }

    private static void WriteAdaptation(Span<byte> field, ReadOnlySpan<byte> flags)
    {
        field[0] = (byte)(field.Length - 1);
        if (field.Length == 1)
            return;
        field[1..].Fill(Stuffing);
        field[1] = 0;
        flags.CopyTo(field[1..]);
    }

    private Span<byte> StartPacket(Track track, bool isStart, bool hasAdaptation)
    {
        var counter = _counters.GetValueOrDefault(track);
        _counters[track] = (counter + 1) % 16;
        var packet = _packets.GetSpan(PacketLength)[..PacketLength];
        packet[0] = Sync;
        packet[1] = (byte)((isStart ? 0x40 : 0) | ((int)track >> 8));
        packet[2] = (byte)track;
        packet[3] = (byte)((hasAdaptation ? 0x30 : 0x10) | counter);
        return packet;
    }
}
