using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Keys;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that use a private key from a file, a service or a vault.</summary>
public abstract class KeyCommand : ConnectionCommand
{
    private protected const string ByKmsKey = "KmsKeyId";
    private protected const string ByParameter = "SsmParameter";
    private protected const string BySecret = "SecretName";

    /// <summary>Prevents derived classes in other assemblies.</summary>
    private protected KeyCommand() => Stores = new KeyStores(this);

    /// <summary>
    /// The name or ARN of a SecureString parameter in AWS Systems Manager Parameter Store. The value is PEM text, or JSON
    /// with a member named privateKey.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByParameter)]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret(Use = "-PrivateKey")]
    [ValidateArnService(ValidateArnServiceAttribute.Ssm)]
    public string SsmParameter { get; set; } = null!;

    /// <summary>The name of a secret in a SecretManagement vault.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BySecret)]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret(Use = "-PrivateKey")]
    public string SecretName { get; set; } = null!;

    /// <summary>The vault that contains the secret. If omitted, all registered vaults are searched.</summary>
    [Parameter(ParameterSetName = BySecret)]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret]
    public string? VaultName { get; set; }

    /// <summary>The passphrase for an encrypted private key or a PKCS#12 file.</summary>
    [Parameter]
    [ValidateNotSecret]
    public SecureString? Passphrase { get; set; }

    /// <summary>
    /// Additional certificates that can decrypt a CMS message. The certificate stores of the user and the machine are always
    /// searched.
    /// </summary>
    [Parameter]
    [ValidateNotSecret]
    public X509Certificate2[]? DecryptionCertificate { get; set; }

    private protected KeyStores Stores { get; }

    /// <summary>Returns the private key from a service or vault. Returns null if the key is in a file or an argument.</summary>
    private protected PrivateKeySource? StoredKey(CancellationToken stop) => ParameterSetName switch
    {
        ByParameter => Stores.ReadParameter(GivenConnection, SsmParameter, stop),
        BySecret => Stores.ReadSecret(SecretName, VaultName, stop),
        _ => null,
    };

    /// <summary>Returns the passphrase and the certificates that can decrypt a private key.</summary>
    private protected KeyProtection Opener(ReadOnlySpan<char> passphrase) =>
        new(passphrase, DecryptionCertificate is null ? null : [.. DecryptionCertificate]);
}
