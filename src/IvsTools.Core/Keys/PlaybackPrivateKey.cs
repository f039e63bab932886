using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace IvsTools.Keys;

/// <summary>A P-384 private key. What is read or written on the way is zeroed.</summary>
public sealed class PlaybackPrivateKey : IDisposable
{
    // OWASP's figure of 2023 for PBKDF2 with HMAC-SHA256.
    private const int PassphraseRounds = 600_000;

    private PlaybackPrivateKey(ECDsa key)
    {
        Key = key;
        PublicKey = PlaybackPublicKey.Of(key);
    }

    /// <summary>The key itself, for signing.</summary>
    public ECDsa Key { get; }

    /// <summary>Its public half.</summary>
    public PlaybackPublicKey PublicKey { get; }

    /// <summary>Makes a new key.</summary>
    public static PlaybackPrivateKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP384));

    /// <summary>Reads SEC1 (EC PRIVATE KEY), PKCS#8 (PRIVATE KEY) and encrypted PKCS#8.</summary>
    /// <exception cref="KeyException">The block is no private key, or one that cannot be used; the error id says which.</exception>
    public static PlaybackPrivateKey Read(PemBlock block, ReadOnlySpan<char> passphrase = default)
    {
        ArgumentNullException.ThrowIfNull(block);
        try
        {
            return block.Label switch
            {
                PemLabel.EcPrivateKey => FromSec1(block.Der),
                PemLabel.PrivateKey => FromPkcs8(block.Der),
                PemLabel.EncryptedPrivateKey => FromEncryptedPkcs8(block.Der, passphrase),
                PemLabel.LegacyEncrypted => throw new KeyException(
                    KeyErrorId.InvalidKey,
                    $"The private key in line {block.Line} is encrypted in OpenSSL's old way, which is not read.",
                    "Convert it with openssl pkcs8 -topk8 -v2 aes-256-cbc."),
                "RSA PRIVATE KEY" => throw KeyAlgorithm.NotEllipticCurve("RSA"),
                "DSA PRIVATE KEY" => throw KeyAlgorithm.NotEllipticCurve("DSA"),
                var label when PemLabel.IsPrivate(label) =>
                    throw new KeyException(KeyErrorId.UnsupportedPemLabel, $"Private keys of the form '{label}' are not read.", "Convert it with openssl pkcs8 -topk8."),
                var label =>
                    throw new KeyException(KeyErrorId.PrivateKeyRequired, $"The block '{label}' in line {block.Line} is not a private key, and a private key is needed here."),
            };
        }
        catch (AsnContentException e)
        {
            throw PlaybackPublicKey.BrokenDer(e);
        }
        catch (CryptographicException e)
        {
            throw new KeyException(KeyErrorId.InvalidKey, "The private key is not valid: its numbers do not fit the curve P-384.", null, e);
        }
    }

    /// <summary>The key as PKCS#8 PEM in ASCII bytes, which the caller zeroes.</summary>
    /// <param name="passphrase">Empty for plain PKCS#8; else PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA256.</param>
    public byte[] ExportPkcs8Pem(ReadOnlySpan<char> passphrase)
    {
        var (label, der) = passphrase.IsEmpty
            ? (PemLabel.PrivateKey, Key.ExportPkcs8PrivateKey())
            : (PemLabel.EncryptedPrivateKey, Key.ExportEncryptedPkcs8PrivateKey(
                passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, PassphraseRounds)));
        var text = PemEncoding.Write(label, der);
        var bytes = new byte[text.Length + 1];
        System.Text.Encoding.ASCII.GetBytes(text, bytes);
        bytes[^1] = (byte)'\n';
        Array.Clear(text);
        CryptographicOperations.ZeroMemory(der);
        return bytes;
    }

    /// <summary>Lets the key go.</summary>
    public void Dispose() => Key.Dispose();

    private static PlaybackPrivateKey FromSec1(byte[] der)
    {
        var key = Whole(der).ReadSequence();
        key.ReadInteger();
        key.ReadOctetString();
        var parameters = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        if (!key.HasData || !key.PeekTag().HasSameClassAndValue(parameters))
            throw new KeyException(KeyErrorId.InvalidKey, "The key is not valid: it does not name its curve.", "Convert it with openssl pkcs8 -topk8.");
        EcDomain.RequireP384(key.ReadSequence(parameters));
        return Import(ecdsa => ecdsa.ImportECPrivateKey(der, out _));
    }

    private static PlaybackPrivateKey FromPkcs8(byte[] der)
    {
        var info = Whole(der).ReadSequence();
        info.ReadInteger();
        KeyAlgorithm.RequireP384(info);
        return Import(ecdsa => ecdsa.ImportPkcs8PrivateKey(der, out _));
    }

    private static PlaybackPrivateKey FromEncryptedPkcs8(byte[] der, ReadOnlySpan<char> passphrase)
    {
        Whole(der).ReadSequence();
        if (passphrase.IsEmpty)
            throw new KeyException(KeyErrorId.PassphraseRequired, "The private key is encrypted, and no passphrase was given.", "Give -Passphrase.");
        byte[] plain;
        try
        {
            plain = Pkcs8PrivateKeyInfo.DecryptAndDecode(passphrase, der, out _).Encode();
        }
        catch (CryptographicException e)
        {
            throw new KeyException(KeyErrorId.WrongPassphrase, "The passphrase does not open the private key.", null, e);
        }
        try
        {
            return FromPkcs8(plain);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static AsnReader Whole(byte[] der)
    {
        var check = new AsnReader(der, AsnEncodingRules.BER);
        check.ReadEncodedValue();
        check.ThrowIfNotEmpty();
        return new AsnReader(der, AsnEncodingRules.BER);
    }

    // Through parameters, so that a key that came with explicit ones is held, and signs, as the named curve.
    private static PlaybackPrivateKey Import(Action<ECDsa> import)
    {
        using var read = ECDsa.Create();
        import(read);
        var parameters = read.ExportParameters(includePrivateParameters: true);
        try
        {
            return new PlaybackPrivateKey(ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, D = parameters.D, Q = parameters.Q }));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(parameters.D);
        }
    }
}
