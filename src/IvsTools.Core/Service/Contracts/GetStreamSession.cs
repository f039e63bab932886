namespace IvsTools.Service;

/// <summary>Gets one session. Without an ID, the newest session of the channel.</summary>
public sealed record GetStreamSessionRequest(string ChannelArn, string? StreamId = null);

/// <summary>The session with all members.</summary>
public sealed record GetStreamSessionResponse(StreamSession StreamSession)
{
    /// <summary>The session with the requested channel.</summary>
    public StreamSession Of(string channelArn) => StreamSession.With(channelArn);
}
