using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;

namespace IvsTools.Keys;

/// <summary>Finds the certificates that -ProtectTo specifies. The parameter accepts the same values as Protect-CmsMessage -To.</summary>
internal static class Recipients
{
    /// <summary>Returns the certificates, or null if there are no recipients.</summary>
    /// <exception cref="KeyException">A certificate is not found, or is not a document-encryption certificate.</exception>
    public static X509Certificate2Collection? Find(PSCmdlet cmdlet, CmsMessageRecipient[]? recipients)
    {
        if (recipients is null)
            return null;
        var found = new X509Certificate2Collection();
        foreach (var recipient in recipients)
        {
            ErrorRecord? error = null;
            // If a recipient was created from a certificate, Resolve would remove that certificate, which the next key in the
            // pipeline still needs.
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
