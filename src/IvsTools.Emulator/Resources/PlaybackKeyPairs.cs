using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;
using IvsTools.Keys;
using IvsTools.Service;

namespace IvsTools.Emulator.Resources;

/// <summary>The operations for playback key pairs.</summary>
internal static class PlaybackKeyPairs
{
    private const int Limit = 3;

    public static readonly IReadOnlyDictionary<string, Func<Call, JsonObject?>> Operations = new Dictionary<string, Func<Call, JsonObject?>>
    {
        [nameof(ImportPlaybackKeyPair)] = ImportPlaybackKeyPair,
        [nameof(DeletePlaybackKeyPair)] = DeletePlaybackKeyPair,
        ["GetPlaybackKeyPair"] = Resource.Get("keyPair", s => s.PlaybackKeyPairs),
        ["ListPlaybackKeyPairs"] = Resource.List("keyPairs", s => s.PlaybackKeyPairs, Limit, "arn", "name", "tags"),
    };

    /// <summary>Imports the public key of a P-384 key pair. A Region can have at most three key pairs.</summary>
    private static JsonObject ImportPlaybackKeyPair(Call call)
    {
        call.RequireCreation();
        var key = Read(call.Text("publicKeyMaterial"));
        if (call.State.PlaybackKeyPairs.All.Any(pair => pair.Text("fingerprint") == key.Fingerprint))
            throw new ApiException(ApiErrorCode.ConflictException, "This public key is already imported.");
        Resource.RequireRoom(call.State.PlaybackKeyPairs, Limit, "Playback key pair");
        var pair = new JsonObject
        {
            ["arn"] = call.State.NewArn("playback-key"),
            ["name"] = call.Text("name"),
            ["fingerprint"] = key.Fingerprint,
            ["tags"] = call.Tags,
        };
        call.State.PlaybackKeyPairs.Add(pair);
        call.State.PublicKeys[ResourceTable.ArnOf(pair)] = key;
        return new JsonObject { ["keyPair"] = pair.DeepClone() };
    }

    // The service accepts exactly one PUBLIC KEY block.
    private static PlaybackPublicKey Read(string material)
    {
        try
        {
            if (PemReader.ReadAll(material) is [{ Block: { Label: "PUBLIC KEY" } block }])
                return PlaybackPublicKey.Read(block);
        }
        catch (KeyException)
        {
            // The service does not explain the error.
        }
        throw ApiException.Validation("Request member: publicKeyMaterial failed to satisfy the constraints");
    }

    private static JsonObject DeletePlaybackKeyPair(Call call)
    {
        var arn = call.Text("arn");
        call.State.PlaybackKeyPairs.Remove(arn);
        call.State.PublicKeys.Remove(arn);
        return [];
    }
}
