namespace IvsTools.Service;

/// <summary>A member left null takes the service's default.</summary>
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

/// <summary>The channel, and the stream key that comes with it.</summary>
public sealed record CreateChannelResponse(Channel Channel, StreamKey StreamKey)
{
    /// <summary>The channel that carries its stream key.</summary>
    public Channel ChannelWithKey() => Channel.With(StreamKey);
}
