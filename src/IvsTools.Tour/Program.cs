using System.Net;
using System.Security.Cryptography;
using IvsTools;
using IvsTools.Emulator;
using IvsTools.Keys;
using IvsTools.Service;
using IvsTools.Tokens;

// The story that the module tells, told from C#: everything goes to a local endpoint, nothing leaves this machine.
using var emulator = EmulatorServer.Start();
var session = new IvsSession(IvsClient.For(new ConnectionSettings
{
    Region = emulator.Region,
    EndpointUrl = emulator.Url,
    AccessKey = emulator.AccessKeyId,
    SecretKey = emulator.SecretAccessKey,
}));
using var http = new HttpClient();
var folder = Directory.CreateTempSubdirectory("ivstools-tour-");
try
{
    Say($"An IVS endpoint listens at {emulator.Url}, for {emulator.Region}.");

    var file = PlaybackKeyFiles.Create("viewer", folder.FullName, protection: default, force: false);
    Say($"Created a P-384 key pair: {file.Fingerprint}");

    var pair = await ImportAsync(file.PublicKeyPath);
    Say($"Imported its public half: {pair?.Arn}");

    await RefusedAsync("The private key", file.PrivateKeyPath);
    var p256 = Path.Combine(folder.FullName, "p256.pem");
    using (var other = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        File.WriteAllText(p256, other.ExportSubjectPublicKeyInfoPem());
    await RefusedAsync("A key on another curve", p256);

    var created = await session.SendAsync(Operations.CreateChannel, new("tour", LatencyMode: "LOW", Authorized: true), default);
    var channel = created.ChannelWithKey()!;
    Say($"Created a private channel: {channel.Arn}");
    Say($"It came with a stream key: {channel.StreamKey!.MaskedValue}");

    var reset = await StreamKeyReset.ResetAsync(session, channel.Arn!, tags: null, default);
    Say($"Reset the stream key: {reset!.Arn}, {reset.MaskedValue}, another one: {reset.Value != channel.StreamKey.Value}");

    emulator.Streams.Start(channel.Arn!);
    Say($"An encoder goes on air. The playlist without a token: {await PlayAsync(channel.PlaybackUrl!, HttpStatusCode.Forbidden)}");
    var token = await SignAsync(channel, file, "viewer-1");
    Say($"A token for viewer-1, until {token.ExpiresAt:HH:mm:ss} UTC. The playlist with it: {await PlayAsync(token.PlaybackUrl!, HttpStatusCode.OK)}");
    await session.SendAsync(Operations.StartViewerSessionRevocation, new(channel.Arn!, "viewer-1"), default);
    Say($"Revoked viewer-1. The same token now: {await PlayAsync(token.PlaybackUrl!, HttpStatusCode.Forbidden)}");

    var newFile = PlaybackKeyFiles.Create("viewer-2026", folder.FullName, protection: default, force: false);
    var newPair = await ImportAsync(newFile.PublicKeyPath);
    var (oldToken, newToken) = (await SignAsync(channel, file, "viewer-2"), await SignAsync(channel, newFile, "viewer-2"));
    Say($"Imported a second key. Tokens of the old one: {await PlayAsync(oldToken.PlaybackUrl!, HttpStatusCode.OK)}, of the new one: {await PlayAsync(newToken.PlaybackUrl!, HttpStatusCode.OK)}");
    await session.SendAsync(Operations.DeletePlaybackKeyPair, new(pair!.Arn!), default);
    Say($"Removed the first key. Tokens of the old one: {await PlayAsync(oldToken.PlaybackUrl!, HttpStatusCode.Forbidden)}, of the new one: {await PlayAsync(newToken.PlaybackUrl!, HttpStatusCode.OK)}");

    emulator.Streams.End(channel.Arn!);
    await session.SendAsync(Operations.DeleteChannel, new(channel.Arn!), default);
    await session.SendAsync(Operations.DeletePlaybackKeyPair, new(newPair!.Arn!), default);
    Say($"Removed all of it. {session.Traces.Count} calls, {emulator.Requests.Count} requests reached the endpoint.");
    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

async Task<PlaybackKeyPair?> ImportAsync(string path)
{
    PlaybackKeyPair? imported = null;
    foreach (var item in PemFile.Read(path))
    {
        var key = PlaybackPublicKey.Read(item.Block ?? throw item.Error!);
        imported = await PlaybackKeyPairs.ImportAsync(session, new(key.Pem, "viewer"), key.Fingerprint, reuseExisting: false, default);
    }
    return imported;
}

async Task<ViewerToken> SignAsync(Channel to, PlaybackKeyFile keyFile, string viewerId)
{
    using var key = PrivateKeyReader.ReadFile(keyFile.PrivateKeyPath);
    using var signer = new ViewerTokenSigner(key, degree: 1);
    var claims = new ViewerTokenClaims { ChannelArn = to.Arn!, ViewerId = viewerId, ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(5) };
    return await signer.SignAsync(claims, to.PlaybackUrl);
}

async Task<string> PlayAsync(string url, HttpStatusCode expected)
{
    using var answer = await http.GetAsync(new Uri(url));
    var text = await answer.Content.ReadAsStringAsync();
    return answer.StatusCode != expected ? throw new InvalidOperationException($"The playlist answered {answer.StatusCode}, not {expected}: {text}")
        : expected == HttpStatusCode.OK ? "200"
        : $"{(int)expected} {text}";
}

async Task RefusedAsync(string what, string path)
{
    try
    {
        await ImportAsync(path);
        throw new InvalidOperationException($"{what} was not refused.");
    }
    catch (KeyException e)
    {
        Say($"{what} is refused before anything is sent: {e.ErrorId}. {e.Message}");
    }
}

static void Say(string line) => Console.WriteLine($"• {line}");
