using System.Security.Cryptography.X509Certificates;
using IvsTools.Keys;

namespace IvsTools.Core.Tests.Keys;

/// <summary>
/// Reads keys that openssl writes, and lets openssl read the keys that the module writes.
/// <see cref="PrivateKeyReaderTests"/> covers the same formats without openssl.
/// </summary>
public sealed class OpensslKeyTests : IDisposable
{
    private const string Passphrase = "correct horse";
    private readonly ProgramFolder _openssl = new();

    public void Dispose() => _openssl.Dispose();

    [Theory]
    [InlineData("ec -in sec1.pem")]
    [InlineData("ec -in sec1.pem -outform DER")]
    [InlineData("ec -in sec1.pem -param_enc explicit")]
    [InlineData("ec -in sec1.pem -conv_form compressed")]
    [InlineData("ec -in sec1.pem -conv_form hybrid")]
    [InlineData("ec -in sec1.pem -conv_form hybrid -param_enc explicit")]
    [InlineData("pkcs8 -topk8 -nocrypt -in sec1.pem")]
    [InlineData("pkcs8 -topk8 -nocrypt -in sec1.pem -outform DER")]
    [InlineData("pkcs8 -topk8 -in sec1.pem -passout file:pass")]
    [InlineData("pkcs8 -topk8 -in sec1.pem -passout file:pass -v2 aes-128-cbc -v2prf hmacWithSHA512 -iter 1")]
    [InlineData("pkcs8 -topk8 -in sec1.pem -passout file:pass -v2 des3 -outform DER")]
    [InlineData("pkcs8 -topk8 -in sec1.pem -passout file:pass -v1 PBE-SHA1-3DES")]
    [InlineData("pkcs12 -export -inkey sec1.pem -in ec.pem -passout file:pass")]
    [InlineData("pkcs12 -export -inkey sec1.pem -in ec.pem -passout file:pass -legacy")]
    [InlineData("pkcs12 -export -inkey sec1.pem -in ec.pem -passout file:pass -nomac")]
    [InlineData("pkcs12 -export -inkey sec1.pem -in ec.pem -passout file:pass -keypbe NONE")]
    [InlineData("pkcs12 -export -inkey sec1.pem -nocerts -passout file:pass")]
    [InlineData("cms -encrypt -aes256 -in sec1.pem -outform PEM rsa.pem")]
    [InlineData("cms -encrypt -aes256 -binary -in sec1.pem -outform DER rsa.pem")]
    [InlineData("cms -encrypt -aes256 -binary -stream -in sec1.pem -outform DER rsa.pem")]
    [InlineData("cms -encrypt -aes256 -keyid -binary -in sec1.pem -outform DER rsa.pem")]
    [InlineData("cms -encrypt -aes128 -recip rsa.pem -keyopt rsa_padding_mode:oaep -in sec1.pem -outform PEM")]
    [InlineData("smime -encrypt -aes256 -binary -in sec1.pem -outform PEM rsa.pem")]
    public void Keys_from_openssl_are_read(string command)
    {
        MakeKey();
        var arguments = command.Split(' ');
        // openssl requires all options before the recipients.
        _openssl.Run(
            "openssl", arguments[^1] == "rsa.pem" ? [.. arguments[..^1], "-out", "key", "rsa.pem"] : [.. arguments, "-out", "key"]);
        using var key = KeyForms.Read(_openssl.Read("key"), Passphrase, Recipient());
        Assert.Equal(Fingerprint(), key.PublicKey.Fingerprint);
    }

