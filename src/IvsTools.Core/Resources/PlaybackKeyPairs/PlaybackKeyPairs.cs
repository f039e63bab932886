
namespace IvsTools.Service;

/// <summary>The key pairs of a Region: import, list, find.</summary>
public static class PlaybackKeyPairs
{
    /// <summary>Imports one key and compares the fingerprint in the response.</summary>
    /// <param name="context">The context of the calls.</param>
    /// <param name="request">The canonical PEM, a name and tags.</param>
    /// <param name="fingerprint">The fingerprint of the key, calculated on this machine.</param>
    /// <param name="reuseExisting">If the key is already imported, its key pair is returned instead of an error.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="IvsServiceException">FingerprintMismatch, or an error of the service.</exception>
    public static async Task<PlaybackKeyPair> ImportAsync(
        CallContext context,
        ImportPlaybackKeyPairRequest request,
        string fingerprint,
        bool reuseExisting,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        PlaybackKeyPair imported;
        try
        {
            var response = await context.SendAsync(Operations.ImportPlaybackKeyPair, request, cancellationToken).ConfigureAwait(false);
            imported = response.KeyPair;
        }
        // If the Region is full, the service can return "quota exceeded" even if the key is one of the three.
        catch (IvsServiceException e) when (reuseExisting && e.ErrorCode is "ConflictException" or "ServiceQuotaExceededException")
        {
            if (await FindAsync(context, fingerprint, cancellationToken).ConfigureAwait(false) is { } existing)
                return existing;
            throw;
        }
        if (imported.Fingerprint != fingerprint)
        {
            throw new IvsServiceException(
                IvsErrorCode.FingerprintMismatch,
                $"The service stored {imported.Arn} with the fingerprint {imported.Fingerprint ?? "(none)"}, "
                    + $"but the fingerprint of the sent key is {fingerprint}.");
        }
        return imported;
    }

    /// <summary>Finds a key pair by its fingerprint. Null if it is not found.</summary>
    public static async Task<PlaybackKeyPair?> FindAsync(CallContext context, string fingerprint, CancellationToken cancellationToken)
    {
        await foreach (var pair in AllAsync(context).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (pair.Fingerprint == fingerprint)
                return pair;
        }
        return null;
    }

    /// <summary>
    /// All key pairs in the Region with their fingerprints. A list does not contain fingerprints, so each key pair is
    /// read when it is needed.
    /// </summary>
    public static IAsyncEnumerable<PlaybackKeyPair> AllAsync(CallContext context) => Paging.EachAsync(
        Paging.PagesAsync(context, Operations.ListPlaybackKeyPairs, next => new(NextToken: next), page => page.NextToken),
        page => page.KeyPairs,
        async (pair, stop) => (await context.SendAsync(Operations.GetPlaybackKeyPair, new(pair.Arn), stop).ConfigureAwait(false)).KeyPair);
}
