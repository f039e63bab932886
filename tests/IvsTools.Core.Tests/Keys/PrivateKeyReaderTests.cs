using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IvsTools.Keys;

namespace IvsTools.Core.Tests.Keys;

public class PrivateKeyReaderTests
{
    public static TheoryData<string, byte[]> Forms => new()
    {
        { "SEC1", KeyForms.Bytes(KeyForms.Sec1) },
        { "SEC1 in DER", KeyForms.Key.ExportECPrivateKey() },
        {
            "SEC1 after its EC parameters",
            KeyForms.Bytes("-----BEGIN EC PARAMETERS-----\nBgUrgQQAIg==\n-----END EC PARAMETERS-----\n" + KeyForms.Sec1)
        },
        { "PKCS#8", KeyForms.Bytes(KeyForms.Pkcs8) },
        { "PKCS#8 in DER", KeyForms.Key.ExportPkcs8PrivateKey() },
        { "PKCS#8 with text around it", KeyForms.Bytes($"Bag Attributes\n    friendlyName: viewer\n{KeyForms.Pkcs8}\nkept in the safe") },
        {
            "PKCS#8 after a certificate and a public key",
            KeyForms.Bytes(string.Join(
                '\n', KeyForms.Certificate.ExportCertificatePem(), KeyForms.Key.ExportSubjectPublicKeyInfoPem(), KeyForms.Pkcs8))
        },
        { "PKCS#8 on one line", KeyForms.Bytes(KeyForms.Pkcs8.Replace("\n", "\\n", StringComparison.Ordinal)) },
        { "PKCS#8 with CR LF", KeyForms.Bytes(KeyForms.Pkcs8.ReplaceLineEndings("\r\n")) },
        { "PKCS#8 in UTF-8 with a byte order mark", [0xEF, 0xBB, 0xBF, .. KeyForms.Bytes(KeyForms.Pkcs8)] },
        { "PKCS#8 in UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(KeyForms.Pkcs8)] },
        {
            "PKCS#8 in UTF-16, big-endian",
            [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(KeyForms.Pkcs8)]
        },
        { "encrypted PKCS#8", KeyForms.Bytes(KeyForms.Pem("ENCRYPTED PRIVATE KEY", KeyForms.Encrypted())) },
        { "encrypted PKCS#8 in DER", KeyForms.Encrypted() },
        { "PKCS#8 encrypted with PBES1", KeyForms.Bytes(KeyForms.Pem("ENCRYPTED PRIVATE KEY", KeyForms.Encrypted(old: true))) },
        { "PKCS#8 encrypted with PBES1, in DER", KeyForms.Encrypted(old: true) },
        { "PKCS#12", KeyForms.Pkcs12() },
        { "PKCS#12 without a MAC", KeyForms.Pkcs12WithoutMac() },
        { "CMS", KeyForms.Bytes(KeyForms.Pem("CMS", KeyForms.Cms(KeyForms.Bytes(KeyForms.Pkcs8)))) },
        { "CMS under the label PKCS7", KeyForms.Bytes(KeyForms.Pem("PKCS7", KeyForms.Cms(KeyForms.Bytes(KeyForms.Pkcs8)))) },
        { "CMS in DER", KeyForms.Cms(KeyForms.Bytes(KeyForms.Sec1)) },
        { "CMS for two recipients", KeyForms.Cms(KeyForms.Bytes(KeyForms.Pkcs8), KeyForms.OtherRecipient, KeyForms.Recipient) },
        { "CMS of DER", KeyForms.Cms(KeyForms.Key.ExportPkcs8PrivateKey()) },
        { "CMS of an encrypted key", KeyForms.Cms(KeyForms.Encrypted()) },
        { "CMS of PKCS#12", KeyForms.Cms(KeyForms.Pkcs12()) },
        { "CMS of UTF-16", KeyForms.Cms([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(KeyForms.Pkcs8)]) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_key_is_read_from_every_format(string form, byte[] content)
    {
        var before = content.ToArray();
        using var key = KeyForms.Read(content, KeyForms.Passphrase, KeyForms.Recipient);
        Assert.True(KeyForms.Fingerprint == key.PublicKey.Fingerprint, form);
        Assert.True(key.PublicKey.Verifies("data"u8, key.Key.SignData("data"u8.ToArray(), HashAlgorithmName.SHA384)));
        // The reader must not change or clear the array of the caller.
        Assert.Equal(before, content);
    }

    public static TheoryData<string, byte[], string, string> Rejections => new()
    {
        {
            "a wrong passphrase",
            KeyForms.Bytes(KeyForms.Pem("ENCRYPTED PRIVATE KEY", KeyForms.Encrypted())),
            "battery staple",
            "WrongPassphrase"
        },
        { "a passphrase that differs in upper and lower case", KeyForms.Encrypted(), "Correct Horse", "WrongPassphrase" },
        { "a wrong passphrase with PBES1", KeyForms.Encrypted(old: true), "battery staple", "WrongPassphrase" },
        { "no passphrase", KeyForms.Encrypted(), "", "PassphraseRequired" },
        { "a wrong passphrase for PKCS#12", KeyForms.Pkcs12(), "battery staple", "WrongPassphrase" },
        { "no passphrase for PKCS#12", KeyForms.Pkcs12(), "", "PassphraseRequired" },
        { "a wrong passphrase for PKCS#12 without a MAC", KeyForms.Pkcs12WithoutMac(), "battery staple", "WrongPassphrase" },
        { "no passphrase for PKCS#12 without a MAC", KeyForms.Pkcs12WithoutMac(), "", "PassphraseRequired" },
        { "a passphrase for PKCS#12 that is not encrypted", KeyForms.Pkcs12(null), "battery staple", "WrongPassphrase" },
        { "PKCS#12 without a private key", KeyForms.Pkcs12WithoutKey(), KeyForms.Passphrase, "PrivateKeyMissing" },
        { "truncated PKCS#12", KeyForms.Pkcs12()[..^9], KeyForms.Passphrase, "NotPem" },
        { "PKCS#12 with a changed byte", Changed(KeyForms.Pkcs12()), KeyForms.Passphrase, "WrongPassphrase" },
        { "CMS for another certificate", KeyForms.Cms(KeyForms.Bytes(KeyForms.Pkcs8), KeyForms.OtherRecipient), "", "WrongCertificate" },
        {
            "CMS within CMS",
            KeyForms.Cms(KeyForms.Bytes(KeyForms.Pem("CMS", KeyForms.Cms(KeyForms.Bytes(KeyForms.Pkcs8))))),
            "",
            "InvalidKey"
        },
        { "CMS in DER within CMS", KeyForms.Cms(KeyForms.Cms(KeyForms.Bytes(KeyForms.Pkcs8))), "", "InvalidKey" },
        { "CMS of text", KeyForms.Cms(KeyForms.Bytes("hello")), "", "NotPem" },
        { "CMS of a public key", KeyForms.Cms(KeyForms.Bytes(KeyForms.Key.ExportSubjectPublicKeyInfoPem())), "", "PrivateKeyRequired" },
        { "CMS of an encrypted key without its passphrase", KeyForms.Cms(KeyForms.Encrypted()), "", "PassphraseRequired" },
        { "invalid CMS", KeyForms.Bytes(KeyForms.Pem("CMS", KeyForms.Key.ExportPkcs8PrivateKey())), "", "InvalidKey" },
        { "a public key", KeyForms.Bytes(KeyForms.Key.ExportSubjectPublicKeyInfoPem()), "", "PrivateKeyRequired" },
        { "a public key in DER", KeyForms.Key.ExportSubjectPublicKeyInfo(), "", "PrivateKeyRequired" },
        { "a certificate", KeyForms.Bytes(KeyForms.Certificate.ExportCertificatePem()), "", "PrivateKeyRequired" },
        { "a certificate in DER", KeyForms.Certificate.RawData, "", "PrivateKeyRequired" },
        { "SEC1 on P-256", KeyForms.Bytes(KeyForms.P256.ExportECPrivateKeyPem()), "", "WrongCurve" },
        { "PKCS#8 on P-256", KeyForms.Bytes(KeyForms.P256.ExportPkcs8PrivateKeyPem()), "", "WrongCurve" },
        { "RSA", KeyForms.Bytes(KeyForms.Rsa.ExportRSAPrivateKeyPem()), "", "NotEllipticCurve" },
        { "RSA in PKCS#8", KeyForms.Bytes(KeyForms.Rsa.ExportPkcs8PrivateKeyPem()), "", "NotEllipticCurve" },
        { "RSA in DER", KeyForms.Rsa.ExportPkcs8PrivateKey(), "", "NotEllipticCurve" },
        {
            "PKCS#12 of RSA",
            KeyForms.Recipient.Export(X509ContentType.Pkcs12, KeyForms.Passphrase),
            KeyForms.Passphrase,
            "NotEllipticCurve"
        },
        {
            "PKCS#8 with an additional byte at the end",
            KeyForms.Bytes(KeyForms.Pem("PRIVATE KEY", [.. KeyForms.Key.ExportPkcs8PrivateKey(), 0])),
            "",
            "InvalidKey"
        },
        { "truncated PKCS#8", KeyForms.Bytes(KeyForms.Pem("PRIVATE KEY", KeyForms.Key.ExportPkcs8PrivateKey()[..^9])), "", "InvalidKey" },
        {
            "truncated encrypted key",
            KeyForms.Bytes(KeyForms.Pem("ENCRYPTED PRIVATE KEY", KeyForms.Encrypted()[..^9])),
            KeyForms.Passphrase,
            "InvalidKey"
        },
        {
            "PEM encryption of OpenSSL with an additional header",
            KeyForms.Bytes(
                "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\nComment: mine\n\n"
                    + "AQID\n-----END EC PRIVATE KEY-----"),
            "pw",
            "InvalidKey"
        },
        {
            "PEM encryption of OpenSSL",
            KeyForms.Bytes(
                "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n"
                    + "AQID\n-----END EC PRIVATE KEY-----"),
            "pw",
            "InvalidKey"
        },
        { "an OpenSSH key", KeyForms.Bytes(KeyForms.Pem("OPENSSH PRIVATE KEY", [1, 2, 3])), "", "UnsupportedPemLabel" },
        { "PEM without an END line", KeyForms.Bytes(KeyForms.Pkcs8[..^30]), "", "IncompletePem" },
        { "PEM with a wrong character", KeyForms.Bytes(KeyForms.Pkcs8.Replace("\n", "\n!", StringComparison.Ordinal)), "", "InvalidKey" },
        { "only base64", KeyForms.Bytes(Convert.ToBase64String(KeyForms.Key.ExportPkcs8PrivateKey())), "", "NotPem" },
        { "text", KeyForms.Bytes("Dear operations"), "", "NotPem" },
        { "nothing", [], "", "NotPem" },
        { "an empty sequence", [0x30, 0x00], "", "PrivateKeyRequired" },
    };

    [Theory]
    [MemberData(nameof(Rejections))]
    public void Every_invalid_key_is_rejected_with_its_error_ID(string what, byte[] content, string passphrase, string errorId)
    {
        var e = Assert.Throws<KeyException>(() => KeyForms.Read(content, passphrase, KeyForms.Recipient));
        Assert.True(errorId == e.ErrorId, $"{what}: {e.ErrorId}: {e.Message}");
        Assert.Matches(@"\A[A-Z].*\.\z", e.Message);
        Assert.False(string.IsNullOrEmpty(e.RecommendedAction), $"{what}: {e.Message}");
        Assert.DoesNotContain("public key in PEM", e.RecommendedAction, StringComparison.Ordinal);
        // The error contains neither a line of a key nor a passphrase.
        var lines = KeyForms.Pkcs8.Split('\n').Concat(KeyForms.Sec1.Split('\n'));
        foreach (var line in lines.Where(line => line.Length > 10 && !line.StartsWith('-')))
            Assert.DoesNotContain(line, e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("battery", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_for_binary_data_does_not_name_a_line()
    {
        var error = Assert.Throws<KeyException>(() => PrivateKeyReader.Read(KeyForms.Key.ExportSubjectPublicKeyInfo()));
        Assert.Equal("The binary data is not a private key. A private key is required.", error.Message);
    }

    [Fact]
    public void A_PKCS12_file_without_a_passphrase_is_read()
    {
        Assert.Equal(KeyForms.Fingerprint, KeyForms.Read(KeyForms.Pkcs12(null)).PublicKey.Fingerprint);
        Assert.Equal(KeyForms.Fingerprint, KeyForms.Read(KeyForms.Pkcs12(string.Empty)).PublicKey.Fingerprint);
    }

    [Fact]
    public void A_passphrase_can_use_any_alphabet()
    {
        const string Passphrase = "пароль-密码-😀";
        var encrypted = KeyForms.Key.ExportEncryptedPkcs8PrivateKey(
            Passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10));
        Assert.Equal(KeyForms.Fingerprint, KeyForms.Read(encrypted, Passphrase).PublicKey.Fingerprint);
        Assert.Equal(KeyForms.Fingerprint, KeyForms.Read(KeyForms.Pkcs12(Passphrase), Passphrase).PublicKey.Fingerprint);
    }

    [Fact]
    public void An_unsupported_key_derivation_is_not_reported_as_a_wrong_passphrase()
    {
        // The test replaces the OID of the key derivation with an unsupported OID.
        var der = KeyForms.Encrypted();
        byte[] pbkdf2 = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0C];
        byte[] unknown = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0F];
        unknown.CopyTo(der, der.AsSpan().IndexOf(pbkdf2));
        var e = Assert.Throws<KeyException>(() => KeyForms.Read(der, KeyForms.Passphrase));
        Assert.Equal(KeyErrorId.InvalidKey, e.ErrorId);
        Assert.Contains("pkcs8", e.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void The_private_key_of_a_certificate_is_read_and_an_unusable_key_causes_an_error()
    {
        using var key = PrivateKeyReader.Read(KeyForms.Certificate);
        Assert.Equal(KeyForms.Fingerprint, key.PublicKey.Fingerprint);
        using var bare = X509CertificateLoader.LoadCertificate(KeyForms.Certificate.RawData);
        using var p256 = new CertificateRequest("CN=p256", KeyForms.P256, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        Assert.Equal("PrivateKeyMissing", Assert.Throws<KeyException>(() => PrivateKeyReader.Read(bare)).ErrorId);
        Assert.Equal("NotEllipticCurve", Assert.Throws<KeyException>(() => PrivateKeyReader.Read(KeyForms.Recipient)).ErrorId);
        Assert.Equal("WrongCurve", Assert.Throws<KeyException>(() => PrivateKeyReader.Read(p256)).ErrorId);
    }

    [Fact]
    public void A_certificate_without_its_private_key_does_not_open_a_CMS_message()
    {
        using var bare = X509CertificateLoader.LoadCertificate(KeyForms.Recipient.RawData);
        var e = Assert.Throws<KeyException>(() => KeyForms.Read(KeyForms.Cms(KeyForms.Bytes(KeyForms.Pkcs8)), "", bare));
        Assert.Equal("WrongCertificate", e.ErrorId);
        Assert.Contains("CN=runbook", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_one_mebibyte_is_invalid_and_a_missing_file_causes_an_IOException()
    {
        using var folder = new TemporaryFolder();
        var large = folder.Write("large.pem", [.. KeyForms.Bytes(KeyForms.Pkcs8), .. new byte[1024 * 1024]]);
        Assert.Equal(
            "InvalidKey",
            Assert.Throws<KeyException>(
                () => PrivateKeyReader.ReadFile(large, cancellationToken: TestContext.Current.CancellationToken)).ErrorId);
        var exact = folder.Write(
            "exact.pem",
            [.. KeyForms.Bytes(KeyForms.Pkcs8 + "\n"), .. Enumerable.Repeat((byte)' ', (1024 * 1024) - KeyForms.Pkcs8.Length - 1)]);
        Assert.Equal(
            KeyForms.Fingerprint,
            PrivateKeyReader.ReadFile(exact, cancellationToken: TestContext.Current.CancellationToken).PublicKey.Fingerprint);
        Assert.Throws<FileNotFoundException>(
            () => PrivateKeyReader.ReadFile(folder["none.pem"], cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_pipe_is_read_like_a_file()
    {
        using var folder = new ProgramFolder();
        folder.Run("mkfifo", "pipe");
        // A write to the pipe blocks until the pipe is opened for reading.
        var writing = Task.Run(() => File.WriteAllText(folder["pipe"], KeyForms.Pkcs8), TestContext.Current.CancellationToken);
        using var key = PrivateKeyReader.ReadFile(folder["pipe"], cancellationToken: TestContext.Current.CancellationToken);
        await writing;
        Assert.Equal(KeyForms.Fingerprint, key.PublicKey.Fingerprint);
    }

    [Fact]
    public void A_key_with_a_changed_byte_is_read_or_causes_a_KeyException()
    {
        var random = new Random(7);
        foreach (var form in Forms)
        {
            for (var i = 0; i < 25; i++)
            {
                var content = form.Data.Item2.ToArray();
                content[random.Next(content.Length)] ^= (byte)random.Next(1, 256);
                if (Record.Exception(() => KeyForms.Read(content, KeyForms.Passphrase, KeyForms.Recipient).Dispose()) is { } thrown)
                    Assert.IsType<KeyException>(thrown);
            }
        }
    }

    private static byte[] Changed(byte[] content)
    {
        content[content.Length / 2] ^= 1;
        return content;
    }
}
