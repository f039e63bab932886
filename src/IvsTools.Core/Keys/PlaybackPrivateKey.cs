using System.Security.Cryptography;
using System.Text;

namespace IvsTools.Keys;

/// <summary>A P-384 private key. Temporary copies of the key are zeroed.</summary>
internal sealed class PlaybackPrivateKey : IDisposable
{
    private PlaybackPrivateKey(ECDsa key)
    {
        Key = key;
        PublicKey = PlaybackPublicKey.Of(key);
    }

    /// <summary>The key object, which is not thread-safe. Each additional thread must use a <see cref="Copy"/>.</summary>
    public ECDsa Key { get; }

    /// <summary>The public key.</summary>
    public PlaybackPublicKey PublicKey { get; }

    /// <summary>Creates a new key.</summary>
    public static PlaybackPrivateKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP384));

    /// <summary>Returns a copy of the key for another thread.</summary>
    public PlaybackPrivateKey Copy() => Of(Key);

    /// <summary>Returns the key as PEM in ASCII bytes. The caller zeroes the bytes.</summary>
    /// <param name="protection">
    /// The protection of the PEM text. Without protection, the PEM text is plain PKCS#8. With a passphrase, the PEM text
    /// is encrypted PKCS#8. With certificates, the PEM text is a CMS message.
    /// </param>
    /// <exception cref="KeyException">A certificate does not support encryption (WrongCertificate).</exception>
    public byte[] ExportPem(KeyProtection protection)
    {
        var der = PrivateKeyInfo.Of(Key);
        var plain = Array.Empty<byte>();
        try
        {
            if (!protection.Passphrase.IsEmpty)
                return Pem(PemLabel.EncryptedPrivateKey, EncryptedPkcs8.Write(der, protection.Passphrase));
            if (protection.Certificates is not { Count: > 0 } recipients)
                return Pem(PemLabel.PrivateKey, der);
            plain = Pem(PemLabel.PrivateKey, der);
            return Pem(PemLabel.Cms, CmsEnvelope.Seal(plain, recipients));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(der);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Disposes the key.</summary>
    public void Dispose() => Key.Dispose();

    // The key can contain explicit curve parameters. The import replaces them with the named curve.
    public static PlaybackPrivateKey Of(ECDsa key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: true);
        try
        {
            return new PlaybackPrivateKey(
                ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, D = parameters.D, Q = parameters.Q }));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(parameters.D);
        }
    }

    private static byte[] Pem(string label, byte[] der)
    {
        var text = PemEncoding.Write(label, der);
        var bytes = SecretMemory.Allocate<byte>(text.Length + 1);
        Encoding.ASCII.GetBytes(text, bytes);
        bytes[^1] = (byte)'\n';
        Array.Clear(text);
        return bytes;
    }
}
