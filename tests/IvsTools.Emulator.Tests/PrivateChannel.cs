using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace IvsTools.Emulator.Tests;

/// <summary>An emulator with a live private channel and with the public key that verifies the tokens of the viewer.</summary>
public abstract class PrivateChannel : IAsyncLifetime
{
    protected PrivateChannel() => Emulator = EmulatorServer.Start(new() { Time = Time });

    /// <summary>The clock of the emulator, which only the test moves.</summary>
    protected FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    protected EmulatorServer Emulator { get; }

    protected Viewer Viewer { get; } = new();

    protected SignedClient Client { get; private set; } = null!;

    protected string Channel { get; private set; } = null!;

    protected string Url { get; private set; } = null!;

    protected string KeyPair { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Client = new SignedClient(Emulator);
        (Channel, Url) = await ChannelAsync();
        KeyPair = await ImportAsync(Viewer.Key);
    }

    public ValueTask DisposeAsync()
    {
        Viewer.Dispose();
        Client.Dispose();
        Emulator.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static void Rejected(Playback playback, string says = "")
    {
        Assert.Equal(HttpStatusCode.Forbidden, playback.Status);
        Assert.Equal("invalid_playback_auth_token", playback.ErrorCode);
        Assert.Contains(says, playback.Error, StringComparison.Ordinal);
        Assert.Null(playback.RenditionUrl);
    }

    protected async Task<(string Arn, string Url)> ChannelAsync(bool isPrivate = true)
    {
        var request = new JsonObject { ["authorized"] = isPrivate };
        var channel = (await Client.PostAsync("CreateChannel", request.ToJsonString())).Body["channel"]!;
        var arn = channel["arn"]!.GetValue<string>();
        Emulator.Streams.Start(arn);
        return (arn, channel["playbackUrl"]!.GetValue<string>());
    }

    protected async Task<string> ImportAsync(ECDsa key)
    {
        var request = new JsonObject { ["publicKeyMaterial"] = key.ExportSubjectPublicKeyInfoPem() };
        var imported = await Client.PostAsync("ImportPlaybackKeyPair", request.ToJsonString());
        return imported.Body["keyPair"]!["arn"]!.GetValue<string>();
    }
}
