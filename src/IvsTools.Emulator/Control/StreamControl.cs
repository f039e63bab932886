using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Control;

/// <summary>Plays the encoders: puts channels on air, changes how they do, and takes them off. For any thread.</summary>
/// <remarks>Each channel is named by its ARN, or by the id at the ARN's end. One that is not there is an error.</remarks>
internal sealed class StreamControl(EmulatorState state)
{
    private static readonly string[] Healths = ["HEALTHY", "STARVING", "UNKNOWN"];

    /// <summary>Puts a channel on air, as an encoder with its stream key would.</summary>
    public void Start(string channel)
    {
        lock (state)
        {
            var found = Find(channel);
            if (!state.StreamKeys.All.Any(key => key["channelArn"]!.GetValue<string>() == ResourceTable.ArnOf(found)))
                throw new ApiException("ConflictException", "The channel has no stream key, so no encoder can start a stream.");
            // An encoder that comes back outlives the stopping of its last stream.
            state.DelayedTransitions.Forget(ResourceTable.ArnOf(found));
            state.Streams.Start(found, state.RecordingConfigurations.TryGet(found["recordingConfigurationArn"]!.GetValue<string>()));
        }
    }

    /// <summary>Changes a live channel.</summary>
    public void Change(string channel, string? health = null, long? viewerCount = null)
    {
        if (health is not null && !Healths.Contains(health))
            throw ApiException.Validation($"There is no health '{health}': {string.Join(", ", Healths)}.");
        ArgumentOutOfRangeException.ThrowIfNegative(viewerCount ?? 0, nameof(viewerCount));
        lock (state)
            state.Streams.Change(ResourceTable.ArnOf(Find(channel)), health, viewerCount);
    }

    /// <summary>Takes a channel off air, as an encoder that disconnects would.</summary>
    public void End(string channel, bool failed = false)
    {
        lock (state)
            state.Streams.End(ResourceTable.ArnOf(Find(channel)), failed);
    }

    private System.Text.Json.Nodes.JsonObject Find(string channel) => state.Channels.Get(state.ArnOf("channel", channel));
}
