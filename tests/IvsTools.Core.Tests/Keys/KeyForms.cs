using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IvsTools.Keys;

namespace IvsTools.Core.Tests.Keys;

/// <summary>One key in every supported format, created only with .NET.</summary>
internal static class KeyForms
{
    public const string Passphrase = "correct horse";

    public static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    public static readonly ECDsa P256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly RSA Rsa = RSA.Create(2048);

    public static readonly X509Certificate2 Recipient = DocumentEncryption("CN=runbook");
    public static readonly X509Certificate2 OtherRecipient = DocumentEncryption("CN=other");
    public static readonly X509Certificate2 Certificate =
        new CertificateRequest("CN=viewer", Key, HashAlgorithmName.SHA384).CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

    // A real key requires more iterations, which would make the tests slower.
    private static readonly PbeParameters Pbes2 = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10);
    private static readonly PbeParameters Pbes1 = new(PbeEncryptionAlgorithm.TripleDes3KeyPkcs12, HashAlgorithmName.SHA1, 10);

    public static string Fingerprint { get; } = PlaybackPublicKey.Read(new PemBlock(
        "PUBLIC KEY", Key.ExportSubjectPublicKeyInfo(), 1)).Fingerprint;

    public static string Sec1 => Key.ExportECPrivateKeyPem();

    public static string Pkcs8 => Key.ExportPkcs8PrivateKeyPem();

    public static byte[] Encrypted(bool old = false) => Key.ExportEncryptedPkcs8PrivateKey(Passphrase, old ? Pbes1 : Pbes2);

    public static string Pem(string label, byte[] der) => PemEncoding.WriteString(label, der) + "\n";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Pkcs12(string? passphrase = Passphrase) => Certificate.Export(X509ContentType.Pkcs12, passphrase);

    public static byte[] Pkcs12WithoutKey()
    {
        using var certificate = X509Certificate2.CreateFromPem(Certificate.ExportCertificatePem());
        return certificate.Export(X509ContentType.Pkcs12, Passphrase);
    }

    /// <summary>Returns the encrypted key without a MAC, as openssl pkcs12 -nomac writes it.</summary>
    public static byte[] Pkcs12WithoutMac()
    {
        var contents = new Pkcs12SafeContents();
        contents.AddShroudedKey(Key, Passphrase, Pbes2);
        var builder = new Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(contents);
        builder.SealWithoutIntegrity();
        return builder.Encode();
    }

    public static byte[] Cms(byte[] content, params X509Certificate2[] recipients)
    {
        var cms = new EnvelopedCms(new ContentInfo(content));
        cms.Encrypt(new CmsRecipientCollection(
            SubjectIdentifierType.IssuerAndSerialNumber, [.. recipients.Length == 0 ? [Recipient] : recipients]));
        return cms.Encode();
    }

    public static PlaybackPrivateKey Read(byte[] content, string passphrase = "", params X509Certificate2[] certificates) =>
        PrivateKeyReader.Read(content, new KeyProtection(passphrase, [.. certificates]));

    private static X509Certificate2 DocumentEncryption(string subject)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.DataEncipherment, critical: false));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.4.1.311.80.1")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
