using System.Text.Json.Nodes;
using IvsTools.Emulator.Ingest.Rtmp;
using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Ingest;

/// <summary>The tracks of a stream, from its metadata and from the settings of its decoders.</summary>
internal sealed class InputDescription
{
    private const byte EnhancedHeader = 0x80;
    private const int Avc = 7;
    private const int Aac = 10;
    private const double LargestBitrate = 1e9;
    private const double BitsPerKilobit = 1000;

    private Dictionary<string, object?> _metadata = [];
    private AvcSettings? _avc;
    private AacSettings? _aac;

    /// <summary>Reads a message.</summary>
    /// <returns>True if the description has changed.</returns>
    /// <exception cref="NotSupportedException">The codec cannot be played.</exception>
    /// <exception cref="InvalidDataException">The message is malformed.</exception>
    public bool Read(MediaPacket packet) => packet.Kind switch
    {
        MediaKind.Video => ReadVideo(packet.Payload.Span),
        MediaKind.Audio => ReadAudio(packet.Payload.Span),
        _ => ReadMetadata(packet.Payload),
    };

    /// <summary>The video track in the format of the API. Null until its settings are known.</summary>
    public JsonObject? Video(InputRates? measured) => _avc is not { } avc ? null : new JsonObject
    {
        ["encoder"] = _metadata.GetValueOrDefault("encoder") as string ?? string.Empty,
        ["codec"] = avc.Codec,
        ["profile"] = avc.Profile,
        ["level"] = avc.Level,
        ["avcProfile"] = avc.Profile,
        ["avcLevel"] = avc.Level,
        ["videoWidth"] = avc.Width ?? Number("width"),
        ["videoHeight"] = avc.Height ?? Number("height"),
        ["targetFramerate"] = Number("framerate") ?? measured?.Framerate,
        ["targetBitrate"] = Number("videodatarate", BitsPerKilobit) ?? measured?.VideoBitrate,
        ["track"] = "Track0",
    };

    /// <summary>The audio track in the format of the API. Null until its settings are known.</summary>
    public JsonObject? Audio(InputRates? measured) => _aac is not { } aac ? null : new JsonObject
    {
        ["codec"] = aac.Codec,
        ["targetBitrate"] = Number("audiodatarate", BitsPerKilobit) ?? measured?.AudioBitrate,
        ["sampleRate"] = aac.SampleRate,
        ["channels"] = aac.Channels,
        ["track"] = "Track0",
    };

    private bool ReadVideo(ReadOnlySpan<byte> tag)
    {
        if ((tag[0] & EnhancedHeader) != 0)
            throw new NotSupportedException("Video with the header of Enhanced RTMP cannot be played. Use H.264 with classic RTMP.");
        var codec = tag[0] & 0xF;
        if (codec != Avc)
            throw new NotSupportedException($"Video with codec {codec} of FLV cannot be played. Use H.264.");
        if (tag.Length < 5)
            throw new InvalidDataException("A video message is too short.");
        if (tag[1] != 0)
            return false;
        _avc = AvcSettings.Read(tag[5..]);
        return true;
    }

    private bool ReadAudio(ReadOnlySpan<byte> tag)
    {
        var format = tag[0] >> 4;
        if (format != Aac)
            throw new NotSupportedException($"Audio with format {format} of FLV cannot be played. Use AAC.");
        if (tag.Length < 2)
            throw new InvalidDataException("An audio message is too short.");
        if (tag[1] != 0)
            return false;
        _aac = AacSettings.Read(tag[2..]);
        return true;
    }

    private bool ReadMetadata(ReadOnlyMemory<byte> content)
    {
        var reader = new Amf0Reader(content);
        if (reader.Read() is not "onMetaData" || reader.Read() is not Dictionary<string, object?> metadata)
            return false;
        _metadata = metadata;
        return true;
    }

    private int? Number(string name, double factor = 1) =>
        _metadata.GetValueOrDefault(name) is double value && value * factor is >= 1 and <= LargestBitrate
            ? (int)Math.Round(value * factor)
            : null;
}
