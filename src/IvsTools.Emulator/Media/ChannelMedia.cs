namespace IvsTools.Emulator.Media;

/// <summary>What an encoder publishes to one channel. Thread-safe.</summary>
internal sealed class ChannelMedia(TimeProvider time) : IMediaSink
{
    private readonly object _lock = new();
    private DateTimeOffset? _endTime;

    /// <summary>The time at which the encoder stopped. Null while it publishes.</summary>
    public DateTimeOffset? EndTime
    {
        get
        {
            lock (_lock)
                return _endTime;
        }
    }

    public void Begin()
    {
        lock (_lock)
            _endTime = null;
    }

    public void Write(MediaPacket packet)
    {
    }

    public void End()
    {
        lock (_lock)
            _endTime = time.GetUtcNow();
    }
}
