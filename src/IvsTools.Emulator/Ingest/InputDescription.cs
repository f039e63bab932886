using System.Text.Json.Nodes;
using IvsTools.Emulator.Ingest.Rtmp;
using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Ingest;

/// <summary>The tracks that a stream's metadata and sequence headers describe.</summary>
internal sealed class InputDescription
{
    private const double LargestBitrate = 1e9;
    private const double BitsPerKilobit = 1000;

    private Dictionary<string, object?> _metadata = [];
    private AvcConfiguration? _avc;
    private AacConfiguration? _aac;

    /// <summary>Updates the description from a metadata message or from changed sequence headers.</summary>
    /// <returns>True if the description has changed.</returns>
    /// <exception cref="InvalidDataException">The metadata is malformed.</exception>
    public bool Update(MediaPacket packet, (AvcConfiguration? Video, AacConfiguration? Audio) configurations)
    {
        if (packet.Kind == MediaKind.Data)
            return ReadMetadata(packet.Payload);
        if (configurations == (_avc, _aac))
            return false;
        (_avc, _aac) = configurations;
        return true;
    }

    /// <summary>Returns the video track in the format of the API, or null if the encoder has not yet described it.</summary>
    public JsonObject? Video(InputRates? measured) => _avc is not { } avc ? null : new JsonObject
    {
        ["encoder"] = _metadata.GetValueOrDefault("encoder") as string ?? string.Empty,
        ["codec"] = avc.Codec,
        ["profile"] = avc.Profile,
        ["level"] = avc.Level,
        ["avcProfile"] = avc.Profile,
        ["avcLevel"] = avc.Level,
        ["videoWidth"] = avc.Width,
        ["videoHeight"] = avc.Height,
        ["targetFramerate"] = Number("framerate") ?? measured?.Framerate,
        ["targetBitrate"] = Number("videodatarate", BitsPerKilobit) ?? measured?.VideoBitrate,
        ["track"] = "Track0",
    };

    /// <summary>Returns the audio track in the format of the API, or null if the encoder has not yet described it.</summary>
    public JsonObject? Audio(InputRates? measured) => _aac is not { } aac ? null : new JsonObject
    {
        ["codec"] = aac.Codec,
        ["targetBitrate"] = Number("audiodatarate", BitsPerKilobit) ?? measured?.AudioBitrate,
        ["sampleRate"] = aac.SampleRate,
        ["channels"] = aac.Channels,
        ["track"] = "Track0",
    };

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
