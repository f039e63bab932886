using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>A playback configuration of AWS Elemental MediaTailor, a separate service with its own ARNs.</summary>
[method: JsonConstructor]
public sealed class MediaTailorPlaybackConfiguration(string? PlaybackConfigurationArn)
{
    /// <summary>No settings. With this constructor, PowerShell completes the keys of a hashtable for this type.</summary>
    public MediaTailorPlaybackConfiguration()
        : this(null)
    {
    }

    /// <summary>0 to 128 characters, <c>arn:aws:mediatailor:&lt;region&gt;:&lt;account&gt;:playbackConfiguration/&lt;id&gt;</c>.</summary>
    public string? PlaybackConfigurationArn { get; init; } = PlaybackConfigurationArn;

    /// <summary>Only the ARN.</summary>
    public override string ToString() => PlaybackConfigurationArn ?? string.Empty;
}
