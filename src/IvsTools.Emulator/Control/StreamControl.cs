using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;
using IvsTools.Service;

namespace IvsTools.Emulator.Control;

/// <summary>Starts, changes and ends streams without an encoder. Thread-safe.</summary>
/// <remarks>A channel is identified by its ARN or ID. An unknown channel causes an error.</remarks>
public sealed class StreamControl
{
    private static readonly string[] Healths = ["HEALTHY", "STARVING", "UNKNOWN"];

    private readonly ScopedStates _states;

    internal StreamControl(ScopedStates states) => _states = states;

    /// <summary>Starts a stream, as an encoder with the stream key does.</summary>
    public void Start(string channel)
    {
        lock (_states)
        {
            var (state, found) = Find(channel);
            if (state.StreamKeyOf(ResourceTable.ArnOf(found)) is null)
                throw new ApiException(ApiErrorCode.ConflictException, "The channel has no stream key, so no encoder can start a stream.");
            state.StartStream(found);
        }
    }

    /// <summary>Changes the health or the viewer count of a live channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="health">HEALTHY, STARVING or UNKNOWN. If null, the health is not changed.</param>
    /// <param name="viewerCount">The number of viewers. If null, the number is not changed.</param>
    public void Change(string channel, string? health = null, long? viewerCount = null)
    {
        // PowerShell passes $null as an empty string.
        health = string.IsNullOrEmpty(health) ? null : health;
        if (health is not null && !Healths.Contains(health))
            throw ApiException.Validation($"The health '{health}' is not valid. Use one of: {string.Join(", ", Healths)}.");
        if (viewerCount < 0)
            throw ApiException.Validation($"The viewer count {viewerCount} is negative.");
        lock (_states)
        {
            var (state, found) = Find(channel);
            var live = state.Streams.Current(ResourceTable.ArnOf(found))
                ?? throw new ApiException(ApiErrorCode.ChannelNotBroadcasting, "The channel is not live.");
            live.Change(health, viewerCount);
        }
    }

    /// <summary>Ends a stream, as an encoder does when it disconnects.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="failed">True to record a failure in the stream session.</param>
    public void End(string channel, bool failed = false)
    {
        lock (_states)
        {
            var (state, found) = Find(channel);
            state.Streams.End(ResourceTable.ArnOf(found), failed);
        }
    }

    private (EmulatorState State, JsonObject Channel) Find(string channel)
    {
        var state = _states.Of(channel);
        return (state, state.Channels.Get(state.ArnOf("channel", channel)));
    }
}
