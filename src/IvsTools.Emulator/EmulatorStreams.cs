using IvsTools.Emulator.Control;

namespace IvsTools.Emulator;

/// <summary>Starts, changes and ends streams without an encoder. Thread-safe.</summary>
/// <remarks>A channel is identified by its ARN or ID. An unknown channel causes an error.</remarks>
public sealed class EmulatorStreams
{
    private readonly StreamControl _streams;

    internal EmulatorStreams(StreamControl streams) => _streams = streams;

    /// <summary>Starts a stream, as an encoder with the stream key does.</summary>
    public void Start(string channel) => _streams.Start(channel);

    /// <summary>Changes the health or the viewer count of a live channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="health">HEALTHY, STARVING or UNKNOWN. If null, the health is not changed.</param>
    /// <param name="viewerCount">The number of viewers. If null, the number is not changed.</param>
    public void Change(string channel, string? health = null, long? viewerCount = null) => _streams.Change(channel, health, viewerCount);

    /// <summary>Ends a stream, as an encoder does when it disconnects.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="failed">True to record a failure in the stream session.</param>
    public void End(string channel, bool failed = false) => _streams.End(channel, failed);
}
