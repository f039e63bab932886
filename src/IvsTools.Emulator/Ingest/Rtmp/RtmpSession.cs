using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>Handles the encoder's commands and messages after the handshake.</summary>
internal sealed class RtmpSession(Stream stream, IPublisher publisher)
{
    private const uint Window = 2_500_000;
    private const uint SmallestWindow = 16 * 1024;
    private const uint MediaStream = 1;
    private const string Application = "app";

    private readonly ChunkReader _reader = new(stream);
    private readonly ChunkWriter _writer = new(stream);
    private uint _window = Window;
    private long _acknowledged;
    private bool _isConnected;
    private bool _isPublishing;

    /// <summary>Handles messages until the client disconnects.</summary>
    /// <exception cref="InvalidDataException">The data is malformed.</exception>
    /// <exception cref="IngestException">The stream is rejected.</exception>
    /// <exception cref="IOException">The connection is lost.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await _reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } message)
        {
            await ApplyAsync(message).ConfigureAwait(false);
            Acknowledge();
            await _writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends the reason why the stream ends. Encoders show this reason to the user.</summary>
    public async Task RejectAsync(IngestReason reason, string description, CancellationToken cancellationToken)
    {
        // For some error codes, encoders show their own text instead of the description.
        var code = reason switch
        {
            IngestReason.ChannelLive => "BadName",
            IngestReason.UnknownStreamKey or IngestReason.InsecureConnection => "Denied",
            _ => "Rejected",
        };
        AddStatus("error", "NetStream.Publish." + code, description);
        await _writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task ApplyAsync(RtmpMessage message)
    {
        switch (message.Type)
        {
            case RtmpMessageType.Command:
                return RunCommandAsync(new Amf0Reader(message.Payload));
            case RtmpMessageType.Audio or RtmpMessageType.Video or RtmpMessageType.Data when _isPublishing:
                var kind = (MediaKind)message.Type;
                publisher.Write(new MediaPacket(
                    kind, message.Timestamp, kind == MediaKind.Data ? WithoutHandler(message.Payload) : message.Payload));
                break;
            case RtmpMessageType.WindowAcknowledgementSize:
                _window = Math.Max(ChunkReader.Number(message), SmallestWindow);
                break;
            case RtmpMessageType.UserControl when message.Payload.Span is [0, 6, _, _, _, _] ping:
                _writer.AddPong(ping[2..]);
                break;
        }
        return Task.CompletedTask;
    }

    // Encoders send the name of a handler, "@setDataFrame", before the metadata.
    private static ReadOnlyMemory<byte> WithoutHandler(ReadOnlyMemory<byte> payload)
    {
        var reader = new Amf0Reader(payload);
        return reader.Read() is "@setDataFrame" ? reader.Rest : payload;
    }

    private async Task RunCommandAsync(Amf0Reader arguments)
    {
        var name = arguments.Read() as string ?? throw new InvalidDataException("A command has no name.");
        var transaction = arguments.Read() as double? ?? 0;
        var first = arguments.Read();
        if (!_isConnected && name != "connect")
            throw new InvalidDataException("The first command must be connect.");
        switch (name)
        {
            case "connect":
                Connect(transaction, first as Dictionary<string, object?> ?? []);
                break;
            case "createStream":
                _writer.AddCommand(0, "_result", transaction, null, (double)MediaStream);
                break;
            case "publish":
                await PublishAsync(arguments.Read() as string ?? string.Empty).ConfigureAwait(false);
                break;
            case "play" or "play2":
                throw new InvalidDataException("The ingest endpoint accepts only encoders. To play the channel, use its playback URL.");
            case "FCUnpublish" or "closeStream" or "deleteStream":
                _isPublishing = false;
                publisher.End();
                break;
            case "getStreamLength":
                _writer.AddCommand(0, "_result", transaction, null, 0.0);
                break;
            case "releaseStream" or "FCPublish":
                _writer.AddCommand(0, "_result", transaction, null, null);
                break;
        }
    }

    private void Connect(double transaction, Dictionary<string, object?> settings)
    {
        var application = (settings.GetValueOrDefault("app") as string ?? string.Empty).Split('?')[0].Trim('/');
        if (application != Application)
            throw new InvalidDataException($"The path of the ingest endpoint is /{Application}/, followed by the stream key.");
        _isConnected = true;
        _writer.AddNumber(RtmpMessageType.WindowAcknowledgementSize, Window);
        _writer.AddPeerBandwidth(Window);
        _writer.SetChunkSize();
        (string, object?)[] server = [("fmsVer", "FMS/3,0,1,123"), ("capabilities", 31.0)];
        (string, object?)[] status =
        [
            ("level", "status"),
            ("code", "NetConnection.Connect.Success"),
            ("description", "Connection succeeded."),
            ("objectEncoding", 0.0),
        ];
        _writer.AddCommand(0, "_result", transaction, server, status);
    }

    private async Task PublishAsync(string name)
    {
        if (_isPublishing)
            throw new InvalidDataException("The connection already publishes a stream.");
        // Encoders can add settings after the stream key.
        await publisher.StartAsync(name.Split('?')[0]).ConfigureAwait(false);
        _isPublishing = true;
        _writer.AddStreamBegin(MediaStream);
        AddStatus("status", "NetStream.Publish.Start", "The stream is live.");
    }

    private void AddStatus(string level, string code, string description)
    {
        (string, object?)[] status = [("level", level), ("code", code), ("description", description)];
        _writer.AddCommand(MediaStream, "onStatus", 0, null, status);
    }

    private void Acknowledge()
    {
        if (_reader.ReceivedBytes - _acknowledged < _window)
            return;
        _acknowledged = _reader.ReceivedBytes;
        _writer.AddNumber(RtmpMessageType.Acknowledgement, unchecked((uint)_acknowledged));
    }
}
