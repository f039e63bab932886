using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using IvsTools.Keys;

namespace IvsTools.Core.Tests.Keys;

/// <summary>Tests keys whose label or form differs from what most tools write, and text that is not PEM.</summary>
public sealed class MislabeledKeyTests
{
    [Theory]
    [InlineData("PRIVATE KEY")]
    [InlineData("EC PRIVATE KEY")]
    [InlineData("PUBLIC KEY")]
    [InlineData("CERTIFICATE")]
    public void A_private_key_with_any_label_is_read_as_a_private_key(string label)
    {
        foreach (var der in new[] { KeyForms.Key.ExportPkcs8PrivateKey(), KeyForms.Key.ExportECPrivateKey() })
        {
            var pem = KeyForms.Bytes(KeyForms.Pem(label, der));
            using var key = PrivateKeyReader.Read(pem);
            Assert.Equal(KeyForms.Fingerprint, key.PublicKey.Fingerprint);
            var rejected = Assert.Throws<KeyException>(() => PlaybackPublicKey.Read(new PemBlock(label, der, 1)));
            Assert.Equal(KeyErrorId.PrivateKeyRejected, rejected.ErrorId);
        }
    }

    [Theory]
    [InlineData("CERTIFICATE")]
    [InlineData("PUBLIC KEY")]
    [InlineData("PRIVATE KEY")]
    public void A_public_key_is_read_regardless_of_its_label(string label)
    {
        foreach (var der in new[] { KeyForms.Key.ExportSubjectPublicKeyInfo(), KeyForms.Certificate.RawData })
            Assert.Equal(KeyForms.Fingerprint, PlaybackPublicKey.Read(new PemBlock(label, der, 1)).Fingerprint);
        var wanted = Assert.Throws<KeyException>(
            () => PrivateKeyReader.Read(new PemBlock(label, KeyForms.Key.ExportSubjectPublicKeyInfo(), 1)));
        Assert.Equal(KeyErrorId.PrivateKeyRequired, wanted.ErrorId);
    }

    [Fact]
    public void An_encrypted_key_with_the_label_of_a_plain_key_requires_its_passphrase()
    {
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        var der = KeyForms.Key.ExportEncryptedPkcs8PrivateKey("secret", parameters);
        var block = new PemBlock("PRIVATE KEY", der, 1);
        Assert.Equal(KeyErrorId.PassphraseRequired, Assert.Throws<KeyException>(() => PrivateKeyReader.Read(block)).ErrorId);
        using var key = PrivateKeyReader.Read(block, new KeyProtection("secret".ToCharArray()));
        Assert.Equal(KeyForms.Fingerprint, key.PublicKey.Fingerprint);
    }

