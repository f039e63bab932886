using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator;

/// <summary>Plays the encoders: puts channels on air, changes how they do, and takes them off. For any thread.</summary>
/// <remarks>Each channel is named by its ARN, or by the id at the ARN's end. One that is not there is an error.</remarks>
public sealed class EmulatorStreams
{
    private static readonly string[] Healths = ["HEALTHY", "STARVING", "UNKNOWN"];
    private readonly EmulatorState _state;

    internal EmulatorStreams(EmulatorState state) => _state = state;

    /// <summary>Puts a channel on air, as an encoder with its stream key would.</summary>
    public void Start(string channel)
    {
        lock (_state)
        {
            var found = Find(channel);
            if (!_state.StreamKeys.All.Any(key => key["channelArn"]!.GetValue<string>() == ResourceTable.ArnOf(found)))
                throw new ApiException("ConflictException", "The channel has no stream key, so no encoder can start a stream.");
            // An encoder that comes back outlives the stopping of its last stream.
            _state.Settling.Forget(ResourceTable.ArnOf(found));
            _state.Streams.Start(found, _state.RecordingConfigurations.TryGet(found["recordingConfigurationArn"]!.GetValue<string>()));
        }
    }

    /// <summary>Changes a live channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="health">HEALTHY, STARVING or UNKNOWN; null leaves it.</param>
    /// <param name="viewerCount">How many watch; null leaves it.</param>
    public void Change(string channel, string? health = null, long? viewerCount = null)
    {
        if (health is not null && !Healths.Contains(health))
            throw ApiException.Validation($"There is no health '{health}': {string.Join(", ", Healths)}.");
        ArgumentOutOfRangeException.ThrowIfNegative(viewerCount ?? 0, nameof(viewerCount));
        lock (_state)
            _state.Streams.Change(ResourceTable.ArnOf(Find(channel)), health, viewerCount);
    }

    /// <summary>Takes a channel off air, as an encoder that disconnects would.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="failed">True ends the session with a failure.</param>
    public void End(string channel, bool failed = false)
    {
        lock (_state)
            _state.Streams.End(ResourceTable.ArnOf(Find(channel)), failed);
    }

    private System.Text.Json.Nodes.JsonObject Find(string channel) => _state.Channels.Get(_state.ArnOf("channel", channel));
}
