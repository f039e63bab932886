namespace IvsTools.Emulator.Media;

/// <summary>Cuts an encoder's media into segments that start with a key frame. Not thread-safe.</summary>
internal sealed class Segmenter
{
    // The target duration in milliseconds. A key frame can be slightly early, because timestamps are rounded.
    private const int Target = 2_000;
    private const int Early = 100;

    // If there are no key frames, a segment ends after this time.
    private const int Longest = 10_000;
    private const int MostBytes = 8 * 1024 * 1024;

    // Video can start later than audio, so audio waits this long for video.
    private const int WaitForVideo = 2_000;
    private const int MostBackward = 1_000;
    private const int MostForward = 10_000;

    // Audio and video from one encoder can be offset in time.
    private const int MostOffset = 30_000;
    private const int MostWaitingTags = 50;

    // If the clock is moved forward or the encoder is too slow, the stream falls behind the clock. If the difference is larger
    // than this limit, the next segment gets the time of the clock.
    private static readonly TimeSpan MostBehind = TimeSpan.FromSeconds(10);

    private readonly StreamTime _time = new();
    private readonly TransportPacketWriter _packets = new();
    private readonly PesWriter _pes;
    private readonly SegmentWindow _window;
    private readonly TimeProvider _clock;
    private readonly Queue<byte[]> _tags = new();
    private AvcConfiguration? _video;
    private AacConfiguration? _audio;
    private OpenSegment? _open;
    private OpenSegment? _previous;
    private long? _firstAudio;
    private long? _lastVideo;
    private long? _lastAudio;
    private bool _isDiscontinuity;
    private (DateTimeOffset Time, long Start) _anchor;

    public Segmenter(SegmentWindow window, TimeProvider clock, bool isReconnect)
    {
        (_window, _clock, _isDiscontinuity) = (window, clock, isReconnect);
        _pes = new PesWriter(_packets);
    }

    /// <summary>The sequence headers of the encoder. A header is null until the encoder has sent it.</summary>
    public (AvcConfiguration? Video, AacConfiguration? Audio) Configurations => (_video, _audio);

    /// <exception cref="NotSupportedException">The codec cannot be played.</exception>
    /// <exception cref="InvalidDataException">The message is malformed.</exception>
    public void Add(MediaPacket packet)
    {
        // Encoders can send empty messages to keep the connection open.
        if (packet.Payload.Length == 0 || packet.Kind is MediaKind.Data)
            return;
        if (packet.Kind is MediaKind.Video)
            AddVideo(VideoMessage.Parse(packet.Payload.Span), _time.Of(packet.Timestamp));
        else
            AddAudio(AudioMessage.Parse(packet.Payload.Span), _time.Of(packet.Timestamp));
    }

    public void AddMetadata(string text)
    {
        var tag = Id3Tag.Of(text);
        if (_open is not null)
            _pes.WriteMetadata(tag, _open.Last);
        else if (_tags.Count < MostWaitingTags)
            _tags.Enqueue(tag);
    }

    public void Finish() => Close(_open?.End ?? 0);

    private void AddVideo(VideoMessage message, long at)
    {
        if (message.IsSequenceHeader)
        {
            if (_video?.Is(message.Data) != true)
                _video = AvcConfiguration.Parse(message.Data);
            return;
        }
        if (message.Data.Length == 0)
            return;
        if (_video is null)
            throw new InvalidDataException("A picture was received before the video sequence header.");
        CloseAtJump(at, ref _lastVideo);
        if (message.IsKey && (_open is null || at - _open.Start >= Target - Early || HasOtherTracks(_open)))
            Open(at);
        CloseIfTooLong(at);
        if (_open?.Video is null)
            return;
        _pes.WriteVideo(message, at, _video);
        _open.AddPicture(at);
    }

    private void AddAudio(AudioMessage message, long at)
    {
        if (message.IsSequenceHeader)
        {
            if (_audio?.Is(message.Data) != true)
                _audio = AacConfiguration.Parse(message.Data);
            return;
        }
        if (message.Data.Length == 0)
            return;
        if (_audio is null)
            throw new InvalidDataException("An audio frame was received before the audio sequence header.");
        CloseAtJump(at, ref _lastAudio);
        _firstAudio ??= at;
        if (_video is null && (_open is null ? at - _firstAudio >= WaitForVideo : at - _open.Start >= Target))
            Open(at);
        CloseIfTooLong(at);
        if (_open?.Audio is null)
            return;
        _pes.WriteAudio(message.Data, at, _open.Audio, hasClock: _open.Video is null);
        _open.AddFrame(at);
    }

    private bool HasOtherTracks(OpenSegment segment) => segment.Video != _video || segment.Audio != _audio;

    // Closes the segment at a jump in time. The previous packet can be from the other track, and the times of audio and video can differ
    // by up to MostOffset. Therefore, a packet that continues its own track without a gap is not a jump.
    private void CloseAtJump(long at, ref long? lastInTrack)
    {
        var continuesTrack = lastInTrack is not { } previous || IsNext(at, previous);
        lastInTrack = at;
        if (_open is null || IsNext(at, _open.Last) || (continuesTrack && Math.Abs(at - _open.Last) <= MostOffset))
            return;
        Finish();
        _firstAudio = null;
        _isDiscontinuity = true;
    }

    private static bool IsNext(long at, long last) => at >= last - MostBackward && at <= last + MostForward;

    private void CloseIfTooLong(long at)
    {
        if (_open is not null && (at - _open.Start >= Longest || _packets.Length >= MostBytes))
            Open(at);
    }

    private void Open(long at)
    {
        var isFirst = _open is null;
        Close(at);
        var now = _clock.GetUtcNow();
        if (isFirst || now - TimeOf(at) > MostBehind)
            _anchor = (now, at);
        _isDiscontinuity |= _previous is not null && HasOtherTracks(_previous);
        _open = new OpenSegment(at, _video, _audio) { IsDiscontinuity = _isDiscontinuity };
        _isDiscontinuity = false;
        _packets.WriteTable(Track.ProgramAssociation, ProgramTables.Association);
        _packets.WriteTable(Track.ProgramMap, ProgramTables.Map(_video is not null, _audio is not null));
        // The tables announce a metadata track, and the IVS player waits for its data. Therefore, each segment starts with an ID3 tag,
        // which contains the time.
        _pes.WriteMetadata(Id3Tag.OfTime(at), at);
        while (_tags.TryDequeue(out var tag))
            _pes.WriteMetadata(tag, at);
    }

    private void Close(long end)
    {
        if (_open is null)
            return;
        var packets = _packets.Take();
        // If the first picture is malformed, the segment contains only tables and is discarded.
        if (_open.IsEmpty)
        {
            _isDiscontinuity |= _open.IsDiscontinuity;
        }
        else
        {
            _window.Add(new MediaSegment(
                packets,
                TimeSpan.FromMilliseconds(Math.Max(end - _open.Start, 1)),
                TimeOf(_open.Start),
                _open.Video,
                _open.Audio,
                _open.Pictures,
                _open.IsDiscontinuity));
        }
        (_previous, _open) = (_open, null);
    }

    private DateTimeOffset TimeOf(long at) => _anchor.Time + TimeSpan.FromMilliseconds(at - _anchor.Start);
}
