namespace IvsTools.Emulator.Ingest;

/// <summary>The limits for the connections of encoders.</summary>
internal static class IngestLimits
{
    /// <summary>The maximum number of open connections. Further connections are closed.</summary>
    public const int Connections = 128;

    /// <summary>
    /// The maximum size of an audio or video message in bytes. Even at the highest bit rate, a key frame is smaller than this
    /// limit.
    /// </summary>
    public const int MediaMessage = 4 * 1024 * 1024;

    /// <summary>The maximum size of a command or a metadata message in bytes.</summary>
    public const int OtherMessage = 64 * 1024;

    /// <summary>The maximum total size of a connection's incomplete messages in bytes.</summary>
    public const int AllMessages = 8 * 1024 * 1024;

    /// <summary>The maximum number of chunk streams of a connection. Encoders use up to eight chunk streams.</summary>
    public const int ChunkStreams = 32;

    /// <summary>The maximum depth of nested objects in a message.</summary>
    public const int AmfDepth = 8;

    /// <summary>The maximum number of values in a message.</summary>
    public const int AmfValues = 512;

    /// <summary>The time within which an encoder must publish a stream.</summary>
    public static readonly TimeSpan UntilPublished = TimeSpan.FromSeconds(10);

    /// <summary>The time without data after which a stream's connection is closed.</summary>
    public static readonly TimeSpan WithoutData = TimeSpan.FromSeconds(30);

    /// <summary>The maximum time for a rejected client to read the reason before its connection is closed.</summary>
    public static readonly TimeSpan Closing = TimeSpan.FromSeconds(2);

    /// <summary>The interval between the checks of time limits and health.</summary>
    public static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(1);
}
