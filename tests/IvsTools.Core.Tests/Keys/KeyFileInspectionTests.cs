using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IvsTools.Keys;

namespace IvsTools.Core.Tests.Keys;

public sealed class KeyFileInspectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plain_private_key_is_described_with_its_fingerprint()
    {
        foreach (var (content, format) in new[]
        {
            (KeyForms.Bytes(KeyForms.Sec1), "EC PRIVATE KEY"),
            (KeyForms.Bytes(KeyForms.Pkcs8), "PRIVATE KEY"),
            (KeyForms.Key.ExportECPrivateKey(), "EC PRIVATE KEY"),
            (KeyForms.Key.ExportPkcs8PrivateKey(), "PRIVATE KEY"),
            ([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(KeyForms.Pkcs8)], "PRIVATE KEY"),
        })
        {
            var found = Inspect(content);
            Assert.Equal(("Private", format, "ECDSA", "P-384"), (found.Kind, found.Format, found.Algorithm, found.Curve));
            Assert.Equal((KeyForms.Fingerprint, "None", null), (found.Fingerprint, found.Protection, found.Problem));
        }
    }

    [Fact]
    public void A_public_key_and_a_certificate_are_described()
    {
        byte[][] contents = [KeyForms.Bytes(KeyForms.Key.ExportSubjectPublicKeyInfoPem()), KeyForms.Key.ExportSubjectPublicKeyInfo()];
        foreach (var content in contents)
        {
            Assert.Equal(
                ("Public", KeyForms.Fingerprint, "P-384"),
                (Inspect(content).Kind, Inspect(content).Fingerprint, Inspect(content).Curve));
        }
        foreach (var content in new[] { KeyForms.Bytes(KeyForms.Certificate.ExportCertificatePem()), KeyForms.Certificate.RawData })
        {
            Assert.Equal(
                ("Certificate", KeyForms.Fingerprint, "P-384"),
                (Inspect(content).Kind, Inspect(content).Fingerprint, Inspect(content).Curve));
        }
    }

    [Fact]
    public void Inspection_and_import_of_a_binary_public_key_or_certificate_report_the_same_problem()
    {
        foreach (var content in new[] { KeyForms.Key.ExportSubjectPublicKeyInfo(), KeyForms.Certificate.RawData })
        {
            var path = _folder.Write("key.der", content);
            var error = Assert.Single(PemFile.Read(path, TestContext.Current.CancellationToken)).Error!;
            var found = Inspect(content);
            Assert.Equal((KeyForms.Fingerprint, error.Message), (found.Fingerprint, found.Problem));
        }
        Assert.Null(Inspect(KeyForms.Bytes(KeyForms.Key.ExportSubjectPublicKeyInfoPem())).Problem);
        Assert.Null(Inspect(KeyForms.Bytes(KeyForms.Certificate.ExportCertificatePem())).Problem);
    }

    [Fact]
    public void A_protected_key_is_described_and_opened_if_possible()
    {
        foreach (var (content, format) in new[]
        {
            (KeyForms.Bytes(KeyForms.Pem("ENCRYPTED PRIVATE KEY", KeyForms.Encrypted())), "ENCRYPTED PRIVATE KEY"),
            (KeyForms.Encrypted(old: true), "ENCRYPTED PRIVATE KEY"),
            (KeyForms.Pkcs12(), "PKCS#12"),
        })
        {
            var closed = Inspect(content);
            Assert.Equal(
                ("Private", format, "Passphrase"), (closed.Kind, closed.Format, closed.Protection));
            Assert.Null(closed.Fingerprint);
            Assert.Contains("requires a passphrase", closed.Problem, StringComparison.Ordinal);
            Assert.Contains("is wrong", Inspect(content, "wrong").Problem, StringComparison.Ordinal);
            var open = Inspect(content, KeyForms.Passphrase);
            Assert.Equal((KeyForms.Fingerprint, "P-384", null), (open.Fingerprint, open.Curve, open.Problem));
        }
    }

    [Fact]
    public void A_CMS_message_is_described_with_its_recipients()
    {
        var message = KeyForms.Cms(KeyForms.Bytes(KeyForms.Pkcs8), KeyForms.Recipient, KeyForms.OtherRecipient);
        foreach (var content in new[] { message, KeyForms.Bytes(KeyForms.Pem("CMS", message)) })
        {
            var closed = Inspect(content);
            Assert.Equal(
                ("Private", "CMS", "Certificate"), (closed.Kind, closed.Format, closed.Protection));
            Assert.Equal(
                $"CN=other {KeyForms.OtherRecipient.SerialNumber}, CN=runbook {KeyForms.Recipient.SerialNumber}", closed.ProtectedTo);
            Assert.NotNull(closed.Problem);
            var open = Assert.Single(
                KeyFileInspection.Inspect(
                    _folder.Write("key", content), new KeyProtection([], [KeyForms.Recipient]), TestContext.Current.CancellationToken));
            Assert.Equal((KeyForms.Fingerprint, null), (open.Fingerprint, open.Problem));
        }
    }

    [Theory]
    [InlineData("CMS")]
    [InlineData("PKCS7")]
    public void Only_an_enveloped_CMS_message_is_protected(string label)
    {
        var signed = new SignedCms(new ContentInfo(KeyForms.Bytes(KeyForms.Pkcs8)));
        signed.ComputeSignature(new CmsSigner(KeyForms.Recipient));
        var found = Inspect(KeyForms.Bytes(KeyForms.Pem(label, signed.Encode())));
        Assert.Equal(("Private", "None"), (found.Kind, found.Protection));
    }

    [Theory]
    [InlineData("CMS")]
    [InlineData("PKCS7")]
    public void A_CMS_message_with_only_certificates_is_not_a_private_key(string label)
    {
        var bundle = new X509Certificate2Collection(KeyForms.Recipient).Export(X509ContentType.Pkcs7)!;
        var content = KeyForms.Bytes(KeyForms.Pem(label, bundle));
        var found = Inspect(content);
        Assert.Equal(("Certificate", "CMS certificates", "None"), (found.Kind, found.Format, found.Protection));
        Assert.Equal("PrivateKeyRequired", Assert.Throws<KeyException>(() => KeyForms.Read(content)).ErrorId);
        var block = PemBlocks.Find(content, out _)[0];
        var e = Assert.Throws<KeyException>(() => PlaybackPublicKey.Read(block));
        Assert.Equal("UnsupportedPemLabel", e.ErrorId);
    }

    public static TheoryData<byte[], string, string?, string?, string> Unusable => new()
    {
        { KeyForms.Bytes(KeyForms.P256.ExportPkcs8PrivateKeyPem()), "Private", "ECDSA", "P-256", "only P-384" },
        { KeyForms.Bytes(KeyForms.P256.ExportECPrivateKeyPem()), "Private", "ECDSA", "P-256", "only P-384" },
        { KeyForms.Bytes(KeyForms.P256.ExportSubjectPublicKeyInfoPem()), "Public", "ECDSA", "P-256", "only P-384" },
        { KeyForms.Bytes(KeyForms.Rsa.ExportPkcs8PrivateKeyPem()), "Private", "RSA", null, "RSA" },
        { KeyForms.Bytes(KeyForms.Rsa.ExportRSAPrivateKeyPem()), "Private", "RSA", null, "RSA" },
        { KeyForms.Bytes(KeyForms.Rsa.ExportRSAPublicKeyPem()), "Public", "RSA", null, "RSA" },
        { KeyForms.Bytes(KeyForms.Recipient.ExportCertificatePem()), "Certificate", "RSA", null, "RSA" },
        { KeyForms.Bytes(KeyForms.Pem("PRIVATE KEY", [1, 2, 3])), "Private", null, null, "DER data is damaged" },
        { KeyForms.Bytes(KeyForms.Pem("CMS", [1, 2, 3])), "Private", null, null, "CMS" },
        { KeyForms.Bytes(KeyForms.Pem("X509 CRL", [1, 2, 3])), "Unknown", null, null, "X509 CRL" },
        { KeyForms.Bytes("Dear operations"), "Unknown", null, null, "not contain a PEM block" },
        { [], "Unknown", null, null, "empty" },
        { [0x30, 0x00], "Unknown", null, null, "binary" },
        { new byte[(1024 * 1024) + 1], "Unknown", null, null, "1 MiB" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Unsupported_keys_are_described_without_an_exception(
        byte[] content, string kind, string? algorithm, string? curve, string says)
    {
        var found = Inspect(content);
        Assert.Equal((kind, algorithm, curve, null), (found.Kind, found.Algorithm, found.Curve, found.Fingerprint));
        Assert.Contains(says, found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_key_and_every_invalid_block_of_a_file_is_described()
    {
        var path = _folder.Write(
            "many.pem",
            KeyForms.Bytes(
                $"{KeyForms.Key.ExportSubjectPublicKeyInfoPem()}\n{KeyForms.Pkcs8}\n-----BEGIN PRIVATE KEY-----\nAQ!D\n-----END "
                    + $"PRIVATE KEY-----\n{KeyForms.Certificate.ExportCertificatePem()}"));
        var found = KeyFileInspection.Inspect(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(
            ["Public", "Private", "Certificate", "Unknown"],
            found.Select(key => key.Kind));
        Assert.Equal(3, found.Count(key => key.Fingerprint == KeyForms.Fingerprint));
        Assert.Contains("line", found[3].Problem, StringComparison.Ordinal);
        Assert.All(found, key => Assert.Equal(path, key.Path));
    }

    [Fact]
    public void The_method_Checked_returns_a_copy_that_shows_whether_the_key_is_imported()
    {
        var found = Inspect(KeyForms.Bytes(KeyForms.Pkcs8));
        var imported = found.Checked("arn:x");
        Assert.Equal(("arn:x", true, KeyForms.Fingerprint), (imported.Arn, imported.IsImported, imported.Fingerprint));
        Assert.Equal((null, false), (found.Checked(null).Arn, found.Checked(null).IsImported));
        Assert.Null(found.IsImported);
    }

    private PlaybackKeyFileInfo Inspect(byte[] content, string passphrase = "") =>
        Assert.Single(
            KeyFileInspection.Inspect(_folder.Write("key", content), new KeyProtection(passphrase), TestContext.Current.CancellationToken));
}
