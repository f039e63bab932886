namespace IvsTools.Emulator.Media;

/// <summary>The media that an encoder publishes to one channel. Thread-safe.</summary>
internal sealed class ChannelMedia(TimeProvider time)
{
    /// <summary>The time within which an encoder must reconnect, because players buffer only about six seconds of media.</summary>
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(6);

    private readonly object _lock = new();
    private readonly SegmentWindow _window = new();
    private Segmenter? _segmenter;
    private DateTimeOffset? _endTime;

    /// <summary>True while an encoder publishes.</summary>
    public bool IsPublishing
    {
        get
        {
            lock (_lock)
                return _segmenter is not null;
        }
    }

    /// <summary>The time when the last encoder stopped. Null during a stream, and before the first stream.</summary>
    public DateTimeOffset? EndTime
    {
        get
        {
            lock (_lock)
                return _endTime;
        }
    }

    /// <summary>True if the last encoder has stopped and did not reconnect in time.</summary>
    public bool IsOver => EndTime + Reconnect <= time.GetUtcNow();

    /// <summary>The media that players can request. Null until the first segment is complete.</summary>
    public MediaView? View
    {
        get
        {
            lock (_lock)
            {
                return _window.Listed is { Count: > 0 } listed
                    ? new MediaView(listed, _window.Longest, IsOver)
                    : null;
            }
        }
    }

    /// <summary>The sequence headers of the current encoder. A header is null until the encoder has sent it.</summary>
    public (AvcConfiguration? Video, AacConfiguration? Audio) Configurations
    {
        get
        {
            lock (_lock)
                return _segmenter?.Configurations ?? default;
        }
    }

    /// <summary>Starts the media of an encoder that has connected.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _segmenter?.Finish();
            // Each connection has its own timestamps, so it needs its own segmenter.
            _segmenter = new Segmenter(_window, time, isReconnect: _window.Listed.Count > 0);
            _endTime = null;
        }
    }

    /// <summary>Adds a message. Messages after the end are ignored, because the encoder is being disconnected.</summary>
    /// <exception cref="NotSupportedException">The codec cannot be played. The exception's message explains the reason.</exception>
    /// <exception cref="InvalidDataException">The message is malformed.</exception>
    public void Write(MediaPacket packet)
    {
        lock (_lock)
            _segmenter?.Add(packet);
    }

    /// <summary>Ends the media after the encoder has stopped or its connection was lost.</summary>
    public void End()
    {
        lock (_lock)
        {
            if (_segmenter is null)
                return;
            _segmenter.Finish();
            _segmenter = null;
            _endTime = time.GetUtcNow();
        }
    }

    /// <summary>Adds timed metadata at the current time, if an encoder publishes.</summary>
    public void AddMetadata(string text)
    {
        lock (_lock)
            _segmenter?.AddMetadata(text);
    }

    /// <summary>Returns a segment, or null if the window does not contain it.</summary>
    public MediaSegment? Find(long sequence)
    {
        lock (_lock)
            return _window.Find(sequence);
    }
}
