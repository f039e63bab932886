using System.Security.Cryptography;
using IvsTools.Core.Tests.Keys;
using IvsTools.Text;

namespace IvsTools.Core.Tests.Text;

public sealed class SafeTextTests
{
    public static TheoryData<string, byte[]> Keys
    {
        get
        {
            using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var p521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);
            using var rsa = RSA.Create(2048);
            return new()
            {
                { "SEC1", KeyForms.Key.ExportECPrivateKey() },
                { "PKCS#8", KeyForms.Key.ExportPkcs8PrivateKey() },
                { "a public key", KeyForms.Key.ExportSubjectPublicKeyInfo() },
                { "encrypted PKCS#8", KeyForms.Encrypted() },
                { "PKCS#8 encrypted with PBES1", KeyForms.Encrypted(old: true) },
                { "PKCS#12", KeyForms.Pkcs12() },
                { "CMS", KeyForms.Cms(KeyForms.Key.ExportPkcs8PrivateKey()) },
                { "a certificate", KeyForms.Recipient.RawData },
                { "SEC1 on P-256", p256.ExportECPrivateKey() },
                { "PKCS#8 on P-256", p256.ExportPkcs8PrivateKey() },
                { "a public key on P-256", p256.ExportSubjectPublicKeyInfo() },
                { "SEC1 on P-521", p521.ExportECPrivateKey() },
                { "RSA", rsa.ExportRSAPrivateKey() },
                { "RSA in PKCS#8", rsa.ExportPkcs8PrivateKey() },
                { "a public RSA key", rsa.ExportSubjectPublicKeyInfo() },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Key_text_without_its_BEGIN_line_is_a_secret(string form, byte[] der)
    {
        var lines = Convert.ToBase64String(der, Base64FormattingOptions.InsertLineBreaks);
        var one = lines.ReplaceLineEndings(string.Empty);
        foreach (var text in new[] { lines, one, lines.ReplaceLineEndings(@"\n"), "%0A" + one, "key=" + one })
        {
            Assert.True(SafeText.HoldsSecret(text), form);
            Assert.DoesNotContain(one[..16], SafeText.Line(text), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/mnt/MEDIA/Broadcast/Production/Channels/Sports/Playback/KeysForViewers/prod.private.pem")]
    [InlineData("/mnt/MIGRATION/Broadcast/Production/Channels/Sports/Playback/KeysForViewers/prod.private.pem")]
    [InlineData(@"D:\MEETINGS\Broadcast\Production\Channels\Sports\Playback\KeysForViewers\prod.private.pem")]
    public void A_path_with_a_folder_in_capital_letters_is_not_a_secret(string path)
    {
        Assert.False(SafeText.HoldsSecret(path));
        Assert.Equal(path, SafeText.Line(path));
    }

    [Theory]
    [InlineData("rtmps%3A%2F%2Fx%2Fapp%2Fsk_us-west-2_abcdABCDefgh_567890abcdef", "567890")]
    [InlineData("a_sk_us-west-2_abcdABCDefgh_567890abcdef", "567890")]
    [InlineData("token%3DeyJhbGciOiJFUzM4NCJ9.e30.c2lnbmF0dXJl", "c2lnbmF0dXJl")]
    [InlineData("-----BEGIN%20PRIVATE%20KEY-----%0AMIG2AgEAMBAG%0A-----END%20PRIVATE%20KEY-----", "MIG2")]
    public void A_secret_after_an_encoded_character_is_masked(string text, string secret)
    {
        Assert.True(SafeText.HoldsSecret(text));
        Assert.DoesNotContain(secret, SafeText.Line(text), StringComparison.Ordinal);
    }
}
