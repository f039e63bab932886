using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Keys;

namespace IvsTools.Core.Tests.Keys;

public class PlaybackKeyTests
{
    // The generator, the order and the prime of P-384 (FIPS 186-4, D.1.2.4), for keys with explicit parameters.
    private const string Gx = "AA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7";
    private const string Gy = "3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F";
    private const string Order = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973";
    private const string Prime = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFF";
    // The coefficient a is the prime minus 3.
    private const string A = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFC";
    private const string B = "B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF";

    [Fact]
    public void A_P384_key_is_returned_as_canonical_PEM_with_its_fingerprint()
    {
        using var key = P384();
        var spki = key.ExportSubjectPublicKeyInfo();
        var read = PlaybackPublicKey.Read(Block("PUBLIC KEY", spki));
        Assert.Equal(key.ExportSubjectPublicKeyInfoPem() + "\n", read.Pem);
        Assert.Equal(120, read.SubjectPublicKeyInfo.Length);
        Assert.Equal(
            Convert.ToHexString(MD5.HashData(spki)), read.Fingerprint.Replace(":", "", StringComparison.Ordinal), ignoreCase: true);
        Assert.Matches("^([0-9a-f]{2}:){15}[0-9a-f]{2}$", read.Fingerprint);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Compressed_and_hybrid_points_and_explicit_parameters_are_normalized(bool explicitParameters, bool isHybrid)
    {
        // The test uses several keys, so that y is even in some and odd in others.
        for (var i = 0; i < 8; i++)
        {
            using var key = P384();
            var q = key.ExportParameters(false).Q;
            var sign = q.Y![^1] & 1;
            byte[] point = isHybrid ? [(byte)(6 + sign), .. q.X!, .. q.Y] : [(byte)(2 + sign), .. q.X!];
            var der = Spki(
                explicitParameters ? Explicit(Prime, A, B, Order, Gx, Gy) : w => w.WriteObjectIdentifier("1.3.132.0.34"), point);
            Assert.Equal(key.ExportSubjectPublicKeyInfo(), PlaybackPublicKey.Read(Block("PUBLIC KEY", der)).SubjectPublicKeyInfo.ToArray());
        }
    }

    [Fact]
    public void The_public_key_of_a_certificate_is_read()
    {
        using var key = P384();
        using var certificate = new CertificateRequest("CN=viewer", key, HashAlgorithmName.SHA384).CreateSelfSigned(
            DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        Assert.Equal(
            key.ExportSubjectPublicKeyInfo(),
            PlaybackPublicKey.Read(Block("CERTIFICATE", certificate.RawData)).SubjectPublicKeyInfo.ToArray());
    }

    [Theory]
    [InlineData("1.2.840.10045.3.1.7", "P-256")]
    [InlineData("1.3.132.0.35", "P-521")]
    [InlineData("1.3.132.0.10", "secp256k1")]
    [InlineData("1.3.36.3.3.2.8.1.1.11", "brainpoolP384r1")]
    [InlineData("1.2.3.4", "1.2.3.4")]
    public void An_unsupported_curve_is_named_in_the_error(string oid, string name)
    {
        // The point is valid on P-384, so only the name of the curve can cause the error.
        using var key = P384();
        var q = key.ExportParameters(false).Q;
        var e = Rejected("PUBLIC KEY", Spki(w => w.WriteObjectIdentifier(oid), [4, .. q.X!, .. q.Y!]));
        Assert.Equal(KeyErrorId.WrongCurve, e.ErrorId);
        Assert.Contains(name, e.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string> OtherCurves => new()
    {
        { Other(Prime), A, B, Order },
        { Prime, Other(A), B, Order },
        { Prime, A, Other(B), Order },
        { Prime, A, B, Other(Order) },
    };

    [Theory]
    [MemberData(nameof(OtherCurves))]
    public void Explicit_parameters_that_differ_from_P384_in_one_number_are_rejected(string prime, string a, string b, string order)
    {
        using var key = P384();
        var q = key.ExportParameters(false).Q;
        var e = Rejected("PUBLIC KEY", Spki(Explicit(prime, a, b, order, Gx, Gy), [4, .. q.X!, .. q.Y!]));
        Assert.Equal(KeyErrorId.WrongCurve, e.ErrorId);
    }

    [Fact]
    public void Explicit_parameters_with_a_different_generator_are_rejected()
    {
        using var key = P384();
        var q = key.ExportParameters(false).Q;
        var e = Rejected(
            "PUBLIC KEY", Spki(Explicit(Prime, A, B, Order, Convert.ToHexString(q.X!), Convert.ToHexString(q.Y!)), [4, .. q.X!, .. q.Y!]));
        Assert.Equal(KeyErrorId.WrongCurve, e.ErrorId);
        Assert.Contains("generator", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.2.840.113549.1.1.1", "RSA")]
    [InlineData("1.3.101.112", "Ed25519")]
    [InlineData("1.3.101.110", "X25519")]
    [InlineData("1.2.840.10040.4.1", "DSA")]
    public void An_unsupported_algorithm_is_named_in_the_error(string oid, string name)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
                writer.WriteObjectIdentifier(oid);
            writer.WriteBitString(new byte[32]);
        }
        var e = Rejected("PUBLIC KEY", writer.Encode());
        Assert.Equal(KeyErrorId.NotEllipticCurve, e.ErrorId);
        Assert.Contains(name, e.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> BrokenPoints()
    {
        using var key = P384();
        var q = key.ExportParameters(false).Q;
        byte[] off = [4, .. q.X!, .. q.Y!];
        off[^1] ^= 1;
        return new TheoryData<string, byte[]>
        {
            { "not on the curve", off },
            { "infinity", [0] },
            { "encoded in 48 bytes", new byte[48] },
            { "not a valid encoding for P-384", [5, .. q.X!, .. q.Y!] },
            { "not on the curve", [(byte)(7 - (q.Y![^1] & 1)), .. q.X!, .. q.Y!] },
            { "not on the curve", [2, .. Enumerable.Repeat((byte)0xFF, 48)] },
        };
    }

    [Theory]
    [MemberData(nameof(BrokenPoints))]
    public void A_point_that_is_not_on_the_curve_is_invalid(string says, byte[] point)
    {
        var e = Rejected("PUBLIC KEY", Spki(w => w.WriteObjectIdentifier("1.3.132.0.34"), point));
        Assert.Equal(KeyErrorId.InvalidKey, e.ErrorId);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_key_and_a_key_with_trailing_bytes_are_invalid()
    {
        using var key = P384();
        var spki = key.ExportSubjectPublicKeyInfo();
        for (var length = 1; length < spki.Length; length++)
            Assert.Equal(KeyErrorId.InvalidKey, Rejected("PUBLIC KEY", spki[..length]).ErrorId);
        Assert.Equal(KeyErrorId.InvalidKey, Rejected("PUBLIC KEY", [.. spki, 0]).ErrorId);
    }

    [Theory]
    [InlineData("EC PRIVATE KEY")]
    [InlineData("PRIVATE KEY")]
    [InlineData("ENCRYPTED PRIVATE KEY")]
    [InlineData("RSA PRIVATE KEY")]
    [InlineData("OPENSSH PRIVATE KEY")]
    public void Private_keys_are_rejected_because_of_their_label(string label)
    {
        var e = Rejected(label, [1, 2, 3]);
        Assert.Equal(KeyErrorId.PrivateKeyRejected, e.ErrorId);
        Assert.Contains("-FromPrivateKey", e.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CERTIFICATE REQUEST", KeyErrorId.UnsupportedPemLabel)]
    [InlineData("X509 CRL", KeyErrorId.UnsupportedPemLabel)]
    [InlineData("RSA PUBLIC KEY", KeyErrorId.NotEllipticCurve)]
    [InlineData("CERTIFICATE", KeyErrorId.InvalidKey)]
    public void Unsupported_labels_and_an_invalid_certificate_are_rejected(string label, string errorId) =>
        Assert.Equal(errorId, Rejected(label, [1, 2, 3]).ErrorId);

    [Fact]
    public void The_public_key_is_derived_from_every_private_key_format()
    {
        using var key = P384();
        var expected = key.ExportSubjectPublicKeyInfo();
        var encrypted = key.ExportEncryptedPkcs8PrivateKey(
            "pass", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        Assert.Equal(expected, Derive("EC PRIVATE KEY", key.ExportECPrivateKey()));
        Assert.Equal(expected, Derive("PRIVATE KEY", key.ExportPkcs8PrivateKey()));
        Assert.Equal(expected, Derive("ENCRYPTED PRIVATE KEY", encrypted, "pass"));
        Assert.Equal(KeyErrorId.PassphraseRequired, Assert.Throws<KeyException>(() => Derive("ENCRYPTED PRIVATE KEY", encrypted)).ErrorId);
        Assert.Equal(
            KeyErrorId.WrongPassphrase, Assert.Throws<KeyException>(() => Derive("ENCRYPTED PRIVATE KEY", encrypted, "word")).ErrorId);
    }

    [Fact]
    public void Private_keys_of_other_curves_and_algorithms_are_rejected()
    {
        using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        Assert.Equal(KeyErrorId.WrongCurve, Assert.Throws<KeyException>(() => Derive("EC PRIVATE KEY", p256.ExportECPrivateKey())).ErrorId);
        Assert.Equal(KeyErrorId.WrongCurve, Assert.Throws<KeyException>(() => Derive("PRIVATE KEY", p256.ExportPkcs8PrivateKey())).ErrorId);
        Assert.Equal(
            KeyErrorId.NotEllipticCurve, Assert.Throws<KeyException>(() => Derive("PRIVATE KEY", rsa.ExportPkcs8PrivateKey())).ErrorId);
        Assert.Equal(KeyErrorId.InvalidKey, Assert.Throws<KeyException>(() => Derive("PRIVATE KEY", [1, 2, 3])).ErrorId);
    }

    [Fact]
    public void A_public_key_is_not_accepted_as_a_private_key()
    {
        using var key = P384();
        var e = Assert.Throws<KeyException>(() => PrivateKeyReader.Read(Block("PUBLIC KEY", key.ExportSubjectPublicKeyInfo())));
        Assert.Equal(KeyErrorId.PrivateKeyRequired, e.ErrorId);
    }

    private static byte[] Derive(string label, byte[] der, string passphrase = "") =>
        PlaybackPublicKey.Read(Block(label, der), fromPrivateKey: true, new KeyProtection(passphrase)).SubjectPublicKeyInfo.ToArray();

    private static KeyException Rejected(string label, byte[] der) =>
        Assert.Throws<KeyException>(() => PlaybackPublicKey.Read(Block(label, der)));

    private static PemBlock Block(string label, byte[] der) => new(label, der, 1);

    private static ECDsa P384() => ECDsa.Create(ECCurve.NamedCurves.nistP384);

    private static byte[] Spki(Action<AsnWriter> curve, byte[] point)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.2.1");
                curve(writer);
            }
            writer.WriteBitString(point);
        }
        return writer.Encode();
    }

    private static string Other(string number) => "01" + number[2..];

    private static Action<AsnWriter> Explicit(string prime, string a, string b, string order, string x, string y) => writer =>
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.1.1");
                writer.WriteIntegerUnsigned(Convert.FromHexString(prime));
            }
            using (writer.PushSequence())
            {
                writer.WriteOctetString(Convert.FromHexString(a));
                writer.WriteOctetString(Convert.FromHexString(b));
            }
            writer.WriteOctetString([4, .. Convert.FromHexString(x), .. Convert.FromHexString(y)]);
            writer.WriteIntegerUnsigned(Convert.FromHexString(order));
            writer.WriteInteger(1);
        }
    };
}
