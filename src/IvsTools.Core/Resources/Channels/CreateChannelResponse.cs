namespace IvsTools.Service;

public sealed partial record CreateChannelResponse
{
    /// <summary>Returns the channel with its stream key.</summary>
    public Channel ChannelWithKey() => Channel.With(StreamKey);
}
