namespace IvsTools.Service;

/// <summary>Asks for the stream of a channel; fails with ChannelNotBroadcasting if there is none.</summary>
public sealed record GetStreamRequest(string ChannelArn);

/// <summary>The stream, whole.</summary>
public sealed record GetStreamResponse(LiveStream Stream);
