namespace IvsTools.Emulator.Tests.Media;

/// <summary>Writes the bits of a codec configuration.</summary>
internal sealed class BitWriter
{
    private readonly List<bool> _bits = [];

    public BitWriter Bits(int count, int value)
    {
        for (var i = count - 1; i >= 0; i--)
            _bits.Add(((value >> i) & 1) == 1);
        return this;
    }

    /// <summary>Writes an Exp-Golomb code.</summary>
    public BitWriter Unsigned(int value)
    {
        var length = (int)Math.Log2(value + 1);
        return Bits(length, 0).Bits(length + 1, value + 1);
    }

    public BitWriter Signed(int value) => Unsigned(value > 0 ? (2 * value) - 1 : -2 * value);

    /// <summary>Returns the written bits as bytes, with a stop bit at the end.</summary>
    public byte[] ToBytes()
    {
        List<bool> bits = [.. _bits, true];
        while (bits.Count % 8 != 0)
            bits.Add(false);
        return [.. bits.Chunk(8).Select(chunk => (byte)chunk.Aggregate(0, (value, bit) => (value << 1) | (bit ? 1 : 0)))];
    }
}
