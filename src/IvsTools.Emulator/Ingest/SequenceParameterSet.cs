namespace IvsTools.Emulator.Ingest;

/// <summary>The sequence parameter set of H.264, up to the resolution.</summary>
internal static class SequenceParameterSet
{
    private const int MacroblockSize = 16;
    private const int MostReferenceFrames = 256;
    private const int Chroma444 = 3;
    private const int LargestMacroblocks = 1024;

    // These profiles have the format of the chroma and the scaling matrices.
    private static readonly int[] HighProfiles = [100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135];

    /// <summary>The resolution. Null if the set has scaling matrices, which encoders of live streams do not use.</summary>
    /// <param name="unit">The NAL unit.</param>
    /// <exception cref="InvalidDataException">The set is malformed.</exception>
    public static (int? Width, int? Height) Resolution(ReadOnlySpan<byte> unit)
    {
        var bits = new BitReader(WithoutEmulationPrevention(unit));
        bits.Read(8);
        var profile = bits.Read(8);
        bits.Read(16);
        bits.ReadGolomb();
        var chroma = 1;
        if (HighProfiles.Contains(profile))
        {
            chroma = bits.ReadGolomb();
            if (chroma == Chroma444)
                bits.Read(1);
            bits.ReadGolomb();
            bits.ReadGolomb();
            bits.Read(1);
            if (bits.ReadFlag())
                return (null, null);
        }
        bits.ReadGolomb();
        SkipOrder(ref bits);
        bits.ReadGolomb();
        bits.Read(1);
        var columns = bits.ReadGolomb() + 1;
        var rows = bits.ReadGolomb() + 1;
        // A frame of fields has twice the rows.
        var fields = bits.ReadFlag() ? 1 : 2;
        if (fields == 2)
            bits.Read(1);
        bits.Read(1);
        if (columns > LargestMacroblocks || rows > LargestMacroblocks)
            throw new InvalidDataException("The resolution of H.264 is too large.");
        var (width, height) = (columns * MacroblockSize, rows * fields * MacroblockSize);
        if (!bits.ReadFlag())
            return (width, height);
        var (unitX, unitY) = (chroma is 1 or 2 ? 2 : 1, (chroma == 1 ? 2 : 1) * fields);
        var (left, right, top, bottom) = (bits.ReadGolomb(), bits.ReadGolomb(), bits.ReadGolomb(), bits.ReadGolomb());
        var (croppedWidth, croppedHeight) = (width - (long)unitX * (left + (long)right), height - (long)unitY * (top + (long)bottom));
        return croppedWidth > 0 && croppedHeight > 0
            ? ((int)croppedWidth, (int)croppedHeight)
            : throw new InvalidDataException("The cropping of H.264 is larger than the picture.");
    }

    private static void SkipOrder(ref BitReader bits)
    {
        switch (bits.ReadGolomb())
        {
            case 0:
                bits.ReadGolomb();
                break;
            case 1:
                bits.Read(1);
                bits.ReadGolomb();
                bits.ReadGolomb();
                var cycle = bits.ReadGolomb();
                if (cycle > MostReferenceFrames)
                    throw new InvalidDataException("The picture order of H.264 is malformed.");
                for (; cycle > 0; cycle--)
                    bits.ReadGolomb();
                break;
        }
    }

    // Two zeros are followed by an inserted 3, so that they are not a start code.
    private static byte[] WithoutEmulationPrevention(ReadOnlySpan<byte> unit)
    {
        var bytes = new List<byte>(unit.Length);
        var zeros = 0;
        foreach (var value in unit)
        {
            if (zeros >= 2 && value == 3)
            {
                zeros = 0;
                continue;
            }
            zeros = value == 0 ? zeros + 1 : 0;
            bytes.Add(value);
        }
        return [.. bytes];
    }
}
