using System.Net;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>One emulator has several Regions and accounts, and the signature of a request selects one of them.</summary>
public sealed class ScopeTests() : EmulatorTest(
    new EmulatorOptions { AdditionalAccounts = new Dictionary<string, string> { ["OTHER"] = OtherAccount }, Seed = 1 })
{
    private const string OtherAccount = "210987654321";

    private static readonly Signing Europe = new() { Region = "eu-west-1" };
    private static readonly Signing Other = new() { AccessKeyId = "OTHER" };

    private static readonly (Signing Signing, string Region, string Account)[] Scopes =
    [
        (new(), "us-west-2", "123456789012"),
        (Europe, "eu-west-1", "123456789012"),
        (Other, "us-west-2", OtherAccount),
        (Europe with { AccessKeyId = "OTHER" }, "eu-west-1", OtherAccount),
    ];

    [Fact]
    public async Task Each_Region_and_account_has_its_own_resources_with_matching_ARNs()
    {
        var arns = new List<string>();
        foreach (var (signing, region, account) in Scopes)
        {
            var made = await CallAsync(signing, "CreateChannel");
            Assert.StartsWith($"arn:aws:ivs:{region}:{account}:channel/", Arn(made["channel"]!), StringComparison.Ordinal);
            Assert.StartsWith($"arn:aws:ivs:{region}:{account}:stream-key/", Arn(made["streamKey"]!), StringComparison.Ordinal);
            Assert.StartsWith($"sk_{region}_", Text(made["streamKey"]!, "value"), StringComparison.Ordinal);
            Assert.StartsWith(
                $"{Emulator.Url}/api/video/v1/{region}.{account}.channel.",
                Text(made["channel"]!, "playbackUrl"),
                StringComparison.Ordinal);
            arns.Add(Arn(made["channel"]!));
        }
        foreach (var ((signing, _, _), arn) in Scopes.Zip(arns))
            Assert.Equal(arn, Arn(Assert.Single((await CallAsync(signing, "ListChannels"))["channels"]!.AsArray())!));
        // The seed makes the IDs the same in two runs, but not in two Regions or accounts.
        Assert.Equal(Scopes.Length, arns.Select(arn => arn.Split('/')[^1]).Distinct().Count());
    }

    [Fact]
    public async Task A_resource_of_another_Region_or_account_is_not_found()
    {
        var arns = new List<string>();
        foreach (var (signing, _, _) in Scopes)
            arns.Add(Arn((await CallAsync(signing, "CreateChannel"))["channel"]!));
        foreach (var (own, (signing, _, _)) in arns.Zip(Scopes))
        {
            foreach (var arn in arns.Where(arn => arn != own))
            {
                var get = new JsonObject { ["arn"] = arn };
                foreach (var operation in new[] { "GetChannel", "UpdateChannel", "DeleteChannel" })
                    Assert.Equal("ResourceNotFoundException", (await Client.PostAsync(operation, get.ToJsonString(), signing)).Error);
                Assert.Equal(
                    "ResourceNotFoundException",
                    (await Client.SendAsync("GET", "/tags/" + Uri.EscapeDataString(arn), string.Empty, string.Empty, signing)).Error);
            }
            var batch = await CallAsync(
                signing, "BatchGetChannel", new() { ["arns"] = new JsonArray([.. arns.Select(arn => (JsonNode?)arn)]) });
            Assert.Equal(own, Arn(Assert.Single(batch["channels"]!.AsArray())!));
            Assert.Equal(arns.Except([own]), batch["errors"]!.AsArray().Select(error => Text(error!, "arn")));
        }
    }

    [Fact]
    public async Task Each_Region_and_account_has_its_own_quotas()
    {
        foreach (var (signing, _, _) in Scopes)
        {
            for (var i = 0; i < 3; i++)
                await CallAsync(signing, "CreatePlaybackRestrictionPolicy");
            Assert.Equal("ServiceQuotaExceededException", (await Client.PostAsync("CreatePlaybackRestrictionPolicy", "{}", signing)).Error);
        }
    }

    [Fact]
    public async Task A_page_token_is_valid_only_in_its_Region_and_account()
    {
        foreach (var (signing, _, _) in Scopes)
        {
            await CallAsync(signing, "CreateChannel");
            await CallAsync(signing, "CreateChannel");
        }
        var page = new JsonObject { ["maxResults"] = 1 };
        page["nextToken"] = Text(await CallAsync(Europe, "ListChannels", page), "nextToken");
        foreach (var (signing, _, _) in Scopes.Where(scope => scope.Signing != Europe))
            Assert.Equal("ValidationException", (await Client.PostAsync("ListChannels", page.ToJsonString(), signing)).Error);
        Assert.Single((await CallAsync(Europe, "ListChannels", page))["channels"]!.AsArray());
    }

    [Fact]
    public async Task Streams_and_playback_belong_to_the_Region_and_account_of_the_channel()
    {
        using var viewer = new Viewer();
        foreach (var (signing, _, _) in Scopes)
        {
            var channel = (await CallAsync(signing, "CreateChannel"))["channel"]!;
            Assert.Equal(HttpStatusCode.OK, (await ControlAsync("POST", $"channels/{Arn(channel)}/stream", "{}")).Status);
            Assert.Equal(Arn(channel), Text(Assert.Single((await CallAsync(signing, "ListStreams"))["streams"]!.AsArray())!, "channelArn"));
            var url = Text(channel, "playbackUrl");
            var rendition = (await viewer.PlayAsync(url)).RenditionUrl!;
            Assert.Contains("#EXTINF", (await viewer.PlayAsync(rendition)).Body, StringComparison.Ordinal);
            var others = Scopes.Where(scope => !url.Contains($"{scope.Region}.{scope.Account}.", StringComparison.Ordinal));
            foreach (var (_, region, account) in others)
            {
                var elsewhere = $"{Emulator.Url}/api/video/v1/{region}.{account}.channel.{Arn(channel).Split('/')[^1]}.m3u8";
                Assert.Equal(HttpStatusCode.NotFound, (await viewer.PlayAsync(elsewhere)).Status);
            }
        }
    }

    [Fact]
    public async Task A_control_request_for_a_Region_without_resources_returns_404()
    {
        var (status, _) = await ControlAsync("POST", "channels/arn:aws:ivs:ap-south-1:123456789012:channel/none/stream", "{}");
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task A_reset_removes_the_resources_of_all_Regions_and_accounts()
    {
        foreach (var (signing, _, _) in Scopes)
            await CallAsync(signing, "CreateChannel");
        Assert.Equal(HttpStatusCode.OK, (await ControlAsync("POST", "reset")).Status);
        foreach (var (signing, _, _) in Scopes)
            Assert.Empty((await CallAsync(signing, "ListChannels"))["channels"]!.AsArray());
    }

    [Theory]
    [InlineData("us-east-1", true)]
    [InlineData("ap-northeast-2", true)]
    [InlineData("eu-west-2", false)]
    [InlineData("US-EAST-1", false)]
    [InlineData("", false)]
    public async Task Only_Regions_of_the_service_are_accepted(string region, bool isGood) =>
        Assert.Equal(
            isGood ? null : "InvalidSignatureException", (await Client.PostAsync("ListChannels", "{}", new() { Region = region })).Error);

    [Fact]
    public void An_access_key_ID_cannot_have_two_accounts() => Rejected(
        "The access key ID ONE has two accounts.",
        new() { AccessKeyId = "ONE", AdditionalAccounts = new Dictionary<string, string> { ["ONE"] = OtherAccount } });

    [Fact]
    public void The_error_for_an_invalid_option_describes_the_value()
    {
        Rejected("The Region 'US' is", new() { Region = "US" });
        Rejected("The account ID '12' is", new() { AccountId = "12" });
        Rejected("The access key ID 'has space/and,comma' is", new() { AccessKeyId = "has space/and,comma" });
        Rejected("The secret access key ", new() { SecretAccessKey = "" });
        Rejected("The session token ", new() { SessionToken = "" });
        Rejected(
            "The access key ID 'a/b' is", new() { AdditionalAccounts = new Dictionary<string, string> { ["a/b"] = OtherAccount } });
        Rejected("The account ID '12' is", new() { AdditionalAccounts = new Dictionary<string, string> { ["ONE"] = "12" } });
        Rejected("'studio.example' is neither an origin", new() { AllowedOrigins = ["studio.example"] });
    }

    private static void Rejected(string start, EmulatorOptions options) => Assert.StartsWith(
        start, Assert.Throws<EmulatorOptionException>(() => EmulatorServer.Start(options)).Message, StringComparison.Ordinal);

    private async Task<JsonObject> CallAsync(Signing signing, string operation, JsonObject? request = null)
    {
        var (_, error, body) = await Client.PostAsync(operation, (request ?? []).ToJsonString(), signing);
        Assert.Null(error);
        return body;
    }
}
