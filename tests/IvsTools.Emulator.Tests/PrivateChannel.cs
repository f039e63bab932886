using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace IvsTools.Emulator.Tests;

/// <summary>An emulator with a live private channel and with the public key that verifies the tokens of the viewer.</summary>
public abstract class PrivateChannel : EmulatorTest, IAsyncLifetime
{
    protected PrivateChannel()
        : this(new FakeTimeProvider(DateTimeOffset.UtcNow))
    {
    }

    private PrivateChannel(FakeTimeProvider time)
        : base(new EmulatorOptions { Time = time }) => Time = time;

    /// <summary>The clock of the emulator, which only the test moves.</summary>
    protected FakeTimeProvider Time { get; }

    protected Viewer Viewer { get; } = new();

    protected string Channel { get; private set; } = null!;

    protected string Url { get; private set; } = null!;

    protected string KeyPair { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (Channel, Url) = await StartChannelAsync();
        KeyPair = await ImportAsync(Viewer.Key);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected override void Dispose(bool disposing)
    {
        Viewer.Dispose();
        base.Dispose(disposing);
    }

    protected static void Rejected(Playback playback, string says = "")
    {
        Assert.Equal(HttpStatusCode.Forbidden, playback.Status);
        Assert.Equal("invalid_playback_auth_token", playback.ErrorCode);
        Assert.Contains(says, playback.Error, StringComparison.Ordinal);
        Assert.Null(playback.RenditionUrl);
    }

    protected async Task<(string Arn, string Url)> StartChannelAsync(bool isPrivate = true)
    {
        var channel = (await GoodAsync("CreateChannel", new JsonObject { ["authorized"] = isPrivate }))["channel"]!;
        Emulator.Streams.Start(Arn(channel));
        return (Arn(channel), Text(channel, "playbackUrl"));
    }

    protected async Task<string> ImportAsync(ECDsa key)
    {
        var request = new JsonObject { ["publicKeyMaterial"] = key.ExportSubjectPublicKeyInfoPem() };
        return Arn((await GoodAsync("ImportPlaybackKeyPair", request))["keyPair"]!);
    }
}
