using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Keys;

namespace IvsTools.Parameters;

/// <summary>Finds the certificates for the protection of a key, in the forms that Protect-CmsMessage accepts.</summary>
internal static class Recipients
{
    /// <summary>The certificates, or null.</summary>
    /// <exception cref="KeyException">WrongCertificate: a certificate is not found, or is not for document encryption.</exception>
    public static X509Certificate2Collection? Find(PSCmdlet cmdlet, CmsMessageRecipient[]? recipients)
    {
        if (recipients is null)
            return null;
        var found = new X509Certificate2Collection();
        foreach (var recipient in recipients)
        {
            ErrorRecord? error = null;
            // A recipient that was created from a certificate loses the certificate when the recipient is
            // resolved, so the next key in the pipeline would not find the certificate.
            if (recipient.Certificates is not { Count: > 0 })
                recipient.Resolve(cmdlet.SessionState, ResolutionPurpose.Encryption, out error);
            if (error is not null)
            {
                throw new KeyException(
                    KeyErrorId.WrongCertificate,
                    error.Exception.Message,
                    "Use the thumbprint, subject, file or object of a document-encryption certificate.",
                    error.Exception);
            }
            found.AddRange(recipient.Certificates);
        }
        return found;
    }
}
