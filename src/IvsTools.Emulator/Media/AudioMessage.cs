namespace IvsTools.Emulator.Media;

/// <summary>An audio message, which is the body of an FLV audio tag (FLV, E.4.2).</summary>
internal readonly ref struct AudioMessage
{
    private const int Aac = 10;
    private const int Enhanced = 9;
    private const int SequenceHeader = 0;

    private AudioMessage(bool isSequenceHeader, ReadOnlySpan<byte> data)
    {
        IsSequenceHeader = isSequenceHeader;
        Data = data;
    }

    public bool IsSequenceHeader { get; }

    /// <summary>The sequence header or an audio frame.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <exception cref="NotSupportedException">The audio is not AAC.</exception>
    /// <exception cref="InvalidDataException">The message is too short.</exception>
    public static AudioMessage Parse(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var format = reader.Byte() >> 4;
        if (format != Aac)
        {
            throw new NotSupportedException(
                format == Enhanced
                    ? "Enhanced RTMP audio cannot be played. Select AAC without Enhanced RTMP in the encoder."
                    : $"Audio with the format {format} cannot be played. Select AAC in the encoder.");
        }
        return new AudioMessage(reader.Byte() == SequenceHeader, reader.Rest);
    }
}
