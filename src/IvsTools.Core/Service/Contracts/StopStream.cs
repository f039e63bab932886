namespace IvsTools.Service;

/// <summary>Ends the stream. An encoder with a valid stream key can reconnect.</summary>
public sealed record StopStreamRequest(string ChannelArn);
