namespace IvsTools.Emulator.Media;

/// <summary>Receives the media of one channel. One encoder writes at a time.</summary>
internal interface IMediaSink
{
    /// <summary>An encoder has started to publish. Its timestamps do not continue the timestamps of an earlier encoder.</summary>
    void Begin();

    /// <summary>Adds a message.</summary>
    /// <exception cref="NotSupportedException">The codec cannot be played. The message of the exception says why.</exception>
    /// <exception cref="InvalidDataException">The message is malformed.</exception>
    void Write(MediaPacket packet);

    /// <summary>The encoder has stopped or its connection was lost.</summary>
    void End();
}
