using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Keys;

namespace IvsTools.Parameters;

/// <summary>Finds the certificates that a key is protected to, in the forms in which Protect-CmsMessage takes them.</summary>
internal static class Recipients
{
    /// <summary>The certificates; null for none given.</summary>
    /// <exception cref="KeyException">WrongCertificate: one is not found, or is not for document encryption.</exception>
    public static X509Certificate2Collection? Find(PSCmdlet cmdlet, CmsMessageRecipient[]? recipients)
    {
        if (recipients is null)
            return null;
        var found = new X509Certificate2Collection();
        foreach (var recipient in recipients)
        {
            ErrorRecord? error = null;
            // One that was made of a certificate forgets it as it resolves, and the next key of the pipeline would find none.
            if (recipient.Certificates is not { Count: > 0 })
                recipient.Resolve(cmdlet.SessionState, ResolutionPurpose.Encryption, out error);
            if (error is not null)
                throw new KeyException(KeyErrorId.WrongCertificate, error.Exception.Message, "Use the thumbprint, subject, file or object of a document-encryption certificate.", error.Exception);
            found.AddRange(recipient.Certificates);
        }
        return found;
    }
}
