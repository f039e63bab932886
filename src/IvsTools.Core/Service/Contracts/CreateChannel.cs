namespace IvsTools.Service;

/// <summary>For a member that is null, the default of the service applies.</summary>
public sealed record CreateChannelRequest(
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
    string? AdConfigurationArn = null,
    IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>The channel and its stream key.</summary>
public sealed record CreateChannelResponse(Channel Channel, StreamKey StreamKey)
{
    /// <summary>The channel with its stream key.</summary>
    public Channel ChannelWithKey() => Channel.With(StreamKey);
}
