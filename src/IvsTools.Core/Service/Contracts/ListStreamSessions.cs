namespace IvsTools.Service;

/// <summary>One page of the sessions of a channel, newest first, 1 to 100 per page.</summary>
public sealed record ListStreamSessionsRequest(string ChannelArn, int? MaxResults = null, string? NextToken = null);

/// <summary>Summaries.</summary>
public sealed record ListStreamSessionsResponse(IReadOnlyList<StreamSession> StreamSessions, string? NextToken)
{
    /// <summary>The sessions with the requested channel.</summary>
    public IEnumerable<StreamSession> Of(string channelArn) => StreamSessions.Select(session => session.With(channelArn));
}
