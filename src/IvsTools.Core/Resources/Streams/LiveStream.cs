using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>A live stream. The API calls it Stream, which is also the name of a .NET type.</summary>
/// <remarks>In a list, PlaybackUrl is null.</remarks>
[SuppressMessage("Naming", "CA1711", Justification = "The name in the API.")]
public sealed class LiveStream(
    string? ChannelArn, string? StreamId, string? State, string? Health, long? ViewerCount, DateTime? StartTime, string? PlaybackUrl)
{
    /// <summary>The ARN of the channel.</summary>
    public string? ChannelArn { get; } = ChannelArn;

    /// <summary>The ID of the stream, which starts with <c>st-</c> and has 26 characters. Each stream has a different ID.</summary>
    public string? StreamId { get; } = StreamId;

    /// <summary>The state, which is LIVE, or OFFLINE for a short time at the end of the stream.</summary>
    public string? State { get; } = State;

    /// <summary>The health, which is HEALTHY, STARVING or UNKNOWN.</summary>
    public string? Health { get; } = Health;

    /// <summary>
    /// The number of concurrent viewers a few seconds ago. The value is -1 if the service has not counted the viewers
    /// yet.
    /// </summary>
    public long? ViewerCount { get; } = ViewerCount;

    /// <summary>The start time of the stream.</summary>
    public DateTime? StartTime { get; } = StartTime?.ToLocalTime();

    /// <summary>The URL of the HLS playlist for players.</summary>
    public string? PlaybackUrl { get; } = PlaybackUrl;

    /// <summary>The Region in the channel ARN.</summary>
    [JsonIgnore]
    public string? Region => IvsArn.RegionOf(ChannelArn);

    /// <summary>The AWS account in the channel ARN.</summary>
    [JsonIgnore]
    public string? AccountId => IvsArn.AccountOf(ChannelArn);
}
