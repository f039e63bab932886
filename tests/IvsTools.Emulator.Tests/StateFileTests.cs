using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Tests.Ingest;

namespace IvsTools.Emulator.Tests;

/// <summary>
/// The state file contains the resources of every Region and account. The file is written either completely or not at all.
/// </summary>
public sealed class StateFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["state.json"];

    private EmulatorOptions Options => new()
    {
        StatePath = Path,
        AccessKeyId = "ONE",
        SecretAccessKey = "invented",
        AdditionalAccounts = new Dictionary<string, string> { ["OTHER"] = "210987654321" },
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_save_request_writes_the_current_state_without_ending_the_emulator()
    {
        using var emulator = EmulatorServer.Start(Options);
        using var client = new SignedClient(emulator);
        await client.PostAsync("CreateChannel", "{}");
        Assert.Equal(HttpStatusCode.OK, await SaveAsync(emulator));
        var first = File.ReadAllText(Path);
        await client.PostAsync("CreateChannel", "{}");
        Assert.Equal(first, File.ReadAllText(Path));
        Assert.Equal(HttpStatusCode.OK, await SaveAsync(emulator));
        // A second emulator can read the file before the first emulator ends.
        using var next = EmulatorServer.Start(Options with { StatePath = Path });
        using var nextClient = new SignedClient(next);
        Assert.Equal(2, await CountAsync(nextClient));
        Assert.Equal(["state.json"], Directory.GetFiles(_folder.Path).Select(System.IO.Path.GetFileName));
    }

    [Fact]
    public async Task The_state_file_contains_the_resources_of_every_Region_and_account()
    {
        Signing[] scopes = [new(), new() { Region = "eu-west-1" }, new() { AccessKeyId = "OTHER" }];
        using (var emulator = EmulatorServer.Start(Options))
        {
            using var client = new SignedClient(emulator);
            for (var i = 0; i < scopes.Length; i++)
            {
                for (var channel = 0; channel <= i; channel++)
                    await client.PostAsync("CreateChannel", "{}", scopes[i]);
            }
        }
        using var next = EmulatorServer.Start(Options);
        using var nextClient = new SignedClient(next);
        for (var i = 0; i < scopes.Length; i++)
            Assert.Equal(i + 1, await CountAsync(nextClient, scopes[i]));
    }

    [Fact]
    public async Task After_a_restart_the_stream_of_an_encoder_has_ended_and_its_channel_has_the_current_ingest_endpoint()
    {
        using var emulator = EmulatorServer.Start(Options with { IngestPort = 0 });
        using var client = new SignedClient(emulator);
        var (_, _, created) = await client.PostAsync("CreateChannel", """{"insecureIngest": true}""");
        var (arn, key) = (created["channel"]!["arn"]!.GetValue<string>(), created["streamKey"]!["value"]!.GetValue<string>());
        Assert.Equal($"127.0.0.1:{new Uri(emulator.IngestUrl!).Port}", created["channel"]!["ingestEndpoint"]!.GetValue<string>());
        using var encoder = await RtmpClient.PublishAsync(emulator.IngestUrl!, key);
        Assert.Equal(HttpStatusCode.OK, await SaveAsync(emulator));
        await encoder.SyncAsync();
        Assert.Null((await SessionAsync(client, arn))["endTime"]);
        foreach (var acceptsEncoders in new[] { false, true })
        {
            using var next = EmulatorServer.Start(Options with { IngestPort = acceptsEncoders ? 0 : null });
            using var nextClient = new SignedClient(next);
            var session = await SessionAsync(nextClient, arn);
            Assert.NotNull(session["endTime"]);
            Assert.Equal("Session Ended", session["truncatedEvents"]![0]!["name"]!.GetValue<string>());
            var expected = acceptsEncoders ? $"127.0.0.1:{new Uri(next.IngestUrl!).Port}" : ".global-contribute.live-video.net";
            Assert.EndsWith(expected, session["channel"]!["ingestEndpoint"]!.GetValue<string>(), StringComparison.Ordinal);
            var (_, error, _) = await nextClient.PostAsync("GetStream", new JsonObject { ["channelArn"] = arn }.ToJsonString());
            Assert.Equal("ChannelNotBroadcasting", error);
        }
    }

    [Fact]
    public async Task A_state_file_with_an_account_that_the_emulator_does_not_have_is_rejected()
    {
        using (var emulator = EmulatorServer.Start(Options))
        {
            using var client = new SignedClient(emulator);
            await client.PostAsync("CreateChannel", "{}", new() { AccessKeyId = "OTHER" });
        }
        var saved = File.ReadAllText(Path);
        var rejected = Assert.Throws<EmulatorStateException>(
            () => EmulatorServer.Start(Options with { AdditionalAccounts = new Dictionary<string, string>() }));
        Assert.Contains("210987654321", rejected.Message, StringComparison.Ordinal);
        Assert.Equal(saved, File.ReadAllText(Path));
    }

    [Theory]
    [InlineData("channels", "authorized", null)]
    [InlineData("streamKeys", "value", "5")]
    [InlineData("streamKeys", "channelArn", null)]
    [InlineData("playbackRestrictionPolicies", "allowedCountries", "[5]")]
    [InlineData("streams", "channelArn", null)]
    [InlineData("streams", "streamId", "\"st-abcdefghijklmnopqrstuvw\"")]
    public async Task A_state_file_with_an_invalid_member_is_rejected(string table, string member, string? value)
    {
        using (var emulator = EmulatorServer.Start(Options))
        {
            using var client = new SignedClient(emulator);
            var created = await client.PostAsync("CreateChannel", "{}");
            emulator.Streams.Start(created.Body["channel"]!["arn"]!.GetValue<string>());
            await client.PostAsync("CreatePlaybackRestrictionPolicy", "{}");
        }
        EmulatorServer.Start(Options).Dispose();
        var content = JsonNode.Parse(File.ReadAllText(Path))!;
        var state = content["states"]![0]!;
        var resource = table == "streams" ? state[table]![0]!["stream"]! : state["resources"]![table]![0]!;
        resource[member] = value is null ? null : JsonNode.Parse(value);
        File.WriteAllText(Path, content.ToJsonString());
        Assert.Throws<EmulatorStateException>(() => EmulatorServer.Start(Options));
    }

    [Fact]
    public async Task A_state_file_with_null_instead_of_a_value_does_not_cause_an_unexpected_exception()
    {
        using (var emulator = EmulatorServer.Start(Options))
        {
            using var client = new SignedClient(emulator);
            var created = await client.PostAsync("CreateChannel", "{}");
            emulator.Streams.Start(created.Body["channel"]!["arn"]!.GetValue<string>());
            await client.PostAsync("ImportPlaybackKeyPair", GoodRequest.For("ImportPlaybackKeyPair").ToJsonString());
            var revocation = new JsonObject { ["channelArn"] = created.Body["channel"]!["arn"]!.DeepClone(), ["viewerId"] = "ann" };
            await client.PostAsync("StartViewerSessionRevocation", revocation.ToJsonString());
            emulator.Faults.ReadsUntilSettled = 1;
            await client.PostAsync("CreateRecordingConfiguration", GoodRequest.For("CreateRecordingConfiguration").ToJsonString());
        }
        var saved = File.ReadAllText(Path);
        var rejected = 0;
        for (var i = 0; WithNull(JsonNode.Parse(saved)!, i) is { } damaged; i++)
        {
            File.WriteAllText(Path, damaged);
            try
            {
                EmulatorServer.Start(Options).Dispose();
            }
            catch (EmulatorStateException)
            {
                rejected++;
            }
        }
        Assert.InRange(rejected, 50, int.MaxValue);
    }

    // Replaces one value with null. Returns null if the index is larger than the number of values.
    private static string? WithNull(JsonNode content, int index)
    {
        var left = index;
        return Replace(content) ? content.ToJsonString() : null;

        bool Replace(JsonNode? node) => node switch
        {
            JsonObject members => members.Select(member => member.Key).ToList().Exists(name =>
                IsDue() ? Set(() => members[name] = null) : Replace(members[name])),
            JsonArray items => Enumerable.Range(0, items.Count).Any(i => IsDue() ? Set(() => items[i] = null) : Replace(items[i])),
            _ => false,
        };

        bool IsDue() => left-- == 0;

        static bool Set(Action change)
        {
            change();
            return true;
        }
    }

    [Fact]
    public async Task A_recording_configuration_that_is_saved_as_CREATING_becomes_ACTIVE_after_a_restart()
    {
        string arn;
        using (var emulator = EmulatorServer.Start(Options))
        {
            using var client = new SignedClient(emulator);
            emulator.Faults.ReadsUntilSettled = 2;
            var request = GoodRequest.For("CreateRecordingConfiguration").ToJsonString();
            var made = await client.PostAsync("CreateRecordingConfiguration", request);
            arn = made.Body["recordingConfiguration"]!["arn"]!.GetValue<string>();
            Assert.Equal("CREATING", await StateAsync(client, arn));
            Assert.Equal(HttpStatusCode.OK, await SaveAsync(emulator));
        }
        using var next = EmulatorServer.Start(Options);
        using var nextClient = new SignedClient(next);
        Assert.Equal("CREATING", await StateAsync(nextClient, arn));
        Assert.Equal("ACTIVE", await StateAsync(nextClient, arn));
    }

    [Fact]
    public async Task A_save_request_without_a_state_file_causes_an_error()
    {
        using var emulator = EmulatorServer.Start();
        Assert.Equal(HttpStatusCode.BadRequest, await SaveAsync(emulator));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_emulator_does_not_start_if_its_state_file_cannot_be_saved(bool exists)
    {
        // The emulator adds a suffix to this name for its temporary file, and the result is too long for the file system.
        var path = _folder[new string('s', 240)];
        if (exists)
        {
            EmulatorServer.Start(Options).Dispose();
            File.Move(Path, path);
        }
        var rejected = Assert.Throws<EmulatorStateException>(() => EmulatorServer.Start(Options with { StatePath = path }));
        Assert.StartsWith("The state cannot be saved", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_as_the_state_file_causes_an_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, a named pipe cannot be created in a folder.");
        using (var mkfifo = Process.Start("mkfifo", Path))
            mkfifo.WaitForExit();
        var rejected = Assert.Throws<EmulatorStateException>(() => EmulatorServer.Start(Options));
        Assert.Contains("not a file", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_that_fails_causes_an_error_and_keeps_the_old_file()
    {
        var path = _folder["sub/state.json"];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var emulator = EmulatorServer.Start(Options with { StatePath = path });
        using var client = new SignedClient(emulator);
        await client.PostAsync("CreateChannel", "{}");
        Assert.Equal(HttpStatusCode.OK, await SaveAsync(emulator));
        var saved = File.ReadAllText(path);
        File.Move(path, path + ".kept");
        // A folder at the path prevents the next save.
        Directory.CreateDirectory(path);
        await client.PostAsync("CreateChannel", "{}");
        Assert.Equal(HttpStatusCode.InternalServerError, await SaveAsync(emulator));
        Assert.Throws<EmulatorStateException>(emulator.Dispose);
        Assert.Equal(saved, File.ReadAllText(path + ".kept"));
        Assert.Empty(Directory.GetFiles(System.IO.Path.GetDirectoryName(path)!, "*.tmp"));
    }

    [Fact]
    public async Task The_state_file_is_complete_whenever_it_is_read()
    {
        using var emulator = EmulatorServer.Start(Options);
        using var client = new SignedClient(emulator);
        Assert.Equal(HttpStatusCode.OK, await SaveAsync(emulator));
        var saves = Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await client.PostAsync("CreateChannel", "{}");
                Assert.Equal(HttpStatusCode.OK, await SaveAsync(emulator));
            }
        }, TestContext.Current.CancellationToken);
        var reads = 0;
        do
        {
            Assert.NotNull(JsonNode.Parse(File.ReadAllText(Path)));
            reads++;
        }
        while (!saves.IsCompleted);
        await saves;
        Assert.InRange(reads, 1, int.MaxValue);
    }

    private static async Task<HttpStatusCode> SaveAsync(EmulatorServer emulator)
    {
        using var http = new HttpClient();
        using var response = await http.PostAsync($"{emulator.Url}/_emulator/state", null);
        return response.StatusCode;
    }

    private static async Task<JsonNode> SessionAsync(SignedClient client, string channelArn) =>
        (await client.PostAsync("GetStreamSession", new JsonObject { ["channelArn"] = channelArn }.ToJsonString())).Body["streamSession"]!;

    private static async Task<int> CountAsync(SignedClient client, Signing? signing = null) =>
        (await client.PostAsync("ListChannels", "{}", signing)).Body["channels"]!.AsArray().Count;

    private static async Task<string> StateAsync(SignedClient client, string arn) =>
        (await client.PostAsync("GetRecordingConfiguration", new JsonObject { ["arn"] = arn }.ToJsonString()))
            .Body["recordingConfiguration"]!["state"]!.GetValue<string>();
}
