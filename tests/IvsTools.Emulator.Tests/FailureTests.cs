using System.Net;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Tests.Ingest;
using Microsoft.Extensions.Time.Testing;

namespace IvsTools.Emulator.Tests;

/// <summary>An error in the emulator is recorded with its exception, and is not reported as an error of the client.</summary>
public sealed class FailureTests : EmulatorTest
{
    private readonly FailingClock _clock;

    public FailureTests()
        : this(new FailingClock())
    {
    }

    private FailureTests(FailingClock clock)
        : base(new EmulatorOptions { IngestPort = 0, Time = clock }) => _clock = clock;

    [Fact]
    public async Task A_call_that_fails_is_recorded_with_the_exception()
    {
        _clock.FailOnce();
        Assert.Equal("InternalServerException", (await Client.PostAsync("ListChannels", "{}")).Error);
        Assert.Same(_clock.Error, Assert.Single(Emulator.Requests).Exception);
        await GoodAsync("ListChannels");
        Assert.Null(Emulator.Requests[^1].Exception);
        var (status, requests) = await ControlAsync("GET", "requests");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(requests![0]!.AsObject().ContainsKey("exception"));
    }

    [Fact]
    public async Task A_control_request_that_fails_is_recorded_with_the_exception()
    {
        _clock.FailOnce();
        Assert.Equal(HttpStatusCode.InternalServerError, (await ControlAsync("GET", "health")).Status);
        Assert.Same(_clock.Error, Assert.Single(Emulator.Requests).Exception);
        Assert.Equal(HttpStatusCode.OK, (await ControlAsync("GET", "health")).Status);
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task An_exception_of_an_event_handler_is_recorded_and_does_not_change_the_response()
    {
        Emulator.Responded += (_, _) => throw _clock.Error;
        await GoodAsync("CreateChannel");
        var request = Assert.Single(Emulator.Requests);
        Assert.Equal((200, _clock.Error), (request.Status, request.Exception));
    }

    [Fact]
    public async Task The_ingest_record_contains_the_exception_if_a_stream_cannot_start()
    {
        var created = await GoodAsync("CreateChannel", new JsonObject { ["insecureIngest"] = true });
        using var encoder = await RtmpClient.ConnectAsync(Emulator.IngestUrl!);
        _clock.FailOnce();
        Assert.Equal("NetStream.Publish.Rejected", await encoder.PublishAsync(Text(created["streamKey"]!, "value")));
        var record = Assert.Single(Emulator.IngestRecords);
        Assert.Equal((IngestAction.Rejected, IngestReason.InternalError), (record.Action, record.Reason));
        Assert.Same(_clock.Error, record.Exception);
    }

    private sealed class FailingClock() : FakeTimeProvider(DateTimeOffset.UtcNow)
    {
        private int _failures;

        public InvalidOperationException Error { get; } = new("The clock failed.");

        public void FailOnce() => Volatile.Write(ref _failures, 1);

        // The method of the base class would call GetUtcNow.
        public override long GetTimestamp() => 0;

        public override DateTimeOffset GetUtcNow() => Interlocked.Exchange(ref _failures, 0) == 0 ? base.GetUtcNow() : throw Error;
    }
}
