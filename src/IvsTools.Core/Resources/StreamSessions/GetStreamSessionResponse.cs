namespace IvsTools.Service;

public sealed partial record GetStreamSessionResponse
{
    /// <summary>Returns the session with the ARN of its channel.</summary>
    public StreamSession Of(string channelArn) => StreamSession.With(channelArn);
}
