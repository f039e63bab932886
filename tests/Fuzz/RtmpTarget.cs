using System.Text;
using IvsTools.Emulator.Ingest;
using IvsTools.Emulator.Ingest.Rtmp;
using IvsTools.Emulator.Media;
using IvsTools.Emulator.Tests.Ingest;

namespace IvsTools.Fuzz;

/// <summary>Reads the data that an encoder sends after the handshake, and creates the segments of its media.</summary>
internal sealed class RtmpTarget : ITarget
{
    private const string StreamKey = "sk_us-west-2_abcdABCDefgh_567890abcdef";

    public string Name => "RTMP";

    public IReadOnlyList<byte[]> Seeds { get; } = [EncoderSession.Simple(StreamKey), EncoderSession.Compressed(StreamKey)];

    public string? Read(byte[] input)
    {
        using var connection = new Connection(input);
        var publisher = new Publisher();
        var run = new RtmpSession(connection, publisher).RunAsync(CancellationToken.None);
        if (!run.IsCompleted)
            return "The session waits after the end of the connection.";
        run.GetAwaiter().GetResult();
        return publisher.IsWrong;
    }

    public bool IsRejection(Exception exception) =>
        exception is InvalidDataException or EndOfStreamException or NotSupportedException or IngestException;

    /// <summary>A connection that returns the input and discards what is written.</summary>
    private sealed class Connection(byte[] input) : MemoryStream(input, writable: false)
    {
        public override bool CanWrite => true;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => default;
    }

    private sealed class Publisher : IPublisher
    {
        private readonly ChannelMedia _media = new(TimeProvider.System);
        private readonly InputDescription _input = new();
        private readonly InputMeter _meter = new(TimeProvider.System);
        private bool _isPublishing;

        public string? IsWrong { get; private set; }

        public Task StartAsync(string name)
        {
            _isPublishing = true;
            _media.Begin();
            return Task.CompletedTask;
        }

        public void Write(MediaPacket packet)
        {
            if (!_isPublishing)
                IsWrong = "Media was received before the stream was published.";
            if (packet.Payload.IsEmpty)
                return;
            _meter.Add(packet);
            _media.Write(packet);
            if (_input.Update(packet, _media.Configurations))
                _ = Encoding.UTF8.GetBytes($"{_input.Video(_meter.Rates)?.ToJsonString()} {_input.Audio(_meter.Rates)?.ToJsonString()}");
        }

        public void End()
        {
            _isPublishing = false;
            _media.End();
        }
    }
}
