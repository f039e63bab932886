namespace IvsTools.Emulator.Media;

/// <summary>The published media of each channel.</summary>
/// <remarks>The table is not thread-safe, but each channel's media is thread-safe.</remarks>
internal sealed class MediaTable(TimeProvider time)
{
    /// <summary>The time for which media is kept after its stream ends.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, ChannelMedia> _channels = new(StringComparer.Ordinal);

    /// <summary>Returns a channel's media, and creates it if it does not exist.</summary>
    public ChannelMedia Of(string channelArn)
    {
        RemoveEnded();
        if (!_channels.TryGetValue(channelArn, out var media))
            _channels[channelArn] = media = new ChannelMedia(time);
        return media;
    }

    /// <summary>Returns a channel's media, or null if no encoder has published recently.</summary>
    public ChannelMedia? Find(string channelArn)
    {
        RemoveEnded();
        return _channels.GetValueOrDefault(channelArn);
    }

    public void Forget(string channelArn) => _channels.Remove(channelArn);

    public void Clear() => _channels.Clear();

    /// <summary>Removes the media that players can no longer request.</summary>
    public void RemoveEnded()
    {
        foreach (var (channelArn, media) in _channels.ToList())
        {
            if (media.EndTime + Kept <= time.GetUtcNow())
                _channels.Remove(channelArn);
        }
    }
}
