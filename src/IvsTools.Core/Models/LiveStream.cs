using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>A stream that is on air; the API calls it Stream, a word that .NET has taken.</summary>
/// <remarks>Lists carry a summary only: PlaybackUrl is null there.</remarks>
[SuppressMessage("Naming", "CA1711", Justification = "The word of the API.")]
public sealed record LiveStream(
    string? ChannelArn, string? StreamId, string? State, string? Health, long? ViewerCount, DateTimeOffset? StartTime, string? PlaybackUrl)
{
    /// <summary>The channel that carries it.</summary>
    public string? ChannelArn { get; } = ChannelArn;

    /// <summary>26 characters, <c>st-…</c>; another for each time that the channel goes on air.</summary>
    public string? StreamId { get; } = StreamId;

    /// <summary>LIVE; OFFLINE only for moments about its end.</summary>
    public string? State { get; } = State;

    /// <summary>HEALTHY, STARVING or UNKNOWN.</summary>
    public string? Health { get; } = Health;

    /// <summary>Concurrent viewers, as of some seconds ago; -1 where the service has not counted yet.</summary>
    public long? ViewerCount { get; } = ViewerCount;

    /// <summary>When the channel went on air.</summary>
    public DateTimeOffset? StartTime { get; } = StartTime;

    /// <summary>The HLS playlist that players open.</summary>
    public string? PlaybackUrl { get; } = PlaybackUrl;

    /// <summary>The Region in the channel's ARN.</summary>
    [JsonIgnore]
    public string? Region => IvsArn.RegionOf(ChannelArn);

    /// <summary>The AWS account in the channel's ARN.</summary>
    [JsonIgnore]
    public string? AccountId => IvsArn.AccountOf(ChannelArn);
}
