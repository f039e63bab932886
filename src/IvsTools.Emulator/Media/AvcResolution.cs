namespace IvsTools.Emulator.Media;

/// <summary>Reads the width and height of the video from a sequence parameter set (H.264, 7.3.2.1.1).</summary>
internal static class AvcResolution
{
    private const int MacroblockSize = 16;
    private const int MostMacroblocks = 1024;

    // The sequence parameter sets of these profiles contain a chroma format.
    private static readonly int[] HighProfiles = [44, 83, 86, 100, 110, 118, 122, 128, 134, 135, 138, 139, 244];

    /// <param name="sps">The NAL unit.</param>
    /// <exception cref="InvalidDataException">The sequence parameter set is malformed.</exception>
    public static (int Width, int Height) Of(ReadOnlySpan<byte> sps)
    {
        var reader = new BitReader(WithoutEmulationPrevention(sps));
        reader.Bits(8);
        var profile = reader.Bits(8);
        reader.Bits(16);
        reader.Unsigned();
        var chroma = HighProfiles.Contains(profile) ? ReadChroma(ref reader) : 1;
        reader.Unsigned();
        SkipPictureOrder(ref reader);
        reader.Unsigned();
        reader.Bits(1);
        var columns = reader.Unsigned() + 1;
        var rows = reader.Unsigned() + 1;
        var isOnlyFrames = reader.Flag();
        if (!isOnlyFrames)
        {
            reader.Bits(1);
            rows *= 2;
        }
        reader.Bits(1);
        if (columns > MostMacroblocks || rows > MostMacroblocks)
            throw new InvalidDataException("The video resolution is too large.");
        var (cropX, cropY) = reader.Flag() ? ReadCropping(ref reader) : (0, 0);
        // Cropping is measured in chroma samples. In 4:2:0, the chroma has half the width and height; in 4:2:2, half the width.
        var width = (columns * MacroblockSize) - (cropX * (chroma is 1 or 2 ? 2 : 1));
        var height = (rows * MacroblockSize) - (cropY * (chroma is 1 ? 2 : 1) * (isOnlyFrames ? 1 : 2));
        return width > 0 && height > 0
            ? (width, height)
            : throw new InvalidDataException("The video resolution is zero.");
    }

    // In a NAL unit, the bytes 00 00 03 represent the bytes 00 00.
    private static byte[] WithoutEmulationPrevention(ReadOnlySpan<byte> nal)
    {
        var data = new List<byte>(nal.Length);
        var zeros = 0;
        foreach (var value in nal)
        {
            if (zeros >= 2 && value == 3)
            {
                zeros = 0;
                continue;
            }
            zeros = value == 0 ? zeros + 1 : 0;
            data.Add(value);
        }
        return [.. data];
    }

    private static int ReadChroma(ref BitReader reader)
    {
        var chroma = reader.Unsigned();
        var hasSeparatePlanes = chroma == 3 && reader.Flag();
        reader.Unsigned();
        reader.Unsigned();
        reader.Bits(1);
        if (reader.Flag())
        {
            for (var i = 0; i < (chroma == 3 ? 12 : 8); i++)
            {
                if (reader.Flag())
                    SkipScalingList(ref reader, i < 6 ? 16 : 64);
            }
        }
        return hasSeparatePlanes ? 0 : chroma;
    }

    private static void SkipScalingList(ref BitReader reader, int size)
    {
        var (last, next) = (8, 8);
        for (var i = 0; i < size && next != 0; i++)
        {
            next = (last + reader.Signed()) & 0xFF;
            last = next == 0 ? last : next;
        }
    }

    private static void SkipPictureOrder(ref BitReader reader)
    {
        switch (reader.Unsigned())
        {
            case 0:
                reader.Unsigned();
                break;
            case 1:
                reader.Bits(1);
                reader.Signed();
                reader.Signed();
                for (var left = reader.Unsigned(); left > 0; left--)
                    reader.Signed();
                break;
        }
    }

    private static (int X, int Y) ReadCropping(ref BitReader reader)
    {
        var x = reader.Unsigned() + reader.Unsigned();
        return (x, reader.Unsigned() + reader.Unsigned());
    }
}
