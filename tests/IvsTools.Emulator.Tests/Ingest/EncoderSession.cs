namespace IvsTools.Emulator.Tests.Ingest;

/// <summary>Everything that an encoder sends after the handshake.</summary>
internal static class EncoderSession
{
    private const int ChunkSize = 4096;
    private const int MediaChunks = 6;
    private const int Frames = 6;
    private const uint FrameTime = 40;

    /// <summary>Returns a session with complete headers. Its last messages end the stream.</summary>
    public static byte[] Simple(string streamKey) =>
    [
        .. Start(streamKey, 128),
        .. Media(128, isCompressed: false),
        .. Chunks.Message(20, Amf.Of("FCUnpublish", 6, null, streamKey)),
        .. Chunks.Message(20, Amf.Of("deleteStream", 7, null, 1)),
    ];

    /// <summary>Returns a session with larger chunks, shorter headers, a ping, an acknowledgement and an extended timestamp.</summary>
    public static byte[] Compressed(string streamKey) =>
    [
        .. Chunks.Message(1, Chunks.UInt32(ChunkSize), chunkStream: 2),
        .. Start(streamKey, ChunkSize),
        .. Chunks.Message(5, Chunks.UInt32(65_536), chunkStream: 2),
        .. Media(ChunkSize, isCompressed: true),
        .. Chunks.Message(4, [0, 6, 1, 2, 3, 4], chunkStream: 2),
        .. Chunks.Message(3, Chunks.UInt32(3000), chunkStream: 2),
        .. Chunks.Message(TestMedia.Video, TestMedia.AvcFrame(isKey: true), 0x1000000, 1, MediaChunks, ChunkSize),
        .. Chunks.Message(2, Chunks.UInt32(MediaChunks), chunkStream: 2),
    ];

    private static byte[] Start(string streamKey, int chunkSize) =>
    [
        .. Chunks.Message(
            20,
            Amf.Of(
                "connect",
                1,
                new Dictionary<string, object?>
                {
                    ["app"] = "app",
                    ["type"] = "nonprivate",
                    ["flashVer"] = "FMLE/3.0 (compatible; encoder)",
                    ["tcUrl"] = "rtmp://127.0.0.1/app",
                }),
            chunkSize: chunkSize),
        .. Chunks.Message(20, Amf.Of("releaseStream", 2, null, streamKey), chunkSize: chunkSize),
        .. Chunks.Message(20, Amf.Of("FCPublish", 3, null, streamKey), chunkSize: chunkSize),
        .. Chunks.Message(20, Amf.Of("createStream", 4, null), chunkSize: chunkSize),
        .. Chunks.Message(20, Amf.Of("publish", 5, null, streamKey, "live"), 0, 1, 8, chunkSize),
    ];

    private static byte[] Media(int chunkSize, bool isCompressed)
    {
        var metadata = TestMedia.Metadata(("width", 1280), ("height", 720), ("framerate", 25), ("stereo", true), ("encoder", "Test"));
        var bytes = new List<byte>();
        bytes.AddRange(Chunks.Message(TestMedia.Data, metadata, 0, 1, 4, chunkSize));
        bytes.AddRange(Chunks.Message(TestMedia.Video, TestMedia.AvcSettings, 0, 1, MediaChunks, chunkSize));
        bytes.AddRange(Chunks.Message(TestMedia.Audio, TestMedia.AacSettings, 0, 1, 4, chunkSize));
        for (var frame = 0u; frame < Frames; frame++)
        {
            var video = TestMedia.AvcFrame(isKey: frame % 3 == 0, size: 200);
            bytes.AddRange(
                isCompressed
                    ? Chunks.Message(1, TestMedia.Video, video, FrameTime, MediaChunks, chunkSize)
                    : Chunks.Message(TestMedia.Video, video, frame * FrameTime, 1, MediaChunks, chunkSize));
            bytes.AddRange(
                isCompressed
                    ? Chunks.Message(1, TestMedia.Audio, TestMedia.AacFrame, FrameTime, 4, chunkSize)
                    : Chunks.Message(TestMedia.Audio, TestMedia.AacFrame, frame * FrameTime, 1, 4, chunkSize));
        }
        return [.. bytes];
    }
}
