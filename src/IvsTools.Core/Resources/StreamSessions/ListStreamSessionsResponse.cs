namespace IvsTools.Service;

public sealed partial record ListStreamSessionsResponse
{
    /// <summary>Returns a copy of each session with ChannelArn set, because the service does not return this ARN in a list.</summary>
    public IEnumerable<StreamSession> Of(string channelArn) => StreamSessions.Select(session => session.With(channelArn));
}
