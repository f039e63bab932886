using System.Globalization;

namespace IvsTools.Emulator.Media;

/// <summary>The H.264 sequence header, which is an AVCDecoderConfigurationRecord (ISO/IEC 14496-15, 5.3.3.1).</summary>
internal sealed class AvcConfiguration
{
    private const int ProfileAt = 1;
    private const int LevelAt = 3;

    private readonly byte[] _record;

    private AvcConfiguration(byte[] record, int lengthSize, byte[] parameterSets, string codec, (int Width, int Height) resolution)
    {
        _record = record;
        LengthSize = lengthSize;
        ParameterSets = parameterSets;
        Codec = codec;
        (Width, Height) = resolution;
    }

    /// <summary>The size of the length field of each NAL unit in bytes.</summary>
    public int LengthSize { get; }

    /// <summary>The sequence and picture parameter sets with start codes.</summary>
    public ReadOnlyMemory<byte> ParameterSets { get; }

    /// <summary>The codec in the format of RFC 6381, for example avc1.4D401F.</summary>
    public string Codec { get; }

    public string Profile => _record[ProfileAt] switch
    {
        66 => "Baseline",
        77 => "Main",
        88 => "Extended",
        100 => "High",
        110 => "High 10",
        122 => "High 4:2:2",
        244 => "High 4:4:4 Predictive",
        var other => other.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The level, for example 3.1.</summary>
    public string Level => string.Create(CultureInfo.InvariantCulture, $"{_record[LevelAt] / 10}.{_record[LevelAt] % 10}");

    public int Width { get; }

    public int Height { get; }

    /// <exception cref="InvalidDataException">The record is malformed.</exception>
    public static AvcConfiguration Parse(ReadOnlySpan<byte> record)
    {
        var reader = new PayloadReader(record);
        if (reader.Byte() != 1)
            throw new InvalidDataException("The video sequence header has an unknown version.");
        var profile = reader.Take(3);
        var codec = "avc1." + Convert.ToHexString(profile);
        var lengthSize = (reader.Byte() & 3) + 1;
        if (lengthSize == 3)
            throw new InvalidDataException("The video sequence header specifies an invalid size for the NAL unit length fields.");
        var sets = new MemoryStream();
        var first = CopySets(ref reader, reader.Byte() & 0x1F, sets);
        CopySets(ref reader, reader.Byte(), sets);
        return new AvcConfiguration(record.ToArray(), lengthSize, sets.ToArray(), codec, AvcResolution.Of(first));
    }

    /// <summary>Returns true if the bytes repeat this sequence header.</summary>
    public bool Is(ReadOnlySpan<byte> record) => record.SequenceEqual(_record);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Codec} {Width}x{Height}");

    // Copies the parameter sets, and returns the first set.
    private static ReadOnlySpan<byte> CopySets(ref PayloadReader reader, int count, MemoryStream sets)
    {
        var first = ReadOnlySpan<byte>.Empty;
        for (var i = 0; i < count; i++)
        {
            var set = reader.Take(reader.UInt16());
            if (i == 0)
                first = set;
            sets.Write(AnnexB.StartCode);
            sets.Write(set);
        }
        return first.Length > 0
            ? first
            : throw new InvalidDataException("The video sequence header does not contain the parameter sets.");
    }
}
