namespace IvsTools.Emulator.Ingest;

/// <summary>The limits for the connections of encoders.</summary>
internal static class IngestLimits
{
    /// <summary>The maximum number of open connections. Further connections are closed.</summary>
    public const int Connections = 128;

    /// <summary>The maximum bytes of an audio or video message. A key frame at the highest bit rate of Amazon IVS is smaller.</summary>
    public const int MediaMessage = 4 * 1024 * 1024;

    /// <summary>The maximum bytes of a command or of metadata.</summary>
    public const int OtherMessage = 64 * 1024;

    /// <summary>The maximum bytes of all incomplete messages of a connection.</summary>
    public const int AllMessages = 8 * 1024 * 1024;

    /// <summary>The maximum number of chunk streams of a connection. Encoders use up to eight.</summary>
    public const int ChunkStreams = 32;

    /// <summary>The maximum depth of nested objects in a command or in metadata.</summary>
    public const int AmfDepth = 8;

    /// <summary>The maximum number of values in a command or in metadata.</summary>
    public const int AmfValues = 512;

    /// <summary>The time limit for an encoder to publish, from the start of the connection or from the end of its last stream.</summary>
    public static readonly TimeSpan UntilPublished = TimeSpan.FromSeconds(10);

    /// <summary>The time without data until the connection of a stream is closed.</summary>
    public static readonly TimeSpan WithoutData = TimeSpan.FromSeconds(30);

    /// <summary>The time for a client to read the reason before its connection is closed.</summary>
    public static readonly TimeSpan Closing = TimeSpan.FromSeconds(2);

    /// <summary>The interval at which time limits and health are checked.</summary>
    public static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(1);
}
