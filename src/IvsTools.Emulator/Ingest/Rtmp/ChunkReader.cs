using System.Buffers.Binary;

namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>Assembles messages from their chunks, and applies the messages that control the chunks.</summary>
internal sealed class ChunkReader(Stream stream)
{
    private const int BufferSize = 32 * 1024;
    private const int DefaultChunkSize = 128;
    private const uint Extended = 0xFFFFFF;

    // The sizes of the chunk message headers of types 0 to 3 (RTMP 1.0, 5.3.1.2).
    private static readonly int[] HeaderSizes = [11, 7, 3, 0];

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly Dictionary<int, ChunkStream> _streams = [];
    private int _start;
    private int _end;
    private int _held;
    private int _chunkSize = DefaultChunkSize;

    /// <summary>The number of received bytes, including the handshake.</summary>
    public long ReceivedBytes { get; private set; } = RtmpHandshake.ReceivedBytes;

    private ReadOnlySpan<byte> Buffered => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Returns the next message, or null if the client has disconnected.</summary>
    /// <exception cref="InvalidDataException">The bytes are not RTMP, or a limit is exceeded.</exception>
    /// <exception cref="EndOfStreamException">The client has disconnected within a chunk.</exception>
    public async ValueTask<RtmpMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        while (_end > _start || await ReceiveAsync(cancellationToken).ConfigureAwait(false))
        {
            var chunk = await ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
            for (var left = Math.Min(_chunkSize, chunk.Missing); left > 0;)
            {
                await RequireAsync(1, cancellationToken).ConfigureAwait(false);
                var bytes = Buffered[..Math.Min(left, Buffered.Length)];
                Hold(chunk.Append(bytes));
                _start += bytes.Length;
                left -= bytes.Length;
            }
            if (chunk.Missing == 0 && chunk.Take() is var message && !Apply(message))
                return message;
        }
        return null;
    }

    private async ValueTask<ChunkStream> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        await RequireAsync(1, cancellationToken).ConfigureAwait(false);
        var (format, id) = (_buffer[_start] >> 6, _buffer[_start] & 0x3F);
        _start++;
        // If the ID is 0, the actual ID is in the next byte. If it is 1, the actual ID is in the next two bytes.
        if (id < 2)
        {
            await RequireAsync(id + 1, cancellationToken).ConfigureAwait(false);
            var isLong = id == 1;
            id = 64 + Buffered[0] + (isLong ? Buffered[1] << 8 : 0);
            _start += isLong ? 2 : 1;
        }
        var chunk = Find(id, format);
        var isNew = !chunk.IsIncomplete;
        if (!isNew && format != 3)
            throw new InvalidDataException("A message starts before the previous message of its chunk stream is complete.");
        var size = HeaderSizes[format];
        await RequireAsync(size, cancellationToken).ConfigureAwait(false);
        if (format < 3)
            ReadFields(chunk, format);
        _start += size;
        if (chunk.IsExtended)
        {
            await RequireAsync(4, cancellationToken).ConfigureAwait(false);
            if (format < 3)
                chunk.Delta = BinaryPrimitives.ReadUInt32BigEndian(Buffered);
            _start += 4;
        }
        if (isNew)
            chunk.Timestamp = format == 0 ? chunk.Delta : unchecked(chunk.Timestamp + chunk.Delta);
        return chunk;
    }

    private void ReadFields(ChunkStream chunk, int format)
    {
        var header = Buffered;
        chunk.Delta = UInt24(header);
        chunk.IsExtended = chunk.Delta == Extended;
        if (format < 2)
        {
            chunk.Length = (int)UInt24(header[3..]);
            chunk.Type = (RtmpMessageType)header[6];
            var limit = chunk.Type is RtmpMessageType.Audio or RtmpMessageType.Video
                ? IngestLimits.MediaMessage
                : IngestLimits.OtherMessage;
            if (chunk.Length > limit)
                throw new InvalidDataException($"A message of type {(byte)chunk.Type} has {chunk.Length} bytes; the limit is {limit}.");
        }
        if (format == 0)
            chunk.StreamId = BinaryPrimitives.ReadUInt32LittleEndian(header[7..]);
    }

    private ChunkStream Find(int id, int format)
    {
        if (_streams.TryGetValue(id, out var chunk))
            return chunk;
        if (format != 0)
            throw new InvalidDataException("A chunk stream starts without a complete header.");
        if (_streams.Count == IngestLimits.ChunkStreams)
            throw new InvalidDataException($"There are more than {IngestLimits.ChunkStreams} chunk streams.");
        return _streams[id] = new ChunkStream();
    }

    private void Hold(int growth)
    {
        _held += growth;
        if (_held > IngestLimits.AllMessages)
            throw new InvalidDataException($"The incomplete messages of all chunk streams exceed {IngestLimits.AllMessages} bytes.");
    }

    /// <summary>Applies a message that sets the chunk size or aborts a message. Returns false for other messages.</summary>
    private bool Apply(RtmpMessage message)
    {
        switch (message.Type)
        {
            case RtmpMessageType.SetChunkSize:
                // A large chunk size does not require more memory, because a chunk is never larger than its message.
                _chunkSize = (int)Number(message) is > 0 and var size
                    ? size
                    : throw new InvalidDataException("The chunk size is not a positive 31-bit number.");
                return true;
            case RtmpMessageType.Abort:
                _streams.GetValueOrDefault((int)Number(message))?.Abort();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Returns the number in a protocol control message.</summary>
    /// <exception cref="InvalidDataException">The message is too short.</exception>
    public static uint Number(RtmpMessage message) =>
        BinaryPrimitives.TryReadUInt32BigEndian(message.Payload.Span, out var number)
            ? number
            : throw new InvalidDataException($"A message of type {(byte)message.Type} has {message.Payload.Length} bytes instead of 4.");

    private async ValueTask RequireAsync(int count, CancellationToken cancellationToken)
    {
        while (_end - _start < count)
        {
            if (!await ReceiveAsync(cancellationToken).ConfigureAwait(false))
                throw new EndOfStreamException("The connection ended within a message.");
        }
    }

    private async ValueTask<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        Buffered.CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        ReceivedBytes += read;
        return read > 0;
    }

    private static uint UInt24(ReadOnlySpan<byte> bytes) => (uint)(bytes[0] << 16 | bytes[1] << 8 | bytes[2]);
}
