namespace IvsTools.Service;

/// <summary>Deletes a channel and its stream key; refused while the channel is live.</summary>
public sealed record DeleteChannelRequest(string Arn);
