
namespace IvsTools.Service;

/// <summary>Imports, lists and finds the key pairs of a Region.</summary>
internal static class PlaybackKeyPairs
{
    /// <summary>Imports a key and compares its fingerprint with the fingerprint in the response.</summary>
    /// <param name="context">The context of the calls.</param>
    /// <param name="request">The canonical PEM, the name and the tags.</param>
    /// <param name="fingerprint">The fingerprint that was calculated on this machine.</param>
    /// <param name="reuseExisting">
    /// True to return the existing key pair if the key is already imported. False to throw an exception in that case.
    /// </param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="IvsServiceException">The fingerprints differ (FingerprintMismatch), or the service returned an error.</exception>
    public static async Task<ImportPlaybackKeyPairResponse> ImportAsync(
        CallContext context,
        ImportPlaybackKeyPairRequest request,
        string fingerprint,
        bool reuseExisting,
        CancellationToken cancellationToken)
    {
        ImportPlaybackKeyPairResponse response;
        try
        {
            response = await context.SendAsync(Operations.ImportPlaybackKeyPair, request, cancellationToken).ConfigureAwait(false);
        }
        // A Region can contain three key pairs. At this limit, the service can return "quota exceeded" even if the key is already imported.
        catch (IvsServiceException e)
            when (reuseExisting && e.ErrorCode is ApiErrorCode.ConflictException or ApiErrorCode.ServiceQuotaExceededException)
        {
            if (await FindAsync(context, fingerprint, cancellationToken).ConfigureAwait(false) is { } existing)
                return new(existing);
            throw;
        }
        var imported = response.KeyPair;
        if (imported.Fingerprint != fingerprint)
        {
            throw new IvsServiceException(
                IvsErrorCode.FingerprintMismatch,
                $"The service stored {imported.Arn} with the fingerprint {imported.Fingerprint ?? "(none)"}, "
                    + $"but the fingerprint of the sent key is {fingerprint}.");
        }
        return response;
    }

    /// <summary>Finds a key pair by its fingerprint. Returns null if the key pair does not exist.</summary>
    public static async Task<PlaybackKeyPair?> FindAsync(CallContext context, string fingerprint, CancellationToken cancellationToken)
    {
        await foreach (var pair in AllAsync(context).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (pair.Fingerprint == fingerprint)
                return pair;
        }
        return null;
    }

    /// <summary>Returns all key pairs in the Region with their fingerprints.</summary>
    /// <remarks>A list does not contain fingerprints, so each key pair is read separately, when it is needed.</remarks>
    public static IAsyncEnumerable<PlaybackKeyPair> AllAsync(CallContext context) => Paging.EachAsync(
        Paging.PagesAsync(context, Operations.ListPlaybackKeyPairs, next => new(NextToken: next), page => page.NextToken),
        page => page.KeyPairs,
        async (pair, stop) => (await context.SendAsync(Operations.GetPlaybackKeyPair, new(pair.Arn), stop).ConfigureAwait(false)).KeyPair);
}
