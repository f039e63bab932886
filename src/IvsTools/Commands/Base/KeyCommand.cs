using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Keys;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that use a private key from a file, a service or a vault.</summary>
public abstract class KeyCommand : ConnectionCommand
{
    /// <summary>Prevents derived classes in other assemblies.</summary>
    private protected KeyCommand() => Stores = new KeyStores(this);

    /// <summary>
    /// The name or ARN of a SecureString parameter in AWS Systems Manager Parameter Store. The value is PEM text, or JSON
    /// with a member named privateKey.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(SsmParameter))]
    [ValidateNotNullOrEmpty]
    [RejectSecret(Use = "-PrivateKey")]
    [ValidateArnService(ValidateArnServiceAttribute.Ssm)]
    public string SsmParameter { get; set; } = null!;

    /// <summary>The name of a secret in a SecretManagement vault.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(SecretName))]
    [ValidateNotNullOrEmpty]
    [RejectSecret(Use = "-PrivateKey")]
    public string SecretName { get; set; } = null!;

    /// <summary>The vault that contains the secret. If omitted, all registered vaults are searched.</summary>
    [Parameter(ParameterSetName = nameof(SecretName))]
    [ValidateNotNullOrEmpty]
    [RejectSecret]
    public string? VaultName { get; set; }

    /// <summary>The passphrase for an encrypted private key or a PKCS#12 file.</summary>
    [Parameter]
    [RejectSecret]
    public SecureString? Passphrase { get; set; }

    /// <summary>
    /// Additional certificates that can decrypt a CMS message. The certificate stores of the user and the machine are always
    /// searched.
    /// </summary>
    [Parameter]
    [RejectSecret]
    public X509Certificate2[]? DecryptionCertificate { get; set; }

    private protected KeyStores Stores { get; }

    /// <summary>Returns the private key from a service or vault. Returns null if the key is in a file or an argument.</summary>
    private protected PrivateKeySource? StoredKey(CancellationToken stop) => Stores.ReadPrivateKey(SpecifiedConnection, Location, stop);

    private protected KeyLocation Location => new() { SsmParameter = SsmParameter, SecretName = SecretName, VaultName = VaultName };

    /// <summary>Returns the passphrase and the certificates. The caller disposes the opener, which zeroes the passphrase.</summary>
    private protected KeyOpener Opener() => new(Passphrase, DecryptionCertificate);
}