    [Theory]
    [InlineData("pkcs8 -topk8 -in sec1.pem -passout file:pass -scrypt", "InvalidKey", "scrypt is not supported")]
    [InlineData("pkcs8 -topk8 -in sec1.pem -passout file:pass -v2 camellia-256-cbc", "InvalidKey", "camellia-256-cbc is not supported")]
    [InlineData("pkcs8 -topk8 -in sec1.pem -passout file:pass -v2 aria-256-cbc", "InvalidKey", "aria-256-cbc is not supported")]
    [InlineData("pkcs8 -topk8 -in sec1.pem -passout file:pass -v2 aes-256-cfb", "InvalidKey", "cipher")]
    [InlineData(
        "pkcs8 -topk8 -in sec1.pem -passout file:pass -v2 aes-256-cbc -v2prf hmacWithSHA224",
        "InvalidKey",
        "hmacWithSHA224 is not supported")]
    [InlineData(
        "pkcs12 -export -inkey sec1.pem -in ec.pem -passout file:pass -keypbe camellia-256-cbc",
        "InvalidKey",
        "camellia-256-cbc is not supported")]
    [InlineData("pkcs8 -topk8 -in sec1.pem -passout file:pass -iter 10000001", "InvalidKey", "10 million")]
    [InlineData("cms -encrypt -aes256 -pwri_password secret -in sec1.pem -outform PEM", "InvalidKey", "such as a password")]
    [InlineData("ec -in sec1.pem -aes128 -passout file:pass", "InvalidKey", "old OpenSSL format")]
    [InlineData("pkcs12 -export -nokeys -in ec.pem -passout file:pass", "PrivateKeyMissing", "not contain a private key")]
    [InlineData("genpkey -algorithm ed25519", "NotEllipticCurve", "Ed25519")]
    [InlineData("genpkey -algorithm x25519", "NotEllipticCurve", "X25519")]
    [InlineData("ecparam -name secp256k1 -genkey -noout", "WrongCurve", "secp256k1")]
    [InlineData("ecparam -name brainpoolP384r1 -genkey -noout", "WrongCurve", "brainpoolP384r1")]
    [InlineData("ecparam -name secp521r1 -genkey -noout -param_enc explicit", "WrongCurve", "521")]
    [InlineData("ec -in sec1.pem -pubout", "PrivateKeyRequired", "PUBLIC KEY")]
    [InlineData("req -new -key sec1.pem -subj /CN=x", "PrivateKeyRequired", "CERTIFICATE REQUEST")]
    public void Unsupported_keys_are_described_in_the_error(string command, string errorId, string says)
    {
        MakeKey();
        _openssl.Run("openssl", [.. command.Split(' '), "-out", "key"]);
        var e = Assert.Throws<KeyException>(() => KeyForms.Read(_openssl.Read("key"), Passphrase, Recipient()));
        Assert.True(errorId == e.ErrorId, $"{e.ErrorId}: {e.Message}");
        Assert.Contains(says, e.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Openssl_reads_the_keys_that_the_module_writes()
    {
        MakeKey();
        using var key = PlaybackPrivateKey.Create();
        _openssl.Write("plain.pem", key.ExportPem(default));
        _openssl.Write("locked.pem", key.ExportPem(new KeyProtection(Passphrase)));
        _openssl.Write("sealed.pem", key.ExportPem(new KeyProtection([], [Recipient()])));
        Assert.Equal(key.PublicKey.Pem, _openssl.Run("openssl", "ec", "-in", "plain.pem", "-pubout"));
        Assert.Equal(key.PublicKey.Pem, _openssl.Run("openssl", "ec", "-in", "locked.pem", "-passin", "file:pass", "-pubout"));
        _openssl.Run("openssl", "cms", "-decrypt", "-inform", "PEM", "-in", "sealed.pem", "-inkey", "rsa.key", "-out", "opened.pem");
        Assert.Equal(key.PublicKey.Pem, _openssl.Run("openssl", "ec", "-in", "opened.pem", "-pubout"));
    }

    private void MakeKey()
    {
        _openssl.Run("openssl", "ecparam", "-name", "secp384r1", "-genkey", "-noout", "-out", "sec1.pem");
        _openssl.Run("openssl", "req", "-new", "-x509", "-key", "sec1.pem", "-subj", "/CN=viewer", "-days", "2", "-out", "ec.pem");
        _openssl.Write("pass", KeyForms.Bytes(Passphrase));
        _openssl.Write("rsa.pem", KeyForms.Bytes(KeyForms.Recipient.ExportCertificatePem()));
        _openssl.Write("rsa.key", KeyForms.Bytes(KeyForms.Recipient.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()));
    }

    private static X509Certificate2 Recipient() => KeyForms.Recipient;

    // The fingerprint is the MD5 hash of the SubjectPublicKeyInfo. openssl calculates it independently of the module.
    private string Fingerprint()
    {
        _openssl.Run("openssl", "ec", "-in", "sec1.pem", "-pubout", "-outform", "DER", "-out", "spki");
        return _openssl.Run("openssl", "dgst", "-md5", "-c", "spki").Split('=')[1].Trim();
    }
}
