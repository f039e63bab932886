using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Keys;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that use a private key: in a file, or in a service or a vault.</summary>
public abstract class KeyCommand : ConnectionCommand
{
    private protected const string ByKmsKey = "KmsKeyId";
    private protected const string ByParameter = "SsmParameter";
    private protected const string BySecret = "SecretName";

    /// <summary>For use by the cmdlets of this module.</summary>
    private protected KeyCommand() => Stores = new KeyStores(this);

    /// <summary>
    /// The private key in AWS Systems Manager Parameter Store: the name or ARN of a SecureString with PEM text, or with JSON whose
    /// member privateKey is PEM text.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByParameter)]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret(Use = "-PrivateKey")]
    [ValidateArnService(ValidateArnServiceAttribute.Ssm)]
    public string SsmParameter { get; set; } = null!;

    /// <summary>The private key in a vault of Microsoft.PowerShell.SecretManagement: the name of the secret, as for Get-Secret.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BySecret)]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret(Use = "-PrivateKey")]
    public string SecretName { get; set; } = null!;

    /// <summary>The vault with the secret. If omitted, all registered vaults are searched.</summary>
    [Parameter(ParameterSetName = BySecret)]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret]
    public string? VaultName { get; set; }

    /// <summary>Opens an encrypted private key, or a PKCS#12 file.</summary>
    [Parameter]
    [ValidateNotSecret]
    public SecureString? Passphrase { get; set; }

    /// <summary>Opens a CMS message, in addition to the certificates in the stores of the user and the machine.</summary>
    [Parameter]
    [ValidateNotSecret]
    public X509Certificate2[]? DecryptionCertificate { get; set; }

    private protected KeyStores Stores { get; }

    /// <summary>The private key in the service or vault of the parameters. Null for a key in a file or in an argument.</summary>
    private protected PrivateKeySource? StoredKey(CancellationToken stop) => ParameterSetName switch
    {
        ByParameter => Stores.ReadParameter(GivenConnection, SsmParameter, stop),
        BySecret => Stores.ReadSecret(SecretName, VaultName, stop),
        _ => null,
    };

    /// <summary>The secrets that open a private key.</summary>
    private protected KeyProtection Opener(ReadOnlySpan<char> passphrase) =>
        new(passphrase, DecryptionCertificate is null ? null : [.. DecryptionCertificate]);
}
