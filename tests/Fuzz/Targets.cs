using System.Text;
using IvsTools.Core.Tests.Keys;
using IvsTools.Keys;
using IvsTools.Service;

namespace IvsTools.Fuzz;

/// <summary>All parsers of external input.</summary>
internal static class Targets
{
    private const string Account = "arn:aws:ivs:us-west-2:123456789012:";

    /// <param name="openssl">If this is null, the keys are not compared with openssl.</param>
    public static IReadOnlyList<ITarget> All(OpensslCheck? openssl)
    {
        var sec1 = KeyForms.Key.ExportECPrivateKey();
        var pkcs8 = KeyForms.Key.ExportPkcs8PrivateKey();
        byte[][] cms =
        [
            KeyForms.Cms(KeyForms.Bytes(KeyForms.Pkcs8)),
            KeyForms.Cms(KeyForms.Bytes(KeyForms.Sec1), KeyForms.OtherRecipient, KeyForms.Recipient),
        ];
        byte[][] pkcs12 = [KeyForms.Pkcs12(), KeyForms.Pkcs12WithoutMac()];
        byte[][] encrypted = [KeyForms.Encrypted(), KeyForms.Encrypted(old: true)];
        return
        [
            new KeyTarget("file", null, [.. cms, .. pkcs12, .. encrypted, sec1, pkcs8], openssl),
            new KeyTarget(
                "PEM",
                null,
                [.. Texts(cms[0], encrypted[0]).Select(KeyForms.Bytes), Encoding.Unicode.GetBytes('\uFEFF' + KeyForms.Pkcs8)],
                openssl),
            new KeyTarget("SEC1", PemLabel.EcPrivateKey, [sec1], openssl),
            new KeyTarget("PKCS#8", PemLabel.PrivateKey, [pkcs8], openssl),
            new KeyTarget("encrypted PKCS#8", PemLabel.EncryptedPrivateKey, encrypted, openssl),
            new KeyTarget("PKCS#12", PemLabel.Pkcs12, pkcs12, openssl),
            new KeyTarget("CMS", PemLabel.Cms, cms, openssl),
            new KeyTarget("public key", PemLabel.PublicKey, [KeyForms.Key.ExportSubjectPublicKeyInfo()], openssl),
            new KeyTarget("certificate", PemLabel.Certificate, [KeyForms.Certificate.RawData], openssl),
            new TokenTarget(),
            new TokenTarget(),
            .. Responses(),
        ];
    }

    private static string[] Texts(byte[] cms, byte[] encrypted) =>
    [
        KeyForms.Sec1,
        KeyForms.Pkcs8,
        KeyForms.Pkcs8.Replace("\n", "\\n", StringComparison.Ordinal),
        "-----BEGIN EC PARAMETERS-----\nBgUrgQQAIg==\n-----END EC PARAMETERS-----\n" + KeyForms.Sec1,
        "Bag Attributes\n    friendlyName: "
            + $"viewer\n{KeyForms.Certificate.ExportCertificatePem()}\r\n{KeyForms.Pkcs8.ReplaceLineEndings("\r\n")}",
        KeyForms.Pem(PemLabel.EncryptedPrivateKey, encrypted),
        KeyForms.Pem(PemLabel.Cms, cms),
    ];

    private static ITarget[] Responses() =>
    [
        new ResponseTarget<GetChannelResponse>(
            $$$$"""{"channel":{"arn":"{{{{Account}}}}channel/"""
                + """abcdABCDefgh","name":"studio","latencyMode":"LOW","type":"STANDARD","authorized":true,"tags":{"a":"b"}}}"""),
        new ResponseTarget<ListChannelsResponse>(
            """{"channels":[]}""",
            $$$$"""{"channels":[{"arn":"{{{{Account}}}}channel/abcdABCDefgh","name":"studio"}],"nextToken":"next"}"""),
        new ResponseTarget<CreateStreamKeyResponse>(
            $$$$"""{"streamKey":{"arn":"{{{{Account}}}}stream-key/abcd","channelArn":"{{{{Account}}}}channel/"""
                + """abcdABCDefgh","value":"sk_us-west-2_abc","tags":{}}}"""),
        new ResponseTarget<BatchGetStreamKeyResponse>(
            $$$$"""{"streamKeys":[{"arn":"{{{{Account}}}}stream-key/abcd","value":"sk_us-west-2_abc"}],"errors":["""
                + $$$$"""{"arn":"{{{{Account}}}}stream-key/x","code":"ResourceNotFoundException","message":"none"}]}"""),
        new ResponseTarget<GetStreamSessionResponse>(
            """{"streamSession":{"streamId":"st-1","startTime":"2026-01-02T03:04:05Z","truncatedEvents":["""
                + """{"name":"Stream Start","type":"IVS","eventTime":"2026-01-02T03:04:05.678Z"}],"ingestConfiguration":"""
                + """{"video":{"videoWidth":1920,"targetFramerate":30},"audio":{"sampleRate":48000} } } }"""),
    ];
}
