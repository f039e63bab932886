namespace IvsTools.Emulator.Ingest;

/// <summary>Reads numbers of any number of bits.</summary>
/// <param name="bytes">The bytes, the most significant bit first.</param>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestGolomb = 31;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <exception cref="InvalidDataException">There are fewer bits.</exception>
    public int Read(int count)
    {
        var value = 0;
        for (; count > 0; count--, _position++)
        {
            if (_position >= _bytes.Length * 8)
                throw new InvalidDataException("The settings of a codec are too short.");
            value = value << 1 | _bytes[_position / 8] >> (7 - _position % 8) & 1;
        }
        return value;
    }

    public bool ReadFlag() => Read(1) == 1;

    /// <summary>An unsigned Exp-Golomb number of H.264.</summary>
    /// <exception cref="InvalidDataException">There are fewer bits, or the number is too large.</exception>
    public int ReadGolomb()
    {
        var zeros = 0;
        while (!ReadFlag())
        {
            if (++zeros >= LongestGolomb)
                throw new InvalidDataException("A number in the settings of H.264 is too large.");
        }
        return (1 << zeros) - 1 + Read(zeros);
    }
}
