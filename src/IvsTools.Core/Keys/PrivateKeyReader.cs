using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IvsTools.Keys;

/// <summary>Reads a private key in SEC1, plain or encrypted PKCS#8, CMS or PKCS#12 format. The content is PEM or binary.</summary>
internal static class PrivateKeyReader
{
    /// <summary>Reads the first private key in a file.</summary>
    /// <param name="path">The path of a file of up to 1 MiB.</param>
    /// <param name="opener">Opens a protected key.</param>
    /// <param name="cancellationToken">Cancels the read, even while it waits for the writer of a named pipe.</param>
    /// <exception cref="KeyException">The file has no private key, or the key cannot be used. The error ID contains the reason.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static PlaybackPrivateKey ReadFile(string path, KeyProtection opener = default, CancellationToken cancellationToken = default)
    {
        var content = KeyFileStream.ReadAll(path, cancellationToken);
        try
        {
            return Read(content, opener);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    /// <summary>
    /// Reads the first private key in text or in binary data. The text can also be a JSON object with a privateKey member. The
    /// caller zeroes the content.
    /// </summary>
    /// <param name="content">The text or the binary data.</param>
    /// <param name="opener">Opens a protected key.</param>
    /// <param name="pathParameter">See <see cref="PemReader"/>.</param>
    /// <exception cref="KeyException">
    /// The content has no private key, or the key cannot be used. The error ID contains the reason.
    /// </exception>
    public static PlaybackPrivateKey Read(byte[] content, KeyProtection opener = default, Func<string, string?>? pathParameter = null)
    {
        var inJson = KeyJson.PrivateKey(content);
        try
        {
            return Read(inJson ?? content, opener, cameInCms: false, pathParameter);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(inJson);
        }
    }

    /// <summary>Reads the private key in a block.</summary>
    /// <exception cref="KeyException">
    /// The block is not a private key, or the key cannot be used. The error ID contains the reason.
    /// </exception>
    public static PlaybackPrivateKey Read(PemBlock block, KeyProtection opener = default)
    {
        try
        {
            return block.Label switch
            {
                PemLabel.EcPrivateKey => PlainPrivateKey.FromSec1(block.Der),
                PemLabel.PrivateKey => PlainPrivateKey.FromPkcs8(block.Der),
                PemLabel.EncryptedPrivateKey => EncryptedPkcs8.Read(block.Der, opener.Passphrase),
                PemLabel.Pkcs12 => Pkcs12File.Read(block.Der, opener),
                PemLabel.Cms or PemLabel.Pkcs7 => FromCms(block.Der, opener),
                PemLabel.LegacyEncrypted => throw new KeyException(
                    KeyErrorId.InvalidKey,
                    $"The private key on line {block.Line} is encrypted in the old OpenSSL format, which is not supported.",
                    KeyDerivation.Convert),
                PemLabel.RsaPrivateKey => throw KeyAlgorithm.NotEllipticCurve(KeyAlgorithm.Rsa),
                "DSA PRIVATE KEY" => throw KeyAlgorithm.NotEllipticCurve("DSA"),
                PemLabel.OpenSshPrivateKey => throw new KeyException(
                    KeyErrorId.UnsupportedPemLabel,
                    $"Private keys in the format '{PemLabel.OpenSshPrivateKey}' are not supported.",
                    "Convert a copy of the key file with: ssh-keygen -p -m PKCS8 -f copy"),
                var label when PemLabel.IsPrivate(label) =>
                    throw new KeyException(
                        KeyErrorId.UnsupportedPemLabel,
                        $"Private keys in the format '{label}' are not supported.",
                        "Convert the key with openssl pkcs8 -topk8."),
                _ => throw new KeyException(
                    KeyErrorId.PrivateKeyRequired,
                    $"{block.Description} is not a private key. A private key is required.",
                    "Use the private key of the pair, such as <name>.private.pem."),
            };
        }
        catch (AsnContentException e)
        {
            throw KeyException.ForDer(e);
        }
        catch (CryptographicException e)
        {
            throw new KeyException(
                KeyErrorId.InvalidKey,
                "The private key is not valid: its values do not match the curve P-384.",
                null,
                e);
        }
        catch (Exception e) when (KeyException.IsForContent(e))
        {
            throw KeyException.ForContent(e);
        }
    }

    /// <summary>Reads the private key of a certificate.</summary>
    /// <exception cref="KeyException">
    /// The private key is missing (PrivateKeyMissing), is not on P-384, or cannot be exported from its store (InvalidKey).
    /// </exception>
    public static PlaybackPrivateKey Read(X509Certificate2 certificate)
    {
        PlaybackPublicKey.OfCertificate(certificate);
        using var key = certificate.GetECDsaPrivateKey() ?? throw new KeyException(
            KeyErrorId.PrivateKeyMissing,
            $"The certificate {certificate.Thumbprint} has no private key on this machine.",
            "Import the certificate with its private key.");
        try
        {
            return PlaybackPrivateKey.Of(key);
        }
        catch (CryptographicException e)
        {
            throw new KeyException(
                KeyErrorId.InvalidKey,
                $"The private key of the certificate {certificate.Thumbprint} cannot be exported from its store.",
                "Import the certificate with an exportable key.",
                e);
        }
    }

    private static PlaybackPrivateKey Read(
        byte[] content, KeyProtection opener, bool cameInCms, Func<string, string?>? pathParameter = null)
    {
        var blocks = PemBlocks.Find(content, out var error, pathParameter);
        try
        {
            // If nested CMS messages were accepted, a file could determine the depth of the recursion.
            if (cameInCms && blocks.Exists(found => found.Label is PemLabel.Cms or PemLabel.Pkcs7))
                throw new KeyException(KeyErrorId.InvalidKey, "The CMS message contains another CMS message instead of a private key.");
            var block = blocks.FirstOrDefault(found => PemLabel.HoldsPrivateKey(found.Label)) ?? blocks.FirstOrDefault();
            return Read(block ?? throw Wanted(error!), opener);
        }
        finally
        {
            blocks.ForEach(found => found.Clear());
        }
    }

    private static PlaybackPrivateKey FromCms(byte[] message, KeyProtection opener)
    {
        var content = CmsEnvelope.Open(message, opener.Certificates);
        try
        {
            return Read(content, opener, cameInCms: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    // The recommended action of the PEM reader is for users who need a public key.
    private static KeyException Wanted(KeyException error) => error.ErrorId == KeyErrorId.NotPem
        ? new KeyException(error.ErrorId, error.Message, "Use the content or the path of a private key file.", error)
        : error;
}
