using System.Buffers.Binary;

namespace IvsTools.Emulator.Media;

/// <summary>Reads the bytes of a message.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <exception cref="InvalidDataException">The message is too short.</exception>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
            throw new InvalidDataException($"A message ends {count - _rest.Length} bytes too early.");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    public byte Byte() => Take(1)[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    /// <summary>Reads a signed 24-bit number.</summary>
    public int Int24()
    {
        var bytes = Take(3);
        return ((sbyte)bytes[0] << 16) | (bytes[1] << 8) | bytes[2];
    }
}
