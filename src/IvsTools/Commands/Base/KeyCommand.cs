using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Keys;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>A cmdlet that works with key files on this machine and touches no network.</summary>
public abstract class KeyCommand : PSCmdlet
{
    /// <summary>Opens an encrypted private key, or a PKCS#12 file.</summary>
    [Parameter]
    [RefuseSecret]
    public SecureString? Passphrase { get; set; }

    /// <summary>Opens a CMS message, beside the certificates of this user's and this machine's stores.</summary>
    [Parameter]
    [RefuseSecret]
    public X509Certificate2[]? DecryptionCertificate { get; set; }

    /// <summary>What opens a private key.</summary>
    private protected KeyProtection Opener(ReadOnlySpan<char> passphrase) =>
        new(passphrase, DecryptionCertificate is null ? null : [.. DecryptionCertificate]);
}
