namespace IvsTools.Service;

/// <summary>A member that is null does not change. An empty ARN removes the configuration from the channel. Fails while the channel is live.</summary>
public sealed record UpdateChannelRequest(
    string Arn,
    string? Name = null,
    string? LatencyMode = null,
    string? Type = null,
    bool? Authorized = null,
    string? RecordingConfigurationArn = null,
    bool? InsecureIngest = null,
    string? Preset = null,
    string? PlaybackRestrictionPolicyArn = null,
    MultitrackInputConfiguration? MultitrackInputConfiguration = null,
    string? ContainerFormat = null,
    string? AdConfigurationArn = null);

/// <summary>The channel after the change.</summary>
public sealed record UpdateChannelResponse(Channel Channel);
