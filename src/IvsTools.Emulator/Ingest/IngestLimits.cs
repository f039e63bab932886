namespace IvsTools.Emulator.Ingest;

/// <summary>The limits of the connections of encoders.</summary>
internal static class IngestLimits
{
    /// <summary>The open connections. More are closed.</summary>
    public const int Connections = 128;

    /// <summary>The bytes of an audio or video message. A key frame at the highest bit rate of Amazon IVS is smaller.</summary>
    public const int MediaMessage = 4 * 1024 * 1024;

    /// <summary>The bytes of a command or of metadata.</summary>
    public const int OtherMessage = 64 * 1024;

    /// <summary>The bytes of the messages of all chunk streams of a connection.</summary>
    public const int AllMessages = 8 * 1024 * 1024;

    /// <summary>The chunk streams of a connection. Encoders use up to eight.</summary>
    public const int ChunkStreams = 32;

    /// <summary>The depth of objects in a command or in metadata.</summary>
    public const int AmfDepth = 8;

    /// <summary>The values in a command or in metadata.</summary>
    public const int AmfValues = 512;

    /// <summary>The time from the connection, or from the end of a stream on it, until an encoder publishes.</summary>
    public static readonly TimeSpan UntilPublished = TimeSpan.FromSeconds(10);

    /// <summary>The time without data until the connection of a stream is closed.</summary>
    public static readonly TimeSpan WithoutData = TimeSpan.FromSeconds(30);

    /// <summary>The time for a client to read the reason before its connection is closed.</summary>
    public static readonly TimeSpan Closing = TimeSpan.FromSeconds(2);

    /// <summary>The interval at which time limits and health are checked.</summary>
    public static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(1);
}
