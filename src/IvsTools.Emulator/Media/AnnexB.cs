using System.Buffers;

namespace IvsTools.Emulator.Media;

/// <summary>Converts H.264 to the byte stream format with start codes (H.264, Annex B).</summary>
internal static class AnnexB
{
    private const int SequenceParameterSet = 7;
    private const int Delimiter = 9;

    public static ReadOnlySpan<byte> StartCode => [0, 0, 0, 1];

    /// <summary>HLS requires this delimiter at the start of each picture (RFC 8216, 3.2).</summary>
    private static ReadOnlySpan<byte> AccessUnitDelimiter => [0, 0, 0, 1, Delimiter, 0xF0];

    /// <summary>Writes one picture. Parameter sets precede each key frame, because a player can start with any segment.</summary>
    /// <exception cref="InvalidDataException">A NAL unit is longer than the picture.</exception>
    public static void Write(ReadOnlySpan<byte> picture, bool isKey, AvcConfiguration configuration, IBufferWriter<byte> output)
    {
        output.Write(AccessUnitDelimiter);
        if (isKey && !Contains(picture, SequenceParameterSet, configuration.LengthSize))
            output.Write(configuration.ParameterSets.Span);
        for (var reader = new PayloadReader(picture); reader.Rest.Length > 0;)
        {
            var nal = Next(ref reader, configuration.LengthSize);
            if (nal.Length == 0 || TypeOf(nal) == Delimiter)
                continue;
            output.Write(StartCode);
            output.Write(nal);
        }
    }

    private static bool Contains(ReadOnlySpan<byte> picture, int type, int lengthSize)
    {
        for (var reader = new PayloadReader(picture); reader.Rest.Length > 0;)
        {
            var nal = Next(ref reader, lengthSize);
            if (nal.Length > 0 && TypeOf(nal) == type)
                return true;
        }
        return false;
    }

    private static int TypeOf(ReadOnlySpan<byte> nal) => nal[0] & 0x1F;

    private static ReadOnlySpan<byte> Next(ref PayloadReader reader, int lengthSize)
    {
        long length = 0;
        foreach (var part in reader.Take(lengthSize))
            length = (length << 8) | part;
        return length <= reader.Rest.Length
            ? reader.Take((int)length)
            : throw new InvalidDataException($"A NAL unit of {length} bytes is longer than its message.");
    }
}
