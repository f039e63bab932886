using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>A live stream. The name in the API is Stream, which is also the name of a .NET type.</summary>
/// <remarks>Lists contain only a summary: PlaybackUrl is null.</remarks>
[SuppressMessage("Naming", "CA1711", Justification = "The name in the API.")]
public sealed class LiveStream(
    string? ChannelArn, string? StreamId, string? State, string? Health, long? ViewerCount, DateTime? StartTime, string? PlaybackUrl)
{
    /// <summary>The channel of the stream.</summary>
    public string? ChannelArn { get; } = ChannelArn;

    /// <summary>26 characters, <c>st-…</c>. Each stream of a channel has a different ID.</summary>
    public string? StreamId { get; } = StreamId;

    /// <summary>LIVE, or OFFLINE for a moment at the end of the stream.</summary>
    public string? State { get; } = State;

    /// <summary>HEALTHY, STARVING or UNKNOWN.</summary>
    public string? Health { get; } = Health;

    /// <summary>The number of concurrent viewers a few seconds ago. -1 if the service has not counted the viewers yet.</summary>
    public long? ViewerCount { get; } = ViewerCount;

    /// <summary>The start of the stream.</summary>
    public DateTime? StartTime { get; } = StartTime?.ToLocalTime();

    /// <summary>The HLS playlist for players.</summary>
    public string? PlaybackUrl { get; } = PlaybackUrl;

    /// <summary>The Region in the ARN of the channel.</summary>
    [JsonIgnore]
    public string? Region => IvsArn.RegionOf(ChannelArn);

    /// <summary>The AWS account in the ARN of the channel.</summary>
    [JsonIgnore]
    public string? AccountId => IvsArn.AccountOf(ChannelArn);
}
