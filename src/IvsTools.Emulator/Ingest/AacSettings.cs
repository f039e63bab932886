using System.Globalization;

namespace IvsTools.Emulator.Ingest;

/// <summary>The AudioSpecificConfig of AAC.</summary>
internal sealed record AacSettings(string Codec, int SampleRate, int Channels)
{
    private const int OtherObjectTypes = 31;
    private const int OtherSampleRate = 15;

    private static readonly int[] SampleRates =
        [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

    /// <exception cref="InvalidDataException">The settings are too short or use a reserved number.</exception>
    public static AacSettings Read(ReadOnlySpan<byte> content)
    {
        var bits = new BitReader(content);
        var objectType = bits.Read(5);
        if (objectType == OtherObjectTypes)
            objectType = 32 + bits.Read(6);
        var index = bits.Read(4);
        var sampleRate = index == OtherSampleRate ? bits.Read(24)
            : index < SampleRates.Length ? SampleRates[index]
            : throw new InvalidDataException($"The sample rate {index} of AAC is reserved.");
        var channels = bits.Read(4);
        // The last configuration is 7.1.
        return new AacSettings(
            string.Create(CultureInfo.InvariantCulture, $"mp4a.40.{objectType}"), sampleRate, channels == 7 ? 8 : channels);
    }
}
