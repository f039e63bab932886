using System.Buffers;
using System.Buffers.Binary;

namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>Writes messages as chunks.</summary>
internal sealed class ChunkWriter(Stream stream)
{
    private const int ChunkSize = 4096;
    private const int DefaultChunkSize = 128;

    // RTMP requires chunk stream 2 for protocol control messages. Commands can use any other chunk stream.
    private const byte ControlChunks = 2;
    private const byte CommandChunks = 3;
    private const byte Continuation = 0xC0;

    private readonly ArrayBufferWriter<byte> _waiting = new();
    private int _chunkSize = DefaultChunkSize;

    public void SetChunkSize()
    {
        Add(RtmpMessageType.SetChunkSize, 0, Number(ChunkSize));
        _chunkSize = ChunkSize;
    }

    public void AddNumber(RtmpMessageType type, uint value) => Add(type, 0, Number(value));

    /// <summary>Adds the limit for the number of unacknowledged bytes.</summary>
    public void AddPeerBandwidth(uint size)
    {
        const byte dynamic = 2;
        Add(RtmpMessageType.SetPeerBandwidth, 0, [.. Number(size), dynamic]);
    }

    public void AddStreamBegin(uint streamId) => Add(RtmpMessageType.UserControl, 0, [0, 0, .. Number(streamId)]);

    public void AddPong(ReadOnlySpan<byte> time) => Add(RtmpMessageType.UserControl, 0, [0, 7, .. time]);

    public void AddCommand(uint streamId, string name, double transaction, params object?[] arguments)
    {
        var content = new Amf0Writer();
        content.Write(name);
        content.Write(transaction);
        foreach (var argument in arguments)
            content.Write(argument);
        Add(RtmpMessageType.Command, streamId, content.Written);
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_waiting.WrittenCount == 0)
            return;
        await stream.WriteAsync(_waiting.WrittenMemory, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        _waiting.ResetWrittenCount();
    }

    private void Add(RtmpMessageType type, uint streamId, ReadOnlySpan<byte> content)
    {
        var chunks = type == RtmpMessageType.Command ? CommandChunks : ControlChunks;
        Span<byte> header = stackalloc byte[12];
        header.Clear();
        header[0] = chunks;
        (header[4], header[5], header[6]) = ((byte)(content.Length >> 16), (byte)(content.Length >> 8), (byte)content.Length);
        header[7] = (byte)type;
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], streamId);
        _waiting.Write(header);
        while (content.Length > _chunkSize)
        {
            _waiting.Write(content[.._chunkSize]);
            content = content[_chunkSize..];
            _waiting.Write([(byte)(Continuation | chunks)]);
        }
        _waiting.Write(content);
    }

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
