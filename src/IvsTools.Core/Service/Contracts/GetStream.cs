namespace IvsTools.Service;

/// <summary>Gets the stream of a channel. Fails with ChannelNotBroadcasting if the channel is not live.</summary>
public sealed record GetStreamRequest(string ChannelArn);

/// <summary>The stream with all members.</summary>
public sealed record GetStreamResponse(LiveStream Stream);
