using System.Buffers.Binary;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Reads a transport stream, and checks that its structure conforms to ISO/IEC 13818-1.</summary>
internal sealed class TransportStream
{
    private const int PacketLength = 188;
    private readonly Dictionary<int, List<byte>> _units = [];

    private TransportStream(byte[] stream, IDictionary<int, int> counters)
    {
        Assert.Equal(0, stream.Length % PacketLength);
        foreach (var packet in stream.Chunk(PacketLength))
            ReadPacket(packet, counters);
        foreach (var pid in _units.Keys.ToList())
            EndUnit(pid);
    }

    /// <summary>The track types. The keys are the packet identifiers.</summary>
    public Dictionary<int, int> Types { get; } = [];

    public List<PesPacket> Packets { get; } = [];

    /// <summary>The times of the program clock, in ticks of 1/90,000 second.</summary>
    public List<long> Clock { get; } = [];

    /// <summary>The descriptors of the program and of the metadata.</summary>
    public List<byte[]> Descriptors { get; } = [];

    private int ClockPid { get; set; } = -1;

    private int MapPid { get; set; } = -1;

    public IEnumerable<PesPacket> Of(int type) => Packets.Where(packet => Types[packet.Pid] == type);

    /// <param name="segment">The segment.</param>
    /// <param name="counters">The continuity counters of the previous segments.</param>
    public static TransportStream Read(byte[] segment, IDictionary<int, int>? counters = null) =>
        new(segment, counters ?? new Dictionary<int, int>());

    private void ReadPacket(byte[] packet, IDictionary<int, int> counters)
    {
        Assert.Equal(0x47, packet[0]);
        var pid = ((packet[1] & 0x1F) << 8) | packet[2];
        var (isStart, control, counter) = ((packet[1] & 0x40) != 0, packet[3] >> 4 & 3, packet[3] & 0x0F);
        Assert.Equal(0, packet[1] & 0xA0);
        if (counters.TryGetValue(pid, out var last))
            Assert.Equal((last + 1) % 16, counter);
        counters[pid] = counter;
        // Every packet of these streams has a payload.
        Assert.Equal(1, control & 1);
        var payload = packet.AsSpan(4);
        if ((control & 2) != 0)
        {
            ReadAdaptation(payload.Slice(1, payload[0]), pid);
            payload = payload[(payload[0] + 1)..];
        }
        Assert.False(payload.IsEmpty);
        if (pid is 0 || pid == MapPid)
        {
            Assert.True(isStart);
            ReadSection(payload[(payload[0] + 1)..], pid);
            return;
        }
        Assert.Contains(pid, Types.Keys);
        if (isStart)
        {
            EndUnit(pid);
            _units[pid] = [];
        }
        _units[pid].AddRange(payload);
    }

    private void ReadAdaptation(ReadOnlySpan<byte> field, int pid)
    {
        if (field.IsEmpty)
            return;
        var used = 1;
        if ((field[0] & 0x10) != 0)
        {
            Assert.Equal(ClockPid, pid);
            Clock.Add(((long)BinaryPrimitives.ReadUInt32BigEndian(field[1..]) << 1) | ((long)field[5] >> 7));
            used = 7;
        }
        Assert.Equal(0, field[0] & 0xAF);
        Assert.All(field[used..].ToArray(), stuffing => Assert.Equal(0xFF, stuffing));
    }

    private void ReadSection(ReadOnlySpan<byte> payload, int pid)
    {
        var length = 3 + (((payload[1] & 0x0F) << 8) | payload[2]);
        var section = payload[..length];
        Assert.Equal(0u, Crc(section));
        Assert.All(payload[length..].ToArray(), stuffing => Assert.Equal(0xFF, stuffing));
        if (pid == 0)
        {
            Assert.Equal(0, section[0]);
            MapPid = Pid(section[10..]);
            return;
        }
        Assert.Equal(2, section[0]);
        ClockPid = Pid(section[8..]);
        var described = ((section[10] & 0x0F) << 8) | section[11];
        Descriptors.Add(section.Slice(12, described).ToArray());
        for (var at = 12 + described; at < length - 4;)
        {
            var descriptors = ((section[at + 3] & 0x0F) << 8) | section[at + 4];
            Types[Pid(section[(at + 1)..])] = section[at];
            if (descriptors > 0)
                Descriptors.Add(section.Slice(at + 5, descriptors).ToArray());
            at += 5 + descriptors;
        }
        Assert.Contains(ClockPid, Types.Keys);
    }

    private static int Pid(ReadOnlySpan<byte> at) => ((at[0] & 0x1F) << 8) | at[1];

    private void EndUnit(int pid)
    {
        if (_units.Remove(pid, out var unit))
            Packets.Add(PesPacket.Read(pid, [.. unit]));
    }

    // A section ends with its CRC, so the CRC of the complete section is 0.
    private static uint Crc(ReadOnlySpan<byte> section)
    {
        var crc = uint.MaxValue;
        foreach (var value in section)
        {
            crc ^= (uint)value << 24;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 0x80000000) != 0 ? (crc << 1) ^ 0x04C11DB7 : crc << 1;
        }
        return crc;
    }
}

/// <summary>A PES packet. Its times are in ticks of 1/90,000 second.</summary>
internal sealed record PesPacket(int Pid, int StreamId, long Presentation, long Decoding, byte[] Data)
{
    public static PesPacket Read(int pid, byte[] unit)
    {
        Assert.Equal([0, 0, 1], unit[..3]);
        var length = (unit[4] << 8) | unit[5];
        if (length != 0)
            Assert.Equal(unit.Length - 6, length);
        Assert.Equal(2, unit[6] >> 6);
        var flags = unit[7] >> 6;
        Assert.True(flags is 2 or 3);
        var presentation = Time(unit.AsSpan(9), flags);
        var decoding = flags == 3 ? Time(unit.AsSpan(14), 1) : presentation;
        return new PesPacket(pid, unit[3], presentation, decoding, unit[(9 + unit[8])..]);
    }

    private static long Time(ReadOnlySpan<byte> at, int prefix)
    {
        Assert.Equal(prefix, at[0] >> 4);
        Assert.Equal((1, 1, 1), (at[0] & 1, at[2] & 1, at[4] & 1));
        return ((long)(at[0] & 0x0E) << 29) | ((long)at[1] << 22) | ((long)(at[2] & 0xFE) << 14) | ((long)at[3] << 7) | ((long)at[4] >> 1);
    }
}
