using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;

namespace IvsTools.Keys;

/// <summary>Uses certificates to encrypt and decrypt private keys, as Protect-CmsMessage and Unprotect-CmsMessage do.</summary>
internal static class CmsEnvelope
{
    /// <exception cref="KeyException">The certificate of a recipient does not support encryption (WrongCertificate).</exception>
    public static byte[] Seal(byte[] content, X509Certificate2Collection recipients)
    {
        var cms = new EnvelopedCms(new ContentInfo(content), new AlgorithmIdentifier(new Oid(Oids.Aes256Cbc)));
        try
        {
            cms.Encrypt(new CmsRecipientCollection(SubjectIdentifierType.IssuerAndSerialNumber, recipients));
        }
        catch (CryptographicException e)
        {
            throw new KeyException(
                KeyErrorId.WrongCertificate,
                "The certificate cannot be used for encryption, because it does not have an RSA key.",
                "Use a document-encryption certificate with an RSA key.",
                e);
        }
        return cms.Encode();
    }

    /// <summary>Decrypts a message. The caller zeroes the content.</summary>
    /// <exception cref="KeyException">
    /// The message is damaged (InvalidKey), or no available certificate opens it (WrongCertificate).
    /// </exception>
    public static byte[] Open(byte[] message, X509Certificate2Collection? certificates)
    {
        var cms = Decode(message);
        try
        {
            cms.Decrypt(certificates ?? []);
        }
        catch (CryptographicException e)
        {
            throw new KeyException(
                KeyErrorId.WrongCertificate,
                $"The CMS message is for {Recipients(cms)}, and no available certificate with a private key can open it.",
                "Use -DecryptionCertificate, or install the certificate with its private key for this user.",
                e);
        }
        return cms.ContentInfo.Content;
    }

    /// <summary>Returns the issuer and serial number, or the key ID, of each recipient as text.</summary>
    public static string Recipients(byte[] message) => Recipients(Decode(message));

    private static string Recipients(EnvelopedCms cms) => string.Join(", ", cms.RecipientInfos.Cast<RecipientInfo>().Select(
        recipient => recipient.RecipientIdentifier.Value is X509IssuerSerial issued
            ? $"{issued.IssuerName} {issued.SerialNumber}"
            : $"{recipient.RecipientIdentifier.Value}"));

    private static EnvelopedCms Decode(byte[] message)
    {
        var cms = new EnvelopedCms();
        try
        {
            CmsRecipients.RequireWellFormed(message);
            cms.Decode(message);
            return cms;
        }
        catch (Exception e) when (KeyException.IsForContent(e))
        {
            throw new KeyException(
                KeyErrorId.InvalidKey,
                "The CMS message is not enveloped, is damaged, or has an unsupported type of recipient, such as a password.",
                null,
                e);
        }
    }
}
