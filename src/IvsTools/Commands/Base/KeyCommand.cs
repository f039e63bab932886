using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Keys;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that work with key files on this machine, without network calls.</summary>
public abstract class KeyCommand : StoppableCommand
{
    /// <summary>Opens an encrypted private key, or a PKCS#12 file.</summary>
    [Parameter]
    [ValidateNotSecret]
    public SecureString? Passphrase { get; set; }

    /// <summary>Opens a CMS message, in addition to the certificates in the stores of the user and the machine.</summary>
    [Parameter]
    [ValidateNotSecret]
    public X509Certificate2[]? DecryptionCertificate { get; set; }

    /// <summary>The secrets that open a private key.</summary>
    private protected KeyProtection Opener(ReadOnlySpan<char> passphrase) =>
        new(passphrase, DecryptionCertificate is null ? null : [.. DecryptionCertificate]);
}
