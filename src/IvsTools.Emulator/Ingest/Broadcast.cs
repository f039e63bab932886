using IvsTools.Emulator.Media;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Ingest;

/// <summary>The stream of one encoder, with its media, health and input.</summary>
internal sealed class Broadcast
{
    private readonly ScopedStates _states;
    private readonly EmulatorState _state;
    private readonly ChannelMedia _media;
    private readonly InputMeter _meter;
    private readonly InputDescription _input = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Creates the broadcast of a live stream. The caller must lock the states.</summary>
    public Broadcast(ScopedStates states, EmulatorState state, string channelArn, ChannelMedia media, TimeProvider time)
    {
        (_states, _state, _media) = (states, state, media);
        ChannelArn = channelArn;
        StreamId = state.Streams.Current(channelArn)!.Id;
        _meter = new InputMeter(time);
    }

    public string ChannelArn { get; }

    public string StreamId { get; }

    /// <summary>True after the media has started.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Completes when the media has ended.</summary>
    public Task Ended => _ended.Task;

    // Null if the stream has already ended, even if another stream of the channel is live.
    private CurrentStream? Live => _state.Streams.Current(ChannelArn) is { } live && live.Id == StreamId ? live : null;

    /// <summary>Starts the media. The channel's previous stream must have ended.</summary>
    public void Begin()
    {
        IsStarted = true;
        _media.Begin();
    }

    /// <exception cref="IngestException">The media cannot be played or is malformed.</exception>
    public void Write(MediaPacket packet)
    {
        if (packet.Payload.IsEmpty)
            return;
        try
        {
            _meter.Add(packet);
            _media.Write(packet);
            if (_input.Update(packet, _media.Configurations))
                ShowInput();
        }
        catch (NotSupportedException e)
        {
            throw new IngestException(IngestReason.UnsupportedMedia, e.Message, ChannelArn);
        }
    }

    /// <summary>Updates the health and the measured values.</summary>
    public void Check()
    {
        var wasStarving = _meter.IsStarving;
        if (!_meter.Check())
            return;
        ShowInput();
        if (_meter.IsStarving == wasStarving)
            return;
        lock (_states)
            Live?.Change(_meter.IsStarving ? "STARVING" : "HEALTHY", viewerCount: null);
    }

    /// <summary>Ends the stream in the API if it is still live.</summary>
    public void EndStream(bool failed)
    {
        lock (_states)
        {
            if (Live is not null)
                _state.Streams.End(ChannelArn, failed, byEncoder: true);
        }
    }

    /// <summary>Ends the playlists of this broadcast, so that the next encoder can start.</summary>
    public void EndMedia()
    {
        try
        {
            if (IsStarted)
                _media.End();
        }
        finally
        {
            _ended.SetResult();
        }
    }

    private void ShowInput()
    {
        lock (_states)
            Live?.Describe(_input.Video(_meter.Rates), _input.Audio(_meter.Rates));
    }
}
