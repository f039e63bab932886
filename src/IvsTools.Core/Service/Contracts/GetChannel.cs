namespace IvsTools.Service;

/// <summary>Gets one channel.</summary>
public sealed record GetChannelRequest(string Arn);

/// <summary>The channel with all members.</summary>
public sealed record GetChannelResponse(Channel Channel);
