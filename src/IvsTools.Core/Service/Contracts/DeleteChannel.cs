namespace IvsTools.Service;

/// <summary>Deletes a channel and its stream key. Fails while the channel is live.</summary>
public sealed record DeleteChannelRequest(string Arn);
