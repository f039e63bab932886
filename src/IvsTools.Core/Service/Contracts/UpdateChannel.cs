namespace IvsTools.Service;

/// <summary>A member left null stays as it is; an empty ARN takes the channel off what it named. Refused while the channel is live.</summary>
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

/// <summary>The channel as it is now.</summary>
public sealed record UpdateChannelResponse(Channel Channel);
