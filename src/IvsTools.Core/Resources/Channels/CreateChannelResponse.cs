namespace IvsTools.Service;

public sealed partial record CreateChannelResponse
{
    /// <summary>Returns a copy of the channel that also contains its stream key.</summary>
    public Channel ChannelWithKey() => Channel.With(StreamKey);
}
