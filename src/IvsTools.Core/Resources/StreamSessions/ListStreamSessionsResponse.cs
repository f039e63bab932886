namespace IvsTools.Service;

public sealed partial record ListStreamSessionsResponse
{
    /// <summary>Returns the sessions with the ARN of their channel.</summary>
    public IEnumerable<StreamSession> Of(string channelArn) => StreamSessions.Select(session => session.With(channelArn));
}
