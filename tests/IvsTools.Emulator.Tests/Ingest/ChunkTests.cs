using IvsTools.Emulator.Ingest.Rtmp;

namespace IvsTools.Emulator.Tests.Ingest;

/// <summary>Reads RTMP chunks of every format.</summary>
public sealed class ChunkTests
{
    private const byte Video = 9;

    private static readonly byte[] Content = [.. Enumerable.Range(0, 300).Select(i => (byte)i)];

    [Theory]
    [InlineData(3)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(319)]
    [InlineData(320)]
    [InlineData(65_599)]
    public async Task Chunk_stream_IDs_of_every_size_are_read(int chunkStream) =>
        Assert.Equal(
            [(Video, 5u, 1u, Content.Length)],
            await ReadAsync(Chunks.Message(Video, Content, 5, 1, chunkStream)));

    [Fact]
    public async Task Headers_of_every_format_are_read() =>
        Assert.Equal(
            [(Video, 1000u, 1u, 300), (Video, 1040u, 1u, 10), (Video, 1060u, 1u, 10), (Video, 1080u, 1u, 10), (8, 1080u, 1u, 0)],
            await ReadAsync(
                Chunks.Message(Video, Content, 1000, 1),
                Chunks.Message(1, Video, new byte[10], 40),
                Chunks.Message(2, Video, new byte[10], 20),
                Chunks.Message(3, Video, new byte[10], 0),
                Chunks.Message(1, 8, [], 0)));

    [Fact]
    public async Task A_header_without_fields_uses_the_timestamp_of_the_last_complete_header_as_the_timestamp_delta() =>
        Assert.Equal(
            [(Video, 40u, 1u, 10), (Video, 80u, 1u, 10), (Video, 120u, 1u, 10)],
            await ReadAsync(
                Chunks.Message(Video, new byte[10], 40, 1),
                Chunks.Message(3, Video, new byte[10], 0),
                Chunks.Message(3, Video, new byte[10], 0)));

    [Theory]
    [InlineData(0xFFFFFEu)]
    [InlineData(0xFFFFFFu)]
    [InlineData(0x1000000u)]
    [InlineData(uint.MaxValue)]
    public async Task Extended_timestamps_are_read_in_every_chunk_of_a_message(uint timestamp) =>
        Assert.Equal(
            [(Video, timestamp, 1u, Content.Length), (Video, unchecked(timestamp + 7), 1u, 2)],
            await ReadAsync(Chunks.Message(Video, Content, timestamp, 1), Chunks.Message(1, Video, new byte[2], 7)));

    [Fact]
    public async Task Interleaved_messages_are_read()
    {
        var video = Chunks.Message(Video, Content, 0, 1, chunkStream: 6);
        var audio = Chunks.Message(8, new byte[150], 0, 1, chunkStream: 4);
        // The first chunk of each message is read before the other chunks.
        var (videoStart, audioStart) = (12 + 128, 12 + 128);
        Assert.Equal(
            [(8, 0u, 1u, 150), (Video, 0u, 1u, 300)],
            await ReadAsync(video[..videoStart], audio[..audioStart], audio[audioStart..], video[videoStart..]));
    }

    [Fact]
    public async Task A_new_chunk_size_is_applied_and_an_aborted_message_is_discarded()
    {
        var cut = Chunks.Message(Video, Content, 0, 1, chunkStream: 6)[..(12 + 128)];
        Assert.Equal(
            [(Video, 0u, 1u, 300), (Video, 0u, 1u, 20)],
            await ReadAsync(
                Chunks.Message(1, Chunks.UInt32(1)),
                Chunks.Message(Video, Content, 0, 1, chunkStream: 5, chunkSize: 1),
                Chunks.Message(1, Chunks.UInt32(128), chunkSize: 1),
                cut,
                Chunks.Message(2, Chunks.UInt32(6), chunkStream: 2),
                Chunks.Message(2, Chunks.UInt32(77), chunkStream: 2),
                Chunks.Message(Video, new byte[20], 0, 1, chunkStream: 6)));
    }

    [Fact]
    public async Task A_message_has_the_content_that_was_sent()
    {
        using var stream = new MemoryStream(Chunks.Message(Video, Content, 0, 1, chunkSize: 128));
        var message = await new ChunkReader(stream).ReadAsync(CancellationToken.None);
        Assert.Equal(Content, message!.Value.Payload.ToArray());
    }

    [Theory]
    [InlineData("43 000000")] // a chunk stream without a complete header
    [InlineData("83 000000")]
    [InlineData("C3")]
    [InlineData("02 000000 000004 01 00000000 00000000")] // a chunk size of 0
    [InlineData("02 000000 000004 01 00000000 80000000")]
    [InlineData("02 000000 000003 01 00000000 000001")]
    [InlineData("02 000000 000000 02 00000000")]
    [InlineData("06 000000 400001 09 00000000")] // a length over the limit
    public async Task Malformed_chunks_are_rejected(string bytes) =>
        await Assert.ThrowsAsync<InvalidDataException>(
            () => ReadAsync(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal))));

    [Fact]
    public async Task A_message_cannot_start_within_another_message_of_the_same_chunk_stream() =>
        await Assert.ThrowsAsync<InvalidDataException>(
            () => ReadAsync(Chunks.Message(Video, Content, 0, 1)[..(12 + 128)], Chunks.Message(Video, new byte[4], 0, 1)));

    [Fact]
    public async Task A_connection_that_ends_within_a_chunk_causes_an_error()
    {
        var message = Chunks.Message(Video, Content, 0, 1);
        Assert.Empty(await ReadAsync());
        for (var length = 1; length < message.Length; length++)
        {
            // At these two lengths, the connection ends between two chunks.
            if (length is 12 + 128 or 12 + 128 + 1 + 128)
                Assert.Empty(await ReadAsync(message[..length]));
            else
                await Assert.ThrowsAsync<EndOfStreamException>(() => ReadAsync(message[..length]));
        }
    }

    private static async Task<List<(byte Type, uint Timestamp, uint StreamId, int Length)>> ReadAsync(params byte[][] chunks)
    {
        using var stream = new MemoryStream([.. chunks.SelectMany(chunk => chunk)]);
        var reader = new ChunkReader(stream);
        var messages = new List<(byte, uint, uint, int)>();
        while (await reader.ReadAsync(CancellationToken.None) is { } message)
            messages.Add(((byte)message.Type, message.Timestamp, message.StreamId, message.Payload.Length));
        return messages;
    }
}
