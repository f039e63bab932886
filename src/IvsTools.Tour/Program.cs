using IvsTools;
using IvsTools.Emulator;
using IvsTools.Keys;
using IvsTools.Service;
using System.Security.Cryptography;

// The story that the module tells, told from C#: everything goes to a local endpoint, nothing leaves this machine.
using var emulator = EmulatorServer.Start();
var session = new IvsSession(IvsClient.For(new ConnectionSettings
{
    Region = emulator.Region,
    EndpointUrl = emulator.Url,
    AccessKey = emulator.AccessKeyId,
    SecretKey = emulator.SecretAccessKey,
}));
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

    await session.SendAsync(Operations.DeleteChannel, new(channel.Arn!), default);
    await session.SendAsync(Operations.DeletePlaybackKeyPair, new(pair!.Arn!), default);
    Say($"Removed both. {session.Traces.Count} calls, {emulator.Requests.Count} requests reached the endpoint.");
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
