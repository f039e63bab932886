namespace IvsTools.Emulator.Media;

/// <summary>The AAC sequence header, which is an AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1).</summary>
internal sealed class AacConfiguration
{
    private const int SpectralBandReplication = 5;
    private const int ParametricStereo = 29;
    private const int ExplicitRate = 15;
    private const int HeaderLength = 7;
    private const int LongestFrame = 0x1FFF;

    private static readonly int[] Rates =
        [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

    private readonly byte[] _config;
    private readonly int _profile;
    private readonly int _rateIndex;
    private readonly int _channels;

    private AacConfiguration(byte[] config, int objectType, int coreObjectType, int rateIndex, int channels)
    {
        _config = config;
        _profile = coreObjectType - 1;
        _rateIndex = rateIndex;
        _channels = channels;
        Codec = $"mp4a.40.{objectType}";
        SampleRate = Rates[rateIndex];
        // Channel configuration 7 is 7.1 surround, which has eight channels.
        Channels = channels == 7 ? 8 : channels;
    }

    /// <summary>The codec in the format of RFC 6381, for example mp4a.40.2.</summary>
    public string Codec { get; }

    /// <summary>The sample rate in hertz, without spectral band replication.</summary>
    public int SampleRate { get; }

    public int Channels { get; }

    /// <exception cref="InvalidDataException">The configuration is malformed.</exception>
    /// <exception cref="NotSupportedException">ADTS headers cannot describe the audio.</exception>
    public static AacConfiguration Parse(ReadOnlySpan<byte> config)
    {
        var reader = new BitReader(config);
        var objectType = reader.Bits(5);
        var rateIndex = ReadRateIndex(ref reader);
        var channels = reader.Bits(4);
        var core = objectType;
        if (objectType is SpectralBandReplication or ParametricStereo)
        {
            ReadRateIndex(ref reader);
            core = reader.Bits(5);
        }
        if (core is < 1 or > 4)
            throw new NotSupportedException($"AAC with the object type {core} cannot be played. Use AAC-LC.");
        if (channels is < 1 or > 7)
            throw new NotSupportedException($"AAC with the channel configuration {channels} cannot be played. Use mono or stereo.");
        return new AacConfiguration(config.ToArray(), objectType, core, rateIndex, channels);
    }

    /// <summary>Returns true if the bytes repeat this sequence header.</summary>
    public bool Is(ReadOnlySpan<byte> config) => config.SequenceEqual(_config);

    /// <summary>Returns the ADTS header of an audio frame (ISO/IEC 13818-7, 6.2).</summary>
    /// <exception cref="InvalidDataException">The frame is too long.</exception>
    public byte[] HeaderOf(ReadOnlySpan<byte> frame)
    {
        var length = frame.Length + HeaderLength;
        if (length > LongestFrame)
            throw new InvalidDataException($"An audio frame has {frame.Length} bytes, which is too long.");
        return
        [
            0xFF, 0xF1,
            (byte)((_profile << 6) | (_rateIndex << 2) | (_channels >> 2)),
            (byte)((_channels << 6) | (length >> 11)),
            (byte)(length >> 3),
            (byte)((length << 5) | 0x1F),
            0xFC,
        ];
    }

    private static int ReadRateIndex(ref BitReader reader)
    {
        var index = reader.Bits(4);
        if (index == ExplicitRate)
            index = Array.IndexOf(Rates, reader.Bits(24));
        return index >= 0 && index < Rates.Length
            ? index
            : throw new NotSupportedException("AAC with this sample rate cannot be played. Use 44,100 or 48,000 Hz.");
    }
}
