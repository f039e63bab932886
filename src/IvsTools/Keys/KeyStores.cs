using System.Collections;
using System.Collections.Concurrent;
using System.Management.Automation;
using IvsTools.Service;
using IvsTools.Service.Aws;

namespace IvsTools.Keys;

/// <summary>Opens and creates keys in AWS KMS, and reads keys from Parameter Store and vaults.</summary>
/// <param name="cmdlet">The cmdlet. The methods must be called on its pipeline thread.</param>
internal sealed class KeyStores(PSCmdlet cmdlet)
{
    private const string GetSecret = @"Microsoft.PowerShell.SecretManagement\Get-Secret";

    // A call can end on any thread, but only the pipeline thread can write to the verbose stream.
    private readonly ConcurrentQueue<CallTrace> _calls = new();

    /// <summary>Opens a key in AWS KMS.</summary>
    /// <exception cref="KeyException">The key cannot sign tokens.</exception>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    public KmsSigningKey OpenKmsKey(Connection connection, string keyId, CancellationToken stop) =>
        Wait(KmsSigningKey.OpenAsync(connection.KeySettings(keyId), keyId, _calls.Enqueue, stop));

    /// <summary>Creates a key in AWS KMS.</summary>
    /// <exception cref="IvsServiceException">A call failed.</exception>
    public PlaybackKmsKey CreateKmsKey(
        Connection connection, string name, IReadOnlyDictionary<string, string>? tags, CancellationToken stop) =>
        Wait(KmsKeyCreation.CreateAsync(connection.KeySettings(name), name, tags, _calls.Enqueue, stop));

    /// <summary>
    /// Reads a private key from Parameter Store or a vault. Returns null if the key is in another location. The caller disposes the key.
    /// </summary>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    /// <exception cref="KeyException">The SecretManagement module is missing, or the secret cannot be read.</exception>
    public PrivateKeySource? ReadPrivateKey(Connection connection, KeyLocation location, CancellationToken stop) => location switch
    {
        { SsmParameter: { } parameter } => ReadParameter(connection, parameter, stop),
        { SecretName: { } secret } => ReadSecret(secret, location.VaultName, stop),
        _ => null,
    };

    /// <summary>Reads the public key of a key in AWS KMS, Parameter Store or a vault.</summary>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    /// <exception cref="KeyException">The key cannot be read or opened.</exception>
    public PlaybackPublicKey ReadPublicKey(Connection connection, KeyLocation location, KeyOpener opener, CancellationToken stop)
    {
        if (location.KmsKeyId is { } keyId)
            return OpenKmsKey(connection, keyId, stop).PublicKey;
        using var source = ReadPrivateKey(connection, location, stop)!;
        return source.ReadPublicKey(opener.Protection);
    }

    private PrivateKeySource ReadParameter(Connection connection, string name, CancellationToken stop)
    {
        var (content, isEncrypted) = Wait(StoredParameter.ReadAsync(connection.KeySettings(name), name, _calls.Enqueue, stop));
        if (!isEncrypted)
            cmdlet.WriteWarning($"The parameter {name} is not encrypted, because it is not a SecureString.");
        return PrivateKeySource.Of(content);
    }

    private PrivateKeySource ReadSecret(string name, string? vault, CancellationToken stop)
    {
        if (cmdlet.InvokeCommand.GetCommand(GetSecret, CommandTypes.Cmdlet | CommandTypes.Function) is null)
        {
            throw new KeyException(
                KeyErrorId.SecretManagementMissing,
                "The module Microsoft.PowerShell.SecretManagement is not installed.",
                "Install the module with Install-PSResource Microsoft.PowerShell.SecretManagement, and register a vault.");
        }
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(GetSecret).AddParameter("Name", name).AddParameter("ErrorAction", ActionPreference.Stop);
        if (vault is not null)
            shell.AddParameter("Vault", vault);
        using var stopping = stop.Register(shell.Stop);
        try
        {
            var found = shell.Invoke();
            return found.Count == 1 && Source(found[0]?.BaseObject) is { } source
                ? source
                : throw new KeyException(
                    KeyErrorId.SecretNotRead,
                    $"The secret '{name}' does not contain a private key as text, bytes or JSON.",
                    "Store the PEM text of the key.");
        }
        catch (RuntimeException e)
        {
            // If ErrorAction is Stop, only the error record contains the reason. The inner exception is a copy that
            // contains only types and messages, because other properties of the vault's exception can contain the secret.
            throw new KeyException(
                KeyErrorId.SecretNotRead,
                $"The secret '{name}' cannot be read: {e.ErrorRecord.Exception?.Message ?? e.Message}",
                "Check that the vault is unlocked, and that Get-SecretInfo lists the secret.",
                CauseException.Of(e));
        }
    }

    /// <summary>Writes the new calls to the verbose stream.</summary>
    public void WriteCalls()
    {
        while (_calls.TryDequeue(out var call))
            cmdlet.WriteVerbose(call.ToString());
    }

    private static PrivateKeySource? Source(object? secret) => secret switch
    {
        IDictionary entries => entries.Keys.OfType<string>()
            .Where(KeyJson.IsPrivateKey)
            .Select(name => PrivateKeySource.From(entries[name]))
            .FirstOrDefault(),
        PSCredential credential => PrivateKeySource.From(credential.Password),
        _ => PrivateKeySource.From(secret),
    };

    private T Wait<T>(Task<T> call)
    {
        try
        {
            return call.GetAwaiter().GetResult();
        }
        finally
        {
            WriteCalls();
        }
    }
}
