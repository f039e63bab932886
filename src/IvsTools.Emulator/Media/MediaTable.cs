namespace IvsTools.Emulator.Media;

/// <summary>The published media of each channel.</summary>
/// <remarks>The table is not thread-safe, like the state that contains it. The media of a channel is thread-safe.</remarks>
internal sealed class MediaTable(TimeProvider time)
{
    /// <summary>How long the media can be played after the stream has ended.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, ChannelMedia> _channels = new(StringComparer.Ordinal);

    /// <summary>The media of a channel, for an encoder that is about to publish.</summary>
    public ChannelMedia Of(string channelArn)
    {
        RemoveEnded();
        if (!_channels.TryGetValue(channelArn, out var media))
            _channels[channelArn] = media = new ChannelMedia(time);
        return media;
    }

    /// <summary>The media of a channel, or null if an encoder has not published recently.</summary>
    public ChannelMedia? Find(string channelArn)
    {
        RemoveEnded();
        return _channels.GetValueOrDefault(channelArn);
    }

    public void Forget(string channelArn) => _channels.Remove(channelArn);

    public void Clear() => _channels.Clear();

    /// <summary>Removes the media that cannot be played any more.</summary>
    public void RemoveEnded()
    {
        foreach (var (channelArn, media) in _channels.ToList())
        {
            if (media.EndTime + Kept <= time.GetUtcNow())
                _channels.Remove(channelArn);
        }
    }
}
