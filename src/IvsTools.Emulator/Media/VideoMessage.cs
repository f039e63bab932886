using System.Text;

namespace IvsTools.Emulator.Media;

/// <summary>A video message, which is the body of an FLV video tag (FLV, E.4.3).</summary>
internal readonly ref struct VideoMessage
{
    private const int Avc = 7;
    private const int SequenceHeader = 0;
    private const int Pictures = 1;
    private const int KeyFrame = 1;

    private VideoMessage(bool isKey, bool isSequenceHeader, int compositionTime, ReadOnlySpan<byte> data)
    {
        IsKey = isKey;
        IsSequenceHeader = isSequenceHeader;
        CompositionTime = compositionTime;
        Data = data;
    }

    /// <summary>True if the picture can be decoded without earlier pictures.</summary>
    public bool IsKey { get; }

    public bool IsSequenceHeader { get; }

    /// <summary>The number of milliseconds between decoding and presentation.</summary>
    public int CompositionTime { get; }

    /// <summary>The sequence header or the NAL units. Empty at the end of a sequence.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <exception cref="NotSupportedException">The video is not H.264.</exception>
    /// <exception cref="InvalidDataException">The message is too short.</exception>
    public static VideoMessage Parse(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var first = reader.Byte();
        // In Enhanced RTMP, a FourCC identifies the codec.
        if ((first & 0x80) != 0)
        {
            var codec = Encoding.Latin1.GetString(reader.Take(4)) switch
            {
                "hvc1" => "HEVC",
                "av01" => "AV1",
                "vp09" => "VP9",
                "avc1" => "H.264 in Enhanced RTMP",
                _ => "Enhanced RTMP",
            };
            throw new NotSupportedException($"{codec} video cannot be played. Select H.264 (AVC) without Enhanced RTMP in the encoder.");
        }
        if ((first & 0x0F) != Avc)
            throw new NotSupportedException($"Video with the codec ID {first & 0x0F} cannot be played. Select H.264 (AVC) in the encoder.");
        var type = reader.Byte();
        var compositionTime = reader.Int24();
        return new VideoMessage(
            first >> 4 == KeyFrame, type == SequenceHeader, compositionTime, type is SequenceHeader or Pictures ? reader.Rest : []);
    }
}
