namespace IvsTools.Service;

/// <summary>Asks for one session; without an id for the newest of the channel.</summary>
public sealed record GetStreamSessionRequest(string ChannelArn, string? StreamId = null);

/// <summary>The session, whole.</summary>
public sealed record GetStreamSessionResponse(StreamSession StreamSession)
{
    /// <summary>The session with the channel that was asked about.</summary>
    public StreamSession Of(string channelArn) => StreamSession.With(channelArn);
}
