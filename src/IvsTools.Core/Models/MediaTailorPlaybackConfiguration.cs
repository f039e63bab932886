using System.ComponentModel.DataAnnotations;

namespace IvsTools;

/// <summary>A playback configuration of AWS Elemental MediaTailor, which is another service with ARNs of its own.</summary>
public sealed record MediaTailorPlaybackConfiguration(string? PlaybackConfigurationArn)
{
    /// <summary>0 to 128 characters, <c>arn:aws:mediatailor:&lt;region&gt;:&lt;account&gt;:playbackConfiguration/&lt;id&gt;</c>.</summary>
    [RegularExpression(IvsArn.MediaTailorPattern), StringLength(IvsArn.MaximumLength)]
    public string? PlaybackConfigurationArn { get; } = PlaybackConfigurationArn;

    /// <summary>The ARN alone.</summary>
    public override string ToString() => PlaybackConfigurationArn ?? string.Empty;
}
