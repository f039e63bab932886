
namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>One chunk stream, with its last header and the message that is being received.</summary>
internal sealed class ChunkStream
{
    private byte[] _body = [];

    public uint Timestamp { get; set; }

    /// <summary>The last timestamp field. A complete header contains a timestamp, and other headers contain a time difference.</summary>
    public uint Delta { get; set; }

    /// <summary>
    /// True if the last header with a timestamp field was followed by an extended timestamp. The extended timestamp is then repeated
    /// after each empty header.
    /// </summary>
    public bool IsExtended { get; set; }

    public int Length { get; set; }

    public RtmpMessageType Type { get; set; }

    public uint StreamId { get; set; }

    public int Received { get; private set; }

    public int Missing => Length - Received;

    public bool IsIncomplete => Received > 0;

    /// <summary>
    /// Adds received bytes to the message. The buffer grows only as bytes are received, because the announced length can be
    /// wrong.
    /// </summary>
    /// <returns>The number of bytes by which the buffer has grown.</returns>
    public int Append(ReadOnlySpan<byte> bytes)
    {
        var before = _body.Length;
        var needed = Received + bytes.Length;
        if (needed > _body.Length)
            Array.Resize(ref _body, Math.Min(Length, Math.Max(needed, 2 * _body.Length)));
        bytes.CopyTo(_body.AsSpan(Received));
        Received = needed;
        return _body.Length - before;
    }

    /// <summary>Returns the complete message. The next message uses the same buffer.</summary>
    public RtmpMessage Take()
    {
        Received = 0;
        return new RtmpMessage(Type, Timestamp, StreamId, _body.AsMemory(0, Length));
    }

    public void Abort() => Received = 0;
}
