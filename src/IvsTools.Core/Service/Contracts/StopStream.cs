namespace IvsTools.Service;

/// <summary>Ends the stream; the encoder may come back as long as it has a stream key.</summary>
public sealed record StopStreamRequest(string ChannelArn);
