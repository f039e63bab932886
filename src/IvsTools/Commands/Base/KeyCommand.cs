using System.Collections.Concurrent;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Keys;
using IvsTools.Service;
using IvsTools.Service.Aws;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that use a private key: in a file, or in a service that the connection parameters are for.</summary>
public abstract class KeyCommand : ConnectionCommand
{
    // Calls end on any thread, and only the pipeline thread can write.
    private readonly ConcurrentQueue<CallTrace> _calls = new();

    /// <summary>Opens an encrypted private key, or a PKCS#12 file.</summary>
    [Parameter]
    [ValidateNotSecret]
    public SecureString? Passphrase { get; set; }

    /// <summary>Opens a CMS message, in addition to the certificates in the stores of the user and the machine.</summary>
    [Parameter]
    [ValidateNotSecret]
    public X509Certificate2[]? DecryptionCertificate { get; set; }

    /// <summary>Opens a key in AWS KMS.</summary>
    private protected KmsSigningKey OpenKmsKey(string keyId, CancellationToken stop)
    {
        try
        {
            return KmsSigningKey.OpenAsync(GivenConnection.KeySettings(keyId), keyId, _calls.Enqueue, stop).GetAwaiter().GetResult();
        }
        finally
        {
            WriteCalls();
        }
    }

    /// <summary>Writes the calls since the last time to the verbose stream.</summary>
    private protected void WriteCalls()
    {
        while (_calls.TryDequeue(out var call))
            WriteVerbose(call.ToString());
    }

    /// <summary>The secrets that open a private key.</summary>
    private protected KeyProtection Opener(ReadOnlySpan<char> passphrase) =>
        new(passphrase, DecryptionCertificate is null ? null : [.. DecryptionCertificate]);
}
