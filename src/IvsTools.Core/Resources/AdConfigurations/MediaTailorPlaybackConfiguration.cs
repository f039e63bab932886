using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>A playback configuration of AWS Elemental MediaTailor, which is a separate service with its own ARNs.</summary>
[method: JsonConstructor]
public sealed class MediaTailorPlaybackConfiguration(string? PlaybackConfigurationArn)
{
    /// <summary>Creates an object without settings. Without this constructor, PowerShell does not complete hashtable keys.</summary>
    public MediaTailorPlaybackConfiguration()
        : this(null)
    {
    }

    /// <summary>
    /// The ARN of up to 128 characters:
    /// <c>arn:aws:mediatailor:&lt;region&gt;:&lt;account&gt;:playbackConfiguration/&lt;id&gt;</c>.
    /// </summary>
    public string? PlaybackConfigurationArn { get; init; } = PlaybackConfigurationArn;

    /// <summary>Returns the ARN.</summary>
    public override string ToString() => PlaybackConfigurationArn ?? string.Empty;
}
