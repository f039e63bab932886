using System.Globalization;

namespace IvsTools;

/// <summary>A rendition that the multivariant playlist offers.</summary>
/// <param name="Resolution">Width and height, such as 1280x720. Null for audio.</param>
/// <param name="Bandwidth">The peak bit rate in bits per second.</param>
/// <param name="Codecs">The codecs in the format of RFC 6381.</param>
public sealed record PlaybackVariant(string? Resolution, long? Bandwidth, string? Codecs)
{
    /// <summary>Width and height, such as 1280x720. Null for audio.</summary>
    public string? Resolution { get; } = Resolution;

    /// <summary>The peak bit rate in bits per second.</summary>
    public long? Bandwidth { get; } = Bandwidth;

    /// <summary>The codecs in the format of RFC 6381.</summary>
    public string? Codecs { get; } = Codecs;

    /// <summary>The resolution and the bit rate. The URL is not shown, because it starts playback for everyone who has it.</summary>
    public override string ToString() => Bandwidth is { } bandwidth
        ? string.Create(CultureInfo.InvariantCulture, $"{Resolution ?? "audio"} at {bandwidth / 1000:N0} kbit/s")
        : Resolution ?? "unknown";
}
