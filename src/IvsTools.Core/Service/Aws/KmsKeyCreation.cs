using IvsTools.Keys;

namespace IvsTools.Service.Aws;

/// <summary>Creates a playback key and its alias in AWS KMS. If a call fails, the deletion of the new key is scheduled.</summary>
internal static class KmsKeyCreation
{
    private const string Prefix = "alias/";

    /// <summary>Creates an asymmetric P-384 signing key and its alias.</summary>
    /// <param name="settings">The connection.</param>
    /// <param name="name">The name of the alias without "alias/".</param>
    /// <param name="tags">The tags of the key, or null.</param>
    /// <param name="trace">Receives information about each call, on any thread.</param>
    /// <param name="cancellationToken">Cancels the creation of the key. The creation of the alias cannot be canceled.</param>
    /// <exception cref="IvsServiceException">
    /// A call failed. If the key was created, the message reports whether its deletion was scheduled.
    /// </exception>
    /// <exception cref="KeyException">The service returned a public key that is not a P-384 signing key.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static async Task<PlaybackKmsKey> CreateAsync(
        ConnectionSettings settings,
        string name,
        IReadOnlyDictionary<string, string>? tags,
        Action<CallTrace>? trace = null,
        CancellationToken cancellationToken = default)
    {
        var client = KmsClient.For(settings, cancellationToken);
        var (id, arn) = await client.CreateKeyAsync($"Amazon IVS playback key {name}", tags, trace, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            await client.CreateAliasAsync(Prefix + name, arn, trace).ConfigureAwait(false);
            var (_, publicKey) = await client.GetPublicKeyAsync(arn, trace, CancellationToken.None).ConfigureAwait(false);
            return new PlaybackKmsKey(name, arn, Prefix + name, publicKey.Fingerprint);
        }
        catch (KeyException e)
        {
            throw new KeyException(
                e.ErrorId,
                $"{e.Message} {await DiscardAsync(client, id, arn, trace).ConfigureAwait(false)}",
                "Check for a proxy between this machine and AWS KMS.",
                e);
        }
        catch (IvsServiceException e)
        {
            var outcome = await DiscardAsync(client, id, arn, trace).ConfigureAwait(false);
            throw new IvsServiceException(e.ErrorCode, $"{e.Message} {outcome}", e)
            {
                Service = e.Service,
                Operation = e.Operation,
                RequestId = e.RequestId,
                StatusCode = e.StatusCode,
            };
        }
    }

    // If the new key were kept without an alias, the user could overlook the key and still pay for it.
    private static async Task<string> DiscardAsync(KmsClient client, string id, string arn, Action<CallTrace>? trace)
    {
        try
        {
            await client.ScheduleDeletionAsync(id, trace).ConfigureAwait(false);
            return $"The deletion of the new key {arn} was scheduled.";
        }
        catch (IvsServiceException)
        {
            return $"The new key {arn} exists and was not deleted.";
        }
    }
}
