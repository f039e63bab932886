namespace IvsTools.Service;

/// <summary>One page of a channel's sessions, newest first; 1 to 100 a page.</summary>
public sealed record ListStreamSessionsRequest(string ChannelArn, int? MaxResults = null, string? NextToken = null);

/// <summary>Summaries.</summary>
public sealed record ListStreamSessionsResponse(IReadOnlyList<StreamSession> StreamSessions, string? NextToken)
{
    /// <summary>The sessions with the channel that was asked about.</summary>
    public IEnumerable<StreamSession> Of(string channelArn) => StreamSessions.Select(session => session.With(channelArn));
}
