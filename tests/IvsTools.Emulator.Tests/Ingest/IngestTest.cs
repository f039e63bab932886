using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace IvsTools.Emulator.Tests.Ingest;

/// <summary>An emulator that accepts encoders.</summary>
public abstract class IngestTest : EmulatorTest
{
    protected IngestTest()
        : this(new FakeTimeProvider(DateTimeOffset.UtcNow))
    {
    }

    private IngestTest(FakeTimeProvider time)
        : base(new EmulatorOptions { IngestPort = 0, Time = time }) => Time = time;

    /// <summary>The clock of the emulator, which only the test moves.</summary>
    protected FakeTimeProvider Time { get; }

    protected string IngestUrl => Emulator.IngestUrl!;

    /// <summary>Creates a channel for an encoder, and returns its ARN and its stream key.</summary>
    protected async Task<(string Arn, string Key)> IngestChannelAsync(bool insecure = true)
    {
        var created = await GoodAsync("CreateChannel", new JsonObject { ["insecureIngest"] = insecure });
        return (Arn(created["channel"]!), Text(created["streamKey"]!, "value"));
    }

    protected async Task<JsonNode> SessionAsync(string channelArn) =>
        (await GoodAsync("GetStreamSession", new JsonObject { ["channelArn"] = channelArn }))["streamSession"]!;

    /// <summary>Returns the names of the events, with the oldest first.</summary>
    protected async Task<IEnumerable<string>> EventsAsync(string channelArn) =>
        (await SessionAsync(channelArn))["truncatedEvents"]!.AsArray().Select(e => Text(e!, "name")).Reverse();

    protected async Task<bool> IsLiveAsync(string channelArn) =>
        (await Client.PostAsync("GetStream", new JsonObject { ["channelArn"] = channelArn }.ToJsonString())).Error switch
        {
            null => true,
            "ChannelNotBroadcasting" => false,
            var other => throw new InvalidOperationException(other),
        };

    /// <summary>Waits for the next event after the specified number of events, and returns it.</summary>
    protected IngestRecord Event(int before)
    {
        Eventually.Is(() => Emulator.IngestRecords.Count > before);
        return Emulator.IngestRecords[before];
    }
}
