using System.Buffers.Binary;
using System.Globalization;

namespace IvsTools.Emulator.Ingest;

/// <summary>The AVCDecoderConfigurationRecord of H.264, and the resolution in its sequence parameter set.</summary>
internal sealed record AvcSettings(string Codec, string Profile, string Level, int? Width, int? Height)
{
    private const int SetsAt = 5;
    private const int CountMask = 0x1F;

    /// <exception cref="InvalidDataException">The record is malformed.</exception>
    public static AvcSettings Read(ReadOnlySpan<byte> record)
    {
        if (record.Length < SetsAt + 1 || record[0] != 1)
            throw new InvalidDataException("The settings of H.264 are malformed.");
        var (profile, level) = (record[1], record[3]);
        var (width, height) = (record[SetsAt] & CountMask) > 0 ? Resolution(record[(SetsAt + 1)..]) : (null, null);
        return new AvcSettings(
            $"avc1.{Convert.ToHexString(record[1..4])}",
            profile switch
            {
                66 => "Baseline",
                77 => "Main",
                88 => "Extended",
                100 => "High",
                110 => "High 10",
                122 => "High 4:2:2",
                244 => "High 4:4:4 Predictive",
                _ => profile.ToString(CultureInfo.InvariantCulture),
            },
            string.Create(CultureInfo.InvariantCulture, $"{level / 10}.{level % 10}"),
            width,
            height);
    }

    private static (int? Width, int? Height) Resolution(ReadOnlySpan<byte> sets)
    {
        if (!BinaryPrimitives.TryReadUInt16BigEndian(sets, out var length) || length > sets.Length - 2)
            throw new InvalidDataException("The settings of H.264 are too short.");
        return SequenceParameterSet.Resolution(sets.Slice(2, length));
    }
}