    public static TheoryData<byte[], byte[], bool> UnusualKeys
    {
        get
        {
            // The private scalar starts with a zero byte. Some programs omit this byte, and others add a second zero byte.
            byte[] number = [0, .. Enumerable.Range(1, 47).Select(i => (byte)i)];
            using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, D = number });
            var q = key.ExportParameters(includePrivateParameters: false).Q;
            var sign = (byte)(q.Y![^1] & 1);
            byte[][] numbers = [number, number[1..], [0, .. number]];
            byte[][] points = [[4, .. q.X!, .. q.Y], [(byte)(2 + sign), .. q.X!], [(byte)(6 + sign), .. q.X!, .. q.Y]];
            bool[] containers = [true, false];
            return new(from n in numbers from point in points from inPkcs8 in containers select (n, point, inPkcs8));
        }
    }

    [Theory]
    [MemberData(nameof(UnusualKeys))]
    public void A_key_with_an_unusual_encoding_of_its_private_scalar_or_public_point_can_sign(byte[] number, byte[] point, bool inPkcs8)
    {
        var sec1 = Sec1(number, point);
        var der = inPkcs8 ? Pkcs8(sec1) : sec1;
        using var key = PrivateKeyReader.Read(new PemBlock(inPkcs8 ? "PRIVATE KEY" : "EC PRIVATE KEY", der, 1));
        Assert.Equal(P384.SubjectPublicKeyInfo(point), key.PublicKey.SubjectPublicKeyInfo.ToArray());
        var signature = key.Key.SignData([1, 2, 3], HashAlgorithmName.SHA384);
        Assert.True(key.PublicKey.Verifies([1, 2, 3], signature));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(47)]
    [InlineData(49)]
    public void A_private_scalar_that_does_not_match_its_point_causes_an_error(int length)
    {
        var q = KeyForms.Key.ExportParameters(includePrivateParameters: false).Q;
        byte[] number = [.. Enumerable.Repeat((byte)1, length)];
        var e = Assert.Throws<KeyException>(
            () => PrivateKeyReader.Read(new PemBlock("EC PRIVATE KEY", Sec1(number, [4, .. q.X!, .. q.Y!]), 1)));
        Assert.Equal(KeyErrorId.InvalidKey, e.ErrorId);
    }

    [Fact]
    public void A_PKCS8_key_that_names_two_different_curves_causes_an_error()
    {
        var parameters = KeyForms.Key.ExportParameters(includePrivateParameters: true);
        var point = (byte[])[(byte)(2 + (parameters.Q.Y![^1] & 1)), .. parameters.Q.X!];
        var der = Pkcs8(Sec1(parameters.D!, point, curve: "1.2.840.10045.3.1.7"));
        var e = Assert.Throws<KeyException>(() => PrivateKeyReader.Read(new PemBlock("PRIVATE KEY", der, 1)));
        Assert.Equal(KeyErrorId.WrongCurve, e.ErrorId);
    }

    [Fact]
    public void A_private_key_with_the_compressed_public_point_of_another_key_causes_an_error()
    {
        var own = KeyForms.Key.ExportParameters(includePrivateParameters: true);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var q = other.ExportParameters(includePrivateParameters: false).Q;
        var sec1 = Sec1(own.D!, [(byte)(2 + (q.Y![^1] & 1)), .. q.X!]);
        var e = Assert.Throws<KeyException>(() => PrivateKeyReader.Read(new PemBlock("EC PRIVATE KEY", sec1, 1)));
        Assert.Equal(KeyErrorId.InvalidKey, e.ErrorId);
    }

    [Theory]
    [InlineData("ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQ user@host", "OpenSSH", "ssh-keygen -e -m PKCS8")]
    [InlineData("LS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS0KTUhZd0VBWUhLb1pJemowQ0FRWUZLNEVFQUNJRFlnQUU=", "base64 encoding", "FromBase64String")]
    [InlineData("0v0\u0010\u0006\u0007*", "binary", "-inform DER")]
    [InlineData("Dear operations", "no line starts", "openssl ec")]
    public void Text_that_is_not_PEM_causes_an_error_that_describes_the_text(string text, string says, string advice)
    {
        PemBlocks.Find(Encoding.UTF8.GetBytes(text), out var error);
        Assert.Equal(KeyErrorId.NotPem, error!.ErrorId);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_OpenSSH_private_key_is_reported_with_the_command_that_converts_it()
    {
        var e = Assert.Throws<KeyException>(() => PrivateKeyReader.Read(new PemBlock("OPENSSH PRIVATE KEY", [1], 1)));
        Assert.Contains("ssh-keygen -p -m PKCS8", e.RecommendedAction, StringComparison.Ordinal);
    }

    private static byte[] Sec1(byte[] number, byte[] point, string curve = P384.Oid)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteOctetString(number);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true)))
                writer.WriteObjectIdentifier(curve);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1, isConstructed: true)))
                writer.WriteBitString(point);
        }
        return writer.Encode();
    }

    private static byte[] Pkcs8(byte[] sec1)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.2.1");
                writer.WriteObjectIdentifier("1.3.132.0.34");
            }
            writer.WriteOctetString(sec1);
        }
        return writer.Encode();
    }
}
