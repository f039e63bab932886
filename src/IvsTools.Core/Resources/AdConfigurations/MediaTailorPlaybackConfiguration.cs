namespace IvsTools;

/// <summary>A playback configuration of AWS Elemental MediaTailor, a separate service with its own ARNs.</summary>
public sealed class MediaTailorPlaybackConfiguration(string? PlaybackConfigurationArn)
{
    /// <summary>0 to 128 characters, <c>arn:aws:mediatailor:&lt;region&gt;:&lt;account&gt;:playbackConfiguration/&lt;id&gt;</c>.</summary>
    public string? PlaybackConfigurationArn { get; } = PlaybackConfigurationArn;

    /// <summary>Only the ARN.</summary>
    public override string ToString() => PlaybackConfigurationArn ?? string.Empty;
}
