namespace IvsTools.Service;

public sealed partial record GetStreamSessionResponse
{
    /// <summary>Returns a copy of the session that also contains the ARN of its channel.</summary>
    public StreamSession Of(string channelArn) => StreamSession.With(channelArn);
}
