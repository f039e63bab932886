namespace IvsTools.Service;

public sealed partial record ListStreamSessionsResponse
{
    /// <summary>The sessions with the ARN of their channel.</summary>
    public IEnumerable<StreamSession> Of(string channelArn) => StreamSessions.Select(session => session.With(channelArn));
}
