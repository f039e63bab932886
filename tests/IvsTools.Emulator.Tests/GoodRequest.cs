using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>The smallest request that an operation accepts.</summary>
public static class GoodRequest
{
    private const string MediaTailor = "arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/p";

    public static JsonObject For(string create)
    {
        switch (create)
        {
            case "ImportPlaybackKeyPair":
                using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP384))
                    return new() { ["publicKeyMaterial"] = key.ExportSubjectPublicKeyInfoPem() };
            case "CreateAdConfiguration":
                return new()
                {
                    ["mediaTailorPlaybackConfigurations"] = new JsonArray(new JsonObject { ["playbackConfigurationArn"] = MediaTailor }),
                };
            case "CreateRecordingConfiguration":
                return new()
                {
                    ["destinationConfiguration"] = new JsonObject { ["s3"] = new JsonObject { ["bucketName"] = "recordings" } },
                };
            default:
                return [];
        }
    }
}
