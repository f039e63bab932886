namespace IvsTools.Service;

public sealed partial record ListStreamSessionsResponse
{
    /// <summary>Returns copies of the sessions that also contain the ARN of their channel.</summary>
    public IEnumerable<StreamSession> Of(string channelArn) => StreamSessions.Select(session => session.With(channelArn));
}
