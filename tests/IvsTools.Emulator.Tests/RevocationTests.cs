using System.Net;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

public sealed class RevocationTests : PrivateChannel
{
    [Fact]
    public async Task A_revocation_ends_sessions_and_rejects_tokens_up_to_its_version()
    {
        var (older, newer, other) = (ViewerToken("ann", 1), ViewerToken("ann", 3), ViewerToken("bob", 1));
        var (olderSession, newerSession) = (await Viewer.PlayAsync(Url, older), await Viewer.PlayAsync(Url, newer));
        Assert.Equal(HttpStatusCode.OK, (await RevokeAsync("ann", 2)).Status);
        Rejected(await Viewer.PlayAsync(Url, older), "revoked");
        Rejected(await Viewer.PlayAsync(olderSession.RenditionUrl!), "revoked");
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(Url, newer)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(newerSession.RenditionUrl!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(Url, other)).Status);
        // A later revocation with a lower version has no effect.
        await RevokeAsync("ann", 0);
        Rejected(await Viewer.PlayAsync(Url, older), "revoked");
        await RevokeAsync("ann", 3);
        Rejected(await Viewer.PlayAsync(newerSession.RenditionUrl!), "revoked");
    }

    [Fact]
    public async Task A_revocation_without_a_version_applies_to_tokens_without_a_version()
    {
        await RevokeAsync("ann", null);
        Rejected(await Viewer.PlayAsync(Url, Viewer.Sign(Channel, new JsonObject { ["aws:viewer-id"] = "ann" })), "revoked");
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(Url, ViewerToken("ann", 1))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Viewer.PlayAsync(Url, Viewer.Sign(Channel))).Status);
    }

    [Theory]
    [InlineData("2147483647", HttpStatusCode.OK)]
    [InlineData("2147483648", HttpStatusCode.BadRequest)]
    public async Task A_version_must_be_an_integer_of_32_bits(string version, HttpStatusCode status)
    {
        var body = $$"""{"channelArn":"{{Channel}}","viewerId":"ann","viewerSessionVersionsLessThanOrEqualTo":{{version}}}""";
        Assert.Equal(status, (await Client.PostAsync("StartViewerSessionRevocation", body)).Status);
    }

    [Fact]
    public async Task A_batch_revokes_existing_sessions_and_returns_an_error_for_each_missing_channel()
    {
        var missing = Channel + "x";
        var body = new JsonObject
        {
            ["viewerSessions"] = new JsonArray(Session(Channel, "ann"), Session(missing, "eve"), Session(Channel, "bob")),
        };
        var (status, _, response) = await Client.PostAsync("BatchStartViewerSessionRevocation", body.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, status);
        var error = Assert.Single(response["errors"]!.AsArray())!;
        Assert.Equal((missing, "eve"), (error["channelArn"]!.GetValue<string>(), error["viewerId"]!.GetValue<string>()));
        Assert.NotEmpty(error["code"]!.GetValue<string>());
        Rejected(await Viewer.PlayAsync(Url, ViewerToken("ann", 0)), "revoked");
        Rejected(await Viewer.PlayAsync(Url, ViewerToken("bob", 0)), "revoked");
        Assert.Equal(
            "ResourceNotFoundException",
            (await Client.PostAsync("StartViewerSessionRevocation", Session(missing, "eve").ToJsonString())).Error);
    }

    private static JsonObject Session(string channelArn, string viewerId) => new() { ["channelArn"] = channelArn, ["viewerId"] = viewerId };

    private string ViewerToken(string viewerId, long version) =>
        Viewer.Sign(Channel, new JsonObject { ["aws:viewer-id"] = viewerId, ["aws:viewer-session-version"] = version });

    private async Task<(HttpStatusCode Status, string? Error)> RevokeAsync(string viewerId, int? upTo)
    {
        var body = Session(Channel, viewerId);
        if (upTo is not null)
            body["viewerSessionVersionsLessThanOrEqualTo"] = upTo;
        var (status, error, _) = await Client.PostAsync("StartViewerSessionRevocation", body.ToJsonString());
        return (status, error);
    }
}
