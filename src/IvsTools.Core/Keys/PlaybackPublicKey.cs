using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IvsTools.Keys;

/// <summary>
/// A P-384 public key in the canonical form. The PEM text has the named curve, the uncompressed point and lines of 64 characters.
/// </summary>
internal sealed class PlaybackPublicKey : IEquatable<PlaybackPublicKey>
{
    private readonly byte[] _spki;

    private PlaybackPublicKey(byte[] spki) => _spki = spki;

    /// <summary>The DER SubjectPublicKeyInfo, which has 120 bytes.</summary>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo => _spki;

    /// <summary>The canonical PEM, which ends with a line feed.</summary>
    public string Pem => PemEncoding.WriteString(PemLabel.PublicKey, _spki) + "\n";

    /// <summary>The MD5 of the SubjectPublicKeyInfo in the format of Amazon IVS: lowercase hex pairs separated by ':'.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "Amazon IVS uses MD5 for fingerprints, which have no security purpose.")]
    public string Fingerprint => string.Join(':', MD5.HashData(_spki).Select(b => b.ToString("x2", null)));

    /// <summary>Reads a public key or a certificate.</summary>
    /// <exception cref="KeyException">The block is not a public key or a certificate. The error ID contains the reason.</exception>
    public static PlaybackPublicKey Read(PemBlock block) => Read(block, fromPrivateKey: false);

    /// <summary>Reads a public key or a certificate, or derives the public key from a private key.</summary>
    /// <param name="block">The PEM block.</param>
    /// <param name="fromPrivateKey">True to derive the public key from a private key. False to reject private keys.</param>
    /// <param name="opener">Opens a protected private key.</param>
    /// <exception cref="KeyException">The key cannot be used. The error ID contains the reason.</exception>
    public static PlaybackPublicKey Read(PemBlock block, bool fromPrivateKey, KeyProtection opener = default)
    {
        try
        {
            return ReadContent(block, fromPrivateKey, opener);
        }
        catch (Exception e) when (KeyException.IsForContent(e))
        {
            throw KeyException.ForContent(e);
        }
    }

    private static PlaybackPublicKey ReadContent(PemBlock block, bool fromPrivateKey, KeyProtection opener)
    {
        switch (block.Label)
        {
            case PemLabel.PublicKey:
                return FromSpki(block.Der);
            case PemLabel.Certificate:
                return FromCertificate(block.Der);
            case PemLabel.RsaPublicKey:
                throw KeyAlgorithm.NotEllipticCurve(KeyAlgorithm.Rsa);
            case var label when !PemLabel.HoldsPrivateKey(label):
                throw new KeyException(
                    KeyErrorId.UnsupportedPemLabel,
                    $"{block.Description} is not a public key.",
                    "Use a PUBLIC KEY or CERTIFICATE block.");
            case var label when !fromPrivateKey:
                throw new KeyException(
                    KeyErrorId.PrivateKeyRejected,
                    $"{block.Description} is a private key. The key was not sent. Never send a private key.",
                    "Use the public key. Import-IvsPlaybackKeyPair -FromPrivateKey derives the public key on this machine.");
            default:
                using (var key = PrivateKeyReader.Read(block, opener))
                    return key.PublicKey;
        }
    }

    /// <summary>
    /// Returns true if the matching private key created this SHA-384 signature, which consists of r and s with 48 bytes each.
    /// </summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_spki, out _);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public static PlaybackPublicKey Of(ECDsa key)
    {
        var q = key.ExportParameters(includePrivateParameters: false).Q;
        return new PlaybackPublicKey(P384.SubjectPublicKeyInfo([4, .. q.X!, .. q.Y!]));
    }

    /// <inheritdoc/>
    public bool Equals(PlaybackPublicKey? other) => other is not null && _spki.AsSpan().SequenceEqual(other._spki);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlaybackPublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(_spki, _spki.Length - sizeof(int));

    public static PlaybackPublicKey OfCertificate(X509Certificate2 certificate) =>
        FromSpki(certificate.PublicKey.ExportSubjectPublicKeyInfo());

    private static PlaybackPublicKey FromSpki(byte[] der)
    {
        try
        {
            var outer = new AsnReader(der, AsnEncodingRules.DER);
            var spki = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            KeyAlgorithm.RequireP384(spki);
            var point = spki.ReadBitString(out var unusedBits);
            spki.ThrowIfNotEmpty();
            if (unusedBits != 0)
                throw new KeyException(KeyErrorId.InvalidKey, "The key is not valid: the length of its bit string is not a multiple of 8.");
            return new PlaybackPublicKey(P384.SubjectPublicKeyInfo(point));
        }
        catch (AsnContentException e)
        {
            throw KeyException.ForDer(e);
        }
    }

    private static PlaybackPublicKey FromCertificate(byte[] der)
    {
        try
        {
            using var certificate = Certificate(der);
            return OfCertificate(certificate);
        }
        catch (CryptographicException e)
        {
            throw new KeyException(KeyErrorId.InvalidKey, "The certificate cannot be read.", null, e);
        }
    }

    /// <summary>Reads a certificate. X509Certificate2 would also read other formats, such as PKCS#12.</summary>
    public static X509Certificate2 Certificate(byte[] der) => DerForm.IsOneSequence(der) && DerForm.LabelOf(der) == PemLabel.Certificate
        ? new X509Certificate2(der)
        : throw new KeyException(KeyErrorId.InvalidKey, "The certificate cannot be read: its content is not an X.509 certificate.");
}
