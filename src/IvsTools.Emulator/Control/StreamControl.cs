using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Control;

/// <summary>Simulates encoders: starts streams, changes their health, and ends them. Thread-safe.</summary>
/// <remarks>A channel is identified by its ARN, or by the ID at its end. An unknown channel causes an error.</remarks>
internal sealed class StreamControl(EmulatorState state)
{
    private static readonly string[] Healths = ["HEALTHY", "STARVING", "UNKNOWN"];

    /// <summary>Starts a stream, like an encoder with the stream key.</summary>
    public void Start(string channel)
    {
        lock (state)
        {
            var found = Find(channel);
            if (!state.StreamKeys.All.Any(key => key["channelArn"]!.GetValue<string>() == ResourceTable.ArnOf(found)))
                throw new ApiException("ConflictException", "The channel has no stream key, so no encoder can start a stream.");
            // A new stream cancels a pending stop of the previous stream.
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

    /// <summary>Ends a stream, like an encoder that disconnects.</summary>
    public void End(string channel, bool failed = false)
    {
        lock (state)
            state.Streams.End(ResourceTable.ArnOf(Find(channel)), failed);
    }

    private System.Text.Json.Nodes.JsonObject Find(string channel) => state.Channels.Get(state.ArnOf("channel", channel));
}
