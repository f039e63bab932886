using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IvsTools.Keys;

namespace IvsTools.Core.Tests.Keys;

public sealed class KeyJsonTests
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private static readonly string Pem = Key.ExportPkcs8PrivateKeyPem();

    public static TheoryData<string> WithKey =>
    [
        JsonSerializer.Serialize(new { privateKey = Pem }),
        JsonSerializer.Serialize(new { PrivateKey = Pem, PublicKey = Key.ExportSubjectPublicKeyInfoPem() }),
        JsonSerializer.Serialize(new { private_key = Pem }),
        JsonSerializer.Serialize(new { nested = new { privateKey = "x" }, list = Key.KeySize, keyPairArn = "arn", privateKey = Pem }),
        "\uFEFF \r\n" + JsonSerializer.Serialize(new { privateKey = Pem }),
    ];

    public static TheoryData<string> WithoutKey =>
    [
        "{}",
        "{\"privateKey\":1}",
        "{\"privateKey\":null}",
        "{\"privateKey\":\"hello\"}",
        "{\"privateKey\"",
        "{",
        "[]",
        JsonSerializer.Serialize(new { nested = new { privateKey = Pem } })[..40],
    ];

    [Theory]
    [MemberData(nameof(WithKey))]
    public void A_private_key_in_a_JSON_object_is_read(string json)
    {
        using var read = PrivateKeyReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal(Key.ExportSubjectPublicKeyInfo(), read.PublicKey.SubjectPublicKeyInfo.ToArray());
    }

    [Theory]
    [MemberData(nameof(WithoutKey))]
    public void JSON_without_a_private_key_causes_an_error_that_does_not_show_the_JSON(string json)
    {
        var error = Assert.Throws<KeyException>(() => PrivateKeyReader.Read(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(KeyErrorId.NotPem, error.ErrorId);
        Assert.DoesNotContain("hello", error.ToString(), StringComparison.Ordinal);
        // If the privateKey member contains text that is not PEM, the message describes this text instead of the JSON.
        var describesJson = json[0] == '{' && !json.Contains("hello", StringComparison.Ordinal);
        Assert.Equal(
            describesJson,
            error.Message.Contains("JSON, but its privateKey member does not contain text", StringComparison.Ordinal));
    }
}
