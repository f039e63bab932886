namespace IvsTools.Emulator.Media;

/// <summary>Reads bits and Exp-Golomb codes (H.264, 9.1). The most significant bit is first.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _position;

    /// <exception cref="InvalidDataException">The data ends too early.</exception>
    public int Bits(int count)
    {
        if (_position + count > _data.Length * 8)
            throw new InvalidDataException("A codec configuration ends too early.");
        var value = 0;
        for (var i = 0; i < count; i++, _position++)
            value = (value << 1) | ((_data[_position / 8] >> (7 - (_position % 8))) & 1);
        return value;
    }

    public bool Flag() => Bits(1) == 1;

    /// <summary>Reads an unsigned Exp-Golomb code, ue(v).</summary>
    /// <exception cref="InvalidDataException">The code is longer than 31 bits.</exception>
    public int Unsigned()
    {
        var zeros = 0;
        while (!Flag())
        {
            if (++zeros > 15)
                throw new InvalidDataException("A codec configuration contains a number that is too large.");
        }
        return (1 << zeros) - 1 + Bits(zeros);
    }

    /// <summary>Reads a signed Exp-Golomb code, se(v).</summary>
    public int Signed()
    {
        var code = Unsigned();
        return code % 2 == 0 ? -(code / 2) : (code / 2) + 1;
    }
}
