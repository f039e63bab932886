using IvsTools.Emulator.Control;

namespace IvsTools.Emulator;

/// <summary>Simulates encoders: starts streams, changes their health, and ends them. Thread-safe.</summary>
/// <remarks>A channel is identified by its ARN, or by the ID at its end. An unknown channel causes an error.</remarks>
public sealed class EmulatorStreams
{
    private readonly StreamControl _streams;

    internal EmulatorStreams(StreamControl streams) => _streams = streams;

    /// <summary>Starts a stream, like an encoder with the stream key.</summary>
    public void Start(string channel) => _streams.Start(channel);

    /// <summary>Changes a live channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="health">HEALTHY, STARVING or UNKNOWN. Null for no change.</param>
    /// <param name="viewerCount">The number of viewers. Null for no change.</param>
    public void Change(string channel, string? health = null, long? viewerCount = null) => _streams.Change(channel, health, viewerCount);

    /// <summary>Ends a stream, like an encoder that disconnects.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="failed">True to end the session with a failure.</param>
    public void End(string channel, bool failed = false) => _streams.End(channel, failed);
}
