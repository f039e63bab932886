using System.Formats.Asn1;
using System.Security.Cryptography;

namespace IvsTools.Keys;

/// <summary>Describes the contents of a key file without showing any part of a key.</summary>
internal static class KeyFileInspection
{
    /// <summary>Inspects every key in a file. If a key is not valid or cannot be read, the result describes the problem.</summary>
    /// <param name="path">The file.</param>
    /// <param name="opener">Opens protected private keys. By default, only their format and protection are described.</param>
    /// <param name="cancellationToken">Cancels the inspection between two keys or while it waits for a pipe.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static IReadOnlyList<PlaybackKeyFileInfo> Inspect(
        string path, KeyProtection opener = default, CancellationToken cancellationToken = default)
    {
        byte[] content;
        try
        {
            content = KeyFileStream.ReadAll(path, cancellationToken);
        }
        catch (KeyException e)
        {
            return [Unknown(path, e.Message)];
        }
        List<PemBlock> blocks = [];
        try
        {
            var found = new List<PlaybackKeyFileInfo>();
            blocks = PemBlocks.Find(content, out var error);
            foreach (var block in blocks)
            {
                cancellationToken.ThrowIfCancellationRequested();
                found.Add(Inspect(path, block, opener));
            }
            if (error is not null)
                found.Add(Unknown(path, error.Message));
            return found;
        }
        finally
        {
            blocks.ForEach(block => block.Clear());
            CryptographicOperations.ZeroMemory(content);
        }
    }

    /// <summary>Describes a private key that the caller has written.</summary>
    // The PEM text is not opened, because this would repeat the key derivation or require a certificate that the caller may not have.
    public static PlaybackKeyFileInfo Describe(string path, byte[] pem, PlaybackPublicKey publicKey)
    {
        var block = PemBlocks.Find(pem, out _)[0];
        var protection = ProtectionOf(block);
        return new PlaybackKeyFileInfo(
            path,
            PlaybackKeyKind.Private,
            block.Label,
            KeyAlgorithm.Ecdsa,
            P384.Name,
            publicKey.Fingerprint,
            protection,
            RecipientsOf(block, protection),
            Problem: null);
    }

    private static PlaybackKeyFileInfo Inspect(string path, PemBlock block, KeyProtection opener)
    {
        var kind = PemLabel.HoldsPrivateKey(block.Label) ? PlaybackKeyKind.Private
            : block.Label is PemLabel.Certificate or PemLabel.CmsCertificates ? PlaybackKeyKind.Certificate
            : block.Label is PemLabel.PublicKey or PemLabel.RsaPublicKey ? PlaybackKeyKind.Public
            : PlaybackKeyKind.Unknown;
        var protection = ProtectionOf(block);
        var (algorithm, curve, fingerprint, problem) = ((string?)null, (string?)null, (string?)null, (string?)null);
        try
        {
            (algorithm, curve) = AlgorithmOf(block);
            fingerprint = PlaybackPublicKey.Read(block, fromPrivateKey: true, opener).Fingerprint;
            (algorithm, curve) = (KeyAlgorithm.Ecdsa, P384.Name);
        }
        catch (KeyException e)
        {
            problem = e.Message;
        }
        // A private key can be read in binary form, but public keys and certificates are read only from PEM text.
        if (block.IsBinary && kind != PlaybackKeyKind.Private)
            problem ??= PemHint.Binary().Message;
        return new PlaybackKeyFileInfo(
            path, kind, block.Label, algorithm, curve, fingerprint, protection, RecipientsOf(block, protection), problem);
    }

    private static PlaybackKeyProtection ProtectionOf(PemBlock block) => block.Label switch
    {
        PemLabel.EncryptedPrivateKey or PemLabel.LegacyEncrypted or PemLabel.Pkcs12 => PlaybackKeyProtection.Passphrase,
        PemLabel.Cms or PemLabel.Pkcs7 when CmsType.IsEnveloped(block.Der) => PlaybackKeyProtection.Certificate,
        _ => PlaybackKeyProtection.None,
    };

    // The algorithm and the curve help to identify a key even if it cannot be used.
    private static (string? Algorithm, string? Curve) AlgorithmOf(PemBlock block)
    {
        try
        {
            switch (block.Label)
            {
                case PemLabel.PublicKey:
                    return KeyAlgorithm.Read(Sequence(block.Der));
                case PemLabel.PrivateKey:
                    var info = Sequence(block.Der);
                    info.ReadInteger();
                    return KeyAlgorithm.Read(info);
                case PemLabel.EcPrivateKey:
                    return (KeyAlgorithm.Ecdsa, EcDomain.Read(PlainPrivateKey.Sec1Curve(block.Der)));
                case PemLabel.Certificate:
                    using (var certificate = PlaybackPublicKey.Certificate(block.Der))
                        return KeyAlgorithm.Read(Sequence(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
                case PemLabel.RsaPublicKey or PemLabel.RsaPrivateKey:
                    return (KeyAlgorithm.Rsa, null);
                default:
                    return default;
            }
        }
        // The Problem property of the result contains the error.
        catch (Exception e) when (e is KeyException || KeyException.IsForContent(e))
        {
            return default;
        }
    }

    private static AsnReader Sequence(byte[] der) => new AsnReader(der, AsnEncodingRules.BER).ReadSequence();

    private static string? RecipientsOf(PemBlock block, PlaybackKeyProtection protection)
    {
        try
        {
            return protection == PlaybackKeyProtection.Certificate ? CmsEnvelope.Recipients(block.Der) : null;
        }
        catch (KeyException)
        {
            // The Problem property of the result contains the error.
            return null;
        }
    }

    private static PlaybackKeyFileInfo Unknown(string path, string problem) =>
        new(path, PlaybackKeyKind.Unknown, null, null, null, null, PlaybackKeyProtection.None, null, problem);
}
