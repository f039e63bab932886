namespace IvsTools.Service;

/// <summary>Asks for one channel.</summary>
public sealed record GetChannelRequest(string Arn);

/// <summary>The channel, whole.</summary>
public sealed record GetChannelResponse(Channel Channel);
