using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using IvsTools.Emulator.Ingest.Rtmp;

namespace IvsTools.Emulator.Tests.Ingest;

/// <summary>A test client that publishes as an encoder does, and reads the messages that the emulator sends.</summary>
public sealed class RtmpClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const int HandshakeSize = 1536;

    private readonly CancellationTokenSource _patience = new(Patience);
    private readonly TcpClient _client;
    private readonly Stream _stream;
    private int _transaction;
    private int _chunkSize = 128;

    private RtmpClient(TcpClient client, Stream stream) => (_client, _stream) = (client, stream);

    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
        _patience.Dispose();
    }

    /// <summary>Opens a connection, without the handshake.</summary>
    public static async Task<RtmpClient> OpenAsync(string ingestUrl, bool secure = false)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(ingestUrl).Port);
        if (!secure)
            return new RtmpClient(client, client.GetStream());
        var tls = new SslStream(client.GetStream(), false, (_, certificate, _, _) => certificate?.Subject == "CN=ivs-emulator");
        await tls.AuthenticateAsClientAsync("localhost");
        return new RtmpClient(client, tls);
    }

    /// <summary>Opens a connection that is ready to publish.</summary>
    public static async Task<RtmpClient> ConnectAsync(string ingestUrl, bool secure = false, string application = "app")
    {
        var client = await OpenAsync(ingestUrl, secure);
        await client.ShakeHandsAsync();
        await client.CommandAsync("connect", new Dictionary<string, object?> { ["app"] = application, ["tcUrl"] = ingestUrl });
        return client;
    }

    /// <summary>Opens a connection and starts to publish.</summary>
    public static async Task<RtmpClient> PublishAsync(string ingestUrl, string streamKey, bool secure = false)
    {
        var client = await ConnectAsync(ingestUrl, secure);
        Assert.Equal("NetStream.Publish.Start", await client.PublishAsync(streamKey));
        return client;
    }

    public async Task ShakeHandsAsync()
    {
        await SendAsync([3, .. new byte[HandshakeSize]]);
        var received = new byte[1 + (2 * HandshakeSize)];
        await _stream.ReadExactlyAsync(received, _patience.Token);
        Assert.Equal(3, received[0]);
        await SendAsync(received[1..(1 + HandshakeSize)]);
    }

    public async Task SendAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes, _patience.Token);
        await _stream.FlushAsync(_patience.Token);
    }

    public Task CommandAsync(string name, params object?[] arguments) =>
        SendAsync(Chunks.Message(20, Amf.Of([name, ++_transaction, .. arguments])));

    public Task MediaAsync(byte type, byte[] content, uint timestamp = 0) =>
        SendAsync(Chunks.Message(type, content, timestamp, 1, chunkStream: 6));

    /// <summary>Starts to publish, and returns the code of the response.</summary>
    public async Task<string?> PublishAsync(string streamKey)
    {
        await CommandAsync("releaseStream", null, streamKey);
        await CommandAsync("FCPublish", null, streamKey);
        await CommandAsync("createStream", (object?)null);
        await CommandAsync("publish", null, streamKey, "live");
        return (await StatusAsync())?.Code;
    }

    /// <summary>Waits for the next status of the stream. Returns null if the connection was closed.</summary>
    public async Task<(string Level, string Code, string Description)?> StatusAsync()
    {
        while (await ReadAsync() is { } message)
        {
            if (message.Type != 20 || new Amf0Reader(message.Content) is var reader && reader.Read() is not "onStatus")
                continue;
            reader.Read();
            reader.Read();
            var status = (Dictionary<string, object?>)reader.Read()!;
            return ((string)status["level"]!, (string)status["code"]!, (string)status["description"]!);
        }
        return null;
    }

    /// <summary>Waits until the emulator has processed all messages that were sent.</summary>
    public async Task SyncAsync()
    {
        await SendAsync(Chunks.Message(4, [0, 6, 1, 2, 3, 4], chunkStream: 2));
        while (await ReadAsync() is { } message)
        {
            if (message.Type == 4 && message.Content is [0, 7, 1, 2, 3, 4])
                return;
        }
        Assert.Fail("The connection was closed.");
    }

    /// <summary>Waits until the emulator has closed the connection.</summary>
    public async Task ClosedAsync()
    {
        while (await ReadAsync() is not null)
        {
        }
    }

    /// <summary>Returns the next message, or null if the connection was closed.</summary>
    public async Task<(byte Type, byte[] Content)?> ReadAsync()
    {
        try
        {
            var header = new byte[12];
            await _stream.ReadExactlyAsync(header, _patience.Token);
            Assert.Equal(0, header[0] >> 6);
            var content = new byte[header[4] << 16 | header[5] << 8 | header[6]];
            for (var position = 0; position < content.Length; position += _chunkSize)
            {
                if (position > 0)
                    await _stream.ReadExactlyAsync(new byte[1], _patience.Token);
                await _stream.ReadExactlyAsync(
                    content.AsMemory(position, Math.Min(_chunkSize, content.Length - position)), _patience.Token);
            }
            if (header[7] == 1)
                _chunkSize = content[0] << 24 | content[1] << 16 | content[2] << 8 | content[3];
            return (header[7], content);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return null;
        }
    }
}
