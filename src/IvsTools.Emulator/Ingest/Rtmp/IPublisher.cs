using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>Receives the streams that an encoder publishes on a connection.</summary>
internal interface IPublisher
{
    /// <summary>Starts a stream.</summary>
    /// <param name="name">The name of the stream, which is the stream key.</param>
    /// <exception cref="IngestException">The stream is rejected.</exception>
    Task StartAsync(string name);

    /// <summary>Adds a message to the stream.</summary>
    /// <exception cref="IngestException">The message cannot be played.</exception>
    void Write(MediaPacket packet);

    /// <summary>Ends the stream if there is one.</summary>
    void End();
}
