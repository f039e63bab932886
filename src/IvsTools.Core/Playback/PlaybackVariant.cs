using System.Globalization;

namespace IvsTools;

/// <summary>A rendition that the multivariant playlist offers.</summary>
public sealed class PlaybackVariant(string? Resolution, long? Bandwidth, string? Codecs)
{
    /// <summary>The width and the height, such as 1280x720. The value is null for audio.</summary>
    public string? Resolution { get; } = Resolution;

    /// <summary>The peak bit rate in bits per second.</summary>
    public long? Bandwidth { get; } = Bandwidth;

    /// <summary>The codecs in the format that RFC 6381 defines.</summary>
    public string? Codecs { get; } = Codecs;

    /// <summary>Returns the resolution and the bit rate. The URL is not included, because everyone who has it can start playback.</summary>
    public override string ToString() => Bandwidth is { } bandwidth
        ? string.Create(CultureInfo.InvariantCulture, $"{Resolution ?? "audio"} at {bandwidth / 1000:N0} kbit/s")
        : Resolution ?? "unknown";
}
