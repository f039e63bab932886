using IvsTools.Emulator.Control;

namespace IvsTools.Emulator;

/// <summary>Plays the encoders: puts channels on air, changes how they do, and takes them off. For any thread.</summary>
/// <remarks>Each channel is named by its ARN, or by the id at the ARN's end. One that is not there is an error.</remarks>
public sealed class EmulatorStreams
{
    private readonly StreamControl _streams;

    internal EmulatorStreams(StreamControl streams) => _streams = streams;

    /// <summary>Puts a channel on air, as an encoder with its stream key would.</summary>
    public void Start(string channel) => _streams.Start(channel);

    /// <summary>Changes a live channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="health">HEALTHY, STARVING or UNKNOWN; null leaves it.</param>
    /// <param name="viewerCount">How many watch; null leaves it.</param>
    public void Change(string channel, string? health = null, long? viewerCount = null) => _streams.Change(channel, health, viewerCount);

    /// <summary>Takes a channel off air, as an encoder that disconnects would.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="failed">True ends the session with a failure.</param>
    public void End(string channel, bool failed = false) => _streams.End(channel, failed);
}
